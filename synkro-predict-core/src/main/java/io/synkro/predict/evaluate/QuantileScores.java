package io.synkro.predict.evaluate;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * How good predictive distributions are that are given by quantiles or samples. Steps whose actual
 * is NaN are left out; a score that has no step left, or whose scale is zero, is NaN, and so is one
 * of a forecast that is NaN where demand was observed. Lower is better. Stateless; safe for use by
 * many threads.
 *
 * <p>All are one thing: CRPS is twice the pinball loss averaged over all levels (Gneiting &amp;
 * Ranjan 2011, <a href="https://doi.org/10.1198/jbes.2010.08110">doi:10.1198/jbes.2010.08110</a>),
 * and the weighted quantile loss is twice the pinball loss averaged over some levels, by demand.
 */
public final class QuantileScores {
  private QuantileScores() {}

  /**
   * Mean pinball (quantile) loss of one level. Source: Koenker &amp; Bassett (1978), <a
   * href="https://doi.org/10.2307/1913643">doi:10.2307/1913643</a>.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param quantile forecast quantile, same shape and unit
   * @param level its level, above 0 and below 1
   * @return mean loss, in units of the series
   */
  public static double pinball(double[] actual, double[] quantile, double level) {
    Steps.requireSame(actual, "quantile", quantile.length);
    Require.between("level", level, 0, 1, "write 95 % as 0.95");
    double sum = 0;
    for (int t = 0; t < actual.length; t++) {
      sum += Double.isNaN(actual[t]) ? 0 : loss(actual[t] - quantile[t], level);
    }
    return sum / Steps.observed(actual);
  }

  /**
   * Scaled pinball loss: pinball loss over the error of the naive method within the history.
   * Source: Makridakis et al. (2022), "The M5 uncertainty competition", <a
   * href="https://doi.org/10.1016/j.ijforecast.2021.10.009">doi:10.1016/j.ijforecast.2021.10.009</a>,
   * equation 1, where the error is that of one step from the first sale on.
   *
   * @param naiveError {@link Accuracy#naiveError} of the history, in units of the series
   * @param actual observed demand, shape {@code [steps]}
   * @param quantile forecast quantile, same shape and unit
   * @param level its level, above 0 and below 1
   * @return a ratio
   */
  public static double scaledPinball(
      double naiveError, double[] actual, double[] quantile, double level) {
    return pinball(actual, quantile, level) / naiveError;
  }

  /**
   * Weighted quantile loss (wQL): twice the pinball loss of all steps and levels over demand,
   * averaged over levels. It can be pooled over series. Source: Salinas et al. (2020), <a
   * href="https://doi.org/10.1016/j.ijforecast.2019.07.001">doi:10.1016/j.ijforecast.2019.07.001</a>
   * (ρ-risk), in the form of AutoGluon and fev-bench.
   *
   * @param actual observed demand of any number of series, shape {@code [steps]}
   * @param quantiles forecast quantiles, shape {@code [steps][levels]}, same unit
   * @param levels their levels, rising, above 0 and below 1, at least one
   * @return a ratio; with the level 0.5 alone it is {@link Accuracy#wape}; NaN without demand
   */
  public static double weightedQuantileLoss(
      double[] actual, double[][] quantiles, double[] levels) {
    requireLevels(levels);
    double[] equal = new double[levels.length];
    Arrays.fill(equal, 1.0 / levels.length);
    double demand = 0;
    for (double value : actual) {
      demand += Double.isNaN(value) ? 0 : Math.abs(value);
    }
    double loss = twiceLoss(actual, quantiles, levels, equal);
    return demand == 0 ? Double.NaN : loss / demand;
  }

  /**
   * Continuous ranked probability score from quantiles: twice the integral of the pinball loss over
   * all levels, in which each quantile stands for the levels up to the middle between it and the
   * next one. With the levels (i − ½) / n it is {@link #crpsOfSamples} of the quantiles, exactly;
   * few quantiles without outer ones make it too low.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param quantiles forecast quantiles, shape {@code [steps][levels]}, same unit
   * @param levels their levels, rising, above 0 and below 1, at least one
   * @return mean over steps, in units of the series
   */
  public static double crps(double[] actual, double[][] quantiles, double[] levels) {
    requireLevels(levels);
    double[] widths = new double[levels.length];
    double from = 0;
    for (int k = 0; k < levels.length; k++) {
      double to = k + 1 == levels.length ? 1 : (levels[k] + levels[k + 1]) / 2;
      widths[k] = to - from;
      from = to;
    }
    return twiceLoss(actual, quantiles, levels, widths) / Steps.observed(actual);
  }

  /**
   * Continuous ranked probability score from samples: the mean distance of samples from the actual
   * minus half the mean distance from each other, which is that of their empirical distribution.
   * Source: Gneiting &amp; Raftery (2007), <a
   * href="https://doi.org/10.1198/016214506000001437">doi:10.1198/016214506000001437</a>, equation
   * 21.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param samples equally likely values, in any order, shape {@code [steps][samples]}, same unit;
   *     at least one a step
   * @return mean over steps, in units of the series; one sample has the absolute error
   */
  public static double crpsOfSamples(double[] actual, double[][] samples) {
    Steps.requireSame(actual, "samples", samples.length);
    double sum = 0;
    for (int t = 0; t < actual.length; t++) {
      Require.atLeast("samples of step " + t, samples[t].length, 1, "");
      sum += Double.isNaN(actual[t]) ? 0 : crpsOfSamples(actual[t], samples[t].clone());
    }
    return sum / Steps.observed(actual);
  }

  /** After sorting, the i-th of n samples counts 2i - n - 1 times in the sum of all distances. */
  private static double crpsOfSamples(double actual, double[] samples) {
    Arrays.sort(samples);
    int n = samples.length;
    double fromActual = 0;
    double fromEachOther = 0;
    for (int i = 0; i < n; i++) {
      fromActual += Math.abs(samples[i] - actual);
      fromEachOther += (2.0 * i + 1 - n) * samples[i];
    }
    return fromActual / n - fromEachOther / n / n;
  }

  private static double twiceLoss(
      double[] actual, double[][] quantiles, double[] levels, double[] weights) {
    Steps.requireSame(actual, "quantiles", quantiles.length);
    double sum = 0;
    for (int t = 0; t < actual.length; t++) {
      Require.that(
          quantiles[t].length == levels.length,
          "quantiles of step " + t,
          quantiles[t].length,
          "must be as many as levels, " + levels.length,
          "");
      for (int k = 0; k < levels.length && !Double.isNaN(actual[t]); k++) {
        sum += 2 * weights[k] * loss(actual[t] - quantiles[t][k], levels[k]);
      }
    }
    return sum;
  }

  private static double loss(double error, double level) {
    return Math.max(level * error, (level - 1) * error);
  }

  private static void requireLevels(double[] levels) {
    Require.atLeast("levels.length", levels.length, 1, "");
    double before = 0;
    for (double level : levels) {
      Require.between("level", level, before, 1, "write 95 % as 0.95, the lowest level first");
      before = level;
    }
  }
}
