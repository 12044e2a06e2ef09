package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.DoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much of the bias of past forecasts is repeated. The errors of one origin have much in common,
 * such as the state of the market, so that a few origins say little of the bias to come however
 * many series there are: their mean is shrunk by its own variance from origin to origin (the
 * positive part of the estimator of James &amp; Stein 1961).
 */
final class RepeatedBias {
  /**
   * Even the bias that all origins share is half repeated, as demand changes. In rolling origins of
   * ten sets half did better than none or all of it, by 2 % of the weighted quantile loss.
   */
  private static final double MOST = 0.5;

  private RepeatedBias() {}

  /**
   * Returns the share of the bias of regular demand that forecasts to come will have.
   *
   * @return from 0, also if there was but one origin, to 0.5
   */
  static double share(BacktestErrors errors, double[] forecasts, int[] used) {
    Map<Integer, DoubleArray> byOrigin = new TreeMap<>();
    for (int k : used) {
      BacktestErrors.Run run = errors.run(k);
      if (run.segment() == Segment.REGULAR && run.spread() > 0) {
        double error = (errors.actual(k) - forecasts[k]) / run.spread();
        byOrigin.computeIfAbsent(errors.origin(k), o -> new DoubleArray()).add(error);
      }
    }
    List<Double> medians = new ArrayList<>();
    byOrigin.values().forEach(of -> medians.add(median(of.toArray())));
    return MOST * repeated(medians);
  }

  /** 1 - s² / (n b²) of n values with the mean b and the variance s². */
  static double repeated(List<Double> medians) {
    int n = medians.size();
    double mean = medians.stream().mapToDouble(m -> m).average().orElse(0);
    if (n < 2 || mean == 0) {
      return 0;
    }
    double squares = medians.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum();
    return Math.max(0, 1 - squares / (n - 1) / n / (mean * mean));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }
}
