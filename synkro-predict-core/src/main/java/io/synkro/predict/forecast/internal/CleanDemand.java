package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;

/**
 * Turns recorded sales into observed demand: steps on which the product could not be bought say
 * little about demand and become missing, returns do not lower the demand of their day, and nothing
 * was on offer before the first sale. A lone value over a thousand times the next largest is taken
 * for a mistake and becomes missing too, since it would spoil what is learnt for all other series.
 */
public final class CleanDemand {
  private static final double MISTAKE = 1000;
  private static final int LEAST_SALES = 8;

  private CleanDemand() {}

  /**
   * Cleans a panel.
   *
   * @param sales recorded sales
   * @return the same panel with demand that is missing or zero or more
   */
  public static SeriesPanel of(SeriesPanel sales) {
    Covariate inStock = sales.covariate(CovariateNames.IN_STOCK).orElse(null);
    double[] demand = new double[sales.observations()];
    int position = 0;
    for (int i = 0; i < sales.size(); i++) {
      double most = mostCredible(sales, i);
      boolean onOffer = false;
      for (int t = 0; t < sales.length(i); t++) {
        double units = Math.max(0, sales.value(i, t));
        onOffer |= units > 0;
        boolean censored = inStock != null && inStock.value(i, t) < 1;
        demand[position++] = onOffer && !censored && units <= most ? units : Double.NaN;
      }
    }
    return sales.withValues(demand);
  }

  /** Largest value that is believed: with few sales a large one may well be an order in bulk. */
  private static double mostCredible(SeriesPanel sales, int series) {
    double largest = 0;
    double second = 0;
    int count = 0;
    for (int t = 0; t < sales.length(series); t++) {
      double units = sales.value(series, t);
      count += units > 0 ? 1 : 0;
      if (units > largest) {
        second = largest;
        largest = units;
      } else if (units > second) {
        second = units;
      }
    }
    return count >= LEAST_SALES ? MISTAKE * second : Double.POSITIVE_INFINITY;
  }
}
