package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;
import java.util.Optional;

/**
 * Turns recorded sales into observed demand: steps on which the product could not be bought say
 * little about demand and become missing, returns do not lower the demand of their day, and nothing
 * was on offer before the first sale.
 */
public final class CleanDemand {
  private CleanDemand() {}

  /**
   * Cleans a panel.
   *
   * @param sales recorded sales
   * @return the same panel with demand that is missing or zero or more
   */
  public static SeriesPanel of(SeriesPanel sales) {
    Optional<Covariate> inStock = sales.covariate(CovariateNames.IN_STOCK);
    double[] demand = new double[sales.observations()];
    int position = 0;
    for (int i = 0; i < sales.size(); i++) {
      boolean onOffer = false;
      for (int t = 0; t < sales.length(i); t++) {
        double units = Math.max(0, sales.value(i, t));
        onOffer |= units > 0;
        boolean censored = inStock.isPresent() && inStock.get().value(i, t) < 1;
        demand[position++] = onOffer && !censored ? units : Double.NaN;
      }
    }
    return sales.withValues(demand);
  }
}
