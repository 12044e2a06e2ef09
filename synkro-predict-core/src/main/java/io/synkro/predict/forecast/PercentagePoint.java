package io.synkro.predict.forecast;

import java.util.function.DoubleUnaryOperator;

/** The forecast of the least expected MAPE: the median of demand weighted by its inverse. */
final class PercentagePoint {
  private static final int LEVELS = 99;

  private PercentagePoint() {}

  /** No demand counts for nothing, as MAPE leaves it out. */
  static double of(DoubleUnaryOperator quantile) {
    double[] demand = new double[LEVELS];
    double half = 0;
    for (int k = 0; k < LEVELS; k++) {
      demand[k] = quantile.applyAsDouble((k + 1.0) / (LEVELS + 1));
      half += demand[k] > 0 ? 1 / demand[k] / 2 : 0;
    }
    double weight = 0;
    for (double value : demand) {
      weight += value > 0 ? 1 / value : 0;
      if (value > 0 && weight >= half) {
        return value;
      }
    }
    return 0;
  }
}
