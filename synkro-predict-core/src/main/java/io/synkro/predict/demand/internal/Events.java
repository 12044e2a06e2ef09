package io.synkro.predict.demand.internal;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;

/** Tells whether a covariate explains unusual demand. Stateless. */
final class Events {
  /** A price below this share of the series' mean price is a price cut. */
  private static final double CUT = 0.95;

  /** A flag that is on more often than this is no event. */
  private static final double RARE = 0.25;

  private Events() {}

  static boolean explain(SeriesPanel panel, int series, int t) {
    for (Covariate covariate : panel.covariates()) {
      double value = covariate.value(series, t);
      boolean explains =
          switch (covariate.name()) {
            case CovariateNames.IN_STOCK, CovariateNames.ONE_OFF -> false;
            case CovariateNames.PROMOTION -> value > 0;
            case CovariateNames.PRICE ->
                value < CUT * mean(covariate, series, panel.length(series));
            default -> value == 1 && isRareFlag(covariate, series, panel.length(series));
          };
      if (explains) {
        return true;
      }
    }
    return false;
  }

  private static double mean(Covariate covariate, int series, int length) {
    double sum = 0;
    int count = 0;
    for (int t = 0; t < length; t++) {
      double value = covariate.value(series, t);
      sum += Double.isNaN(value) ? 0 : value;
      count += Double.isNaN(value) ? 0 : 1;
    }
    return sum / count;
  }

  private static boolean isRareFlag(Covariate covariate, int series, int length) {
    int ones = 0;
    for (int t = 0; t < length; t++) {
      double value = covariate.value(series, t);
      if (value != 0 && value != 1 && !Double.isNaN(value)) {
        return false;
      }
      ones += value == 1 ? 1 : 0;
    }
    return ones <= RARE * length;
  }
}
