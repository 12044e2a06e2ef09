package io.synkro.predict.pattern;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;
import org.jspecify.annotations.Nullable;

/** Demand of the steps at which a product could be bought: sales of a stock-out are not demand. */
final class Sellable {
  private final SeriesPanel panel;
  private final @Nullable Covariate inStock;

  Sellable(SeriesPanel panel) {
    this.panel = panel;
    this.inStock = panel.covariate(CovariateNames.IN_STOCK).orElse(null);
  }

  /** Values of a series, NaN where the product was not in stock for the whole step. */
  double[] values(int series) {
    double[] values = panel.values(series);
    if (inStock != null) {
      for (int t = 0; t < values.length; t++) {
        if (inStock.value(series, t) < 1) { // unknown, NaN, counts as in stock
          values[t] = Double.NaN;
        }
      }
    }
    return values;
  }
}
