package io.synkro.predict.forecast;

/**
 * What a single number shall keep small. The best number differs from loss to loss although the
 * demand it speaks of is the same (Gneiting 2011, <a
 * href="https://doi.org/10.1198/jasa.2011.r10138">doi:10.1198/jasa.2011.r10138</a>).
 */
public enum PointLoss {
  /** Squared error, RMSE, RMSSE: the mean. Sums of it are forecasts of totals. */
  SQUARED,

  /** Absolute error, WAPE, MASE: the median. */
  ABSOLUTE,

  /**
   * Absolute error in percent of the demand, MAPE: the median of a distribution in which demand y
   * has the weight 1 / y (section 1.2 of the same paper, β = −1), which lies below the median. No
   * number for stock, since it is short in more than half of all steps.
   */
  ABSOLUTE_PERCENTAGE
}
