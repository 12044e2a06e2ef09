package io.synkro.predict.features.targets;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * Another way to write the demand of a series, which is easier to learn and can be turned back into
 * units. Immutable; safe for use by many threads.
 *
 * <p><b>Quantiles.</b> Scales, {@link #log1p} and {@link #boxCox} grow with demand, so a quantile
 * of the transformed demand, inverted, is that quantile of the demand. Differences add up past
 * steps: quantiles of single steps cannot be inverted, only whole paths, whose quantiles are then
 * taken step by step.
 *
 * <p><b>Means.</b> The inverse of a mean is the mean of the demand for scales and differences only.
 * Through {@link #log1p} and {@link #boxCox} it is too low, near the median if the transformed
 * demand is symmetric; nothing is corrected here.
 */
public sealed interface TargetTransform permits Scale, Log1p, BoxCox, Difference, Chain {
  /**
   * Returns everything that determines the values, for the version of a pipeline.
   *
   * @return one line; equal for equal transforms
   */
  String definition();

  /**
   * Learns from the history of one series what the inverse will need.
   *
   * @param history demand by step, oldest first, finite or NaN where it is missing; may be empty or
   *     shorter than a season
   * @return the transform of this series
   * @throws io.synkro.predict.InvalidInputException if a value is infinite or outside of what the
   *     transform is defined for
   */
  FittedTarget fit(double[] history);

  /**
   * Divides by the mean of the absolute known values; by 1 if there are none or all are 0.
   *
   * @return the transform
   */
  static TargetTransform scaleByMeanAbsolute() {
    return new Scale(Scale.By.MEAN_ABSOLUTE, 0);
  }

  /**
   * Divides by the standard deviation (of the population) of the known values; by 1 if it is 0: in
   * constant series, to the precision of the numbers, and in those without known values.
   *
   * @return the transform
   */
  static TargetTransform scaleByStandardDeviation() {
    return new Scale(Scale.By.STANDARD_DEVIATION, 0);
  }

  /**
   * Divides by the mean of the absolute known values of the last steps; by 1 if there are none or
   * all are 0.
   *
   * @param steps how many of the last steps count, missing ones included, at least 1
   * @return the transform
   */
  static TargetTransform scaleByRecentMean(int steps) {
    Require.atLeast("steps", steps, 1, "");
    return new Scale(Scale.By.RECENT_MEAN, steps);
  }

  /**
   * Divides by a level that is known already, such as the demand of the product in all warehouses.
   *
   * @param level units, positive
   * @return the transform
   */
  static TargetTransform scaleBy(double level) {
    Require.positive("level", level, "use 1 for series without demand");
    return new Scale(Scale.By.LEVEL, level);
  }

  /**
   * ln(1 + demand), for demand above -1. The inverse is infinite for forecasts above 709.
   *
   * @return the transform
   */
  static TargetTransform log1p() {
    return new Log1p();
  }

  /**
   * (demand^λ - 1) / λ, for demand of zero or more; forecasts below -1/λ become 0. Source: Box
   * &amp; Cox (1964), <a href="https://doi.org/10.1111/j.2517-6161.1964.tb00553.x">An analysis of
   * transformations</a>.
   *
   * @param lambda the power λ, above 0 and below 1; use {@link #log1p} in place of 0
   * @return the transform
   */
  static TargetTransform boxCox(double lambda) {
    Require.between("lambda", lambda, 0, 1, "use log1p() in place of 0");
    return new BoxCox(lambda);
  }

  /**
   * Change since the step before; as {@link #difference(int)} with lag 1.
   *
   * @return the transform
   */
  static TargetTransform difference() {
    return difference(1);
  }

  /**
   * Change since the same position of the season before. Where demand was missing there, the latest
   * known value of the same position counts. In the history, steps without any such value are NaN.
   * After the history, positions that it does not know (it is shorter than the season, or they are
   * all missing) are changes since the last known value of the history, or since 0 if there is
   * none: a forecast is never lost.
   *
   * @param lag steps of a season, 1 to 100,000
   * @return the transform
   */
  static TargetTransform difference(int lag) {
    Require.that(lag >= 1 && lag <= 100_000, "lag", lag, "must be from 1 to 100,000", "");
    return new Difference(lag);
  }

  /**
   * One transform after the other; they are inverted in the opposite order.
   *
   * @param transforms at least one; each is given what the one before it makes
   * @return the transform
   */
  static TargetTransform of(TargetTransform... transforms) {
    Require.atLeast("transforms", transforms.length, 1, "");
    return new Chain(List.of(transforms));
  }
}
