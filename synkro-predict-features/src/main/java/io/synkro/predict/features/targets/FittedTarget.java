package io.synkro.predict.features.targets;

/**
 * A transform that knows the history of one series: its scale, its last values. Every call begins
 * anew at the end of that history. Immutable; safe for use by many threads.
 */
public sealed interface FittedTarget permits PointwiseTarget, DifferencedTarget, ChainedTarget {
  /**
   * Transforms the history that this was fitted to.
   *
   * @param history the same values again; they are not kept here, since many series would fill the
   *     memory
   * @return as many values; NaN where demand is missing or there is nothing before it to take a
   *     difference from
   */
  double[] transformHistory(double[] history);

  /**
   * Transforms the demand of the steps that follow the history.
   *
   * @param next demand from the step after the history on, NaN where it is missing
   * @return as many values, NaN where demand is missing
   * @throws io.synkro.predict.InvalidInputException if a value is infinite or outside of what the
   *     transform is defined for
   */
  double[] transform(double[] next);

  /**
   * Turns a forecast back into demand.
   *
   * @param forecast transformed demand from the step after the history on; NaN where there is none
   * @return as many values in units; NaN where the forecast is
   */
  double[] invert(double[] forecast);
}
