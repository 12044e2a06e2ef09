package io.synkro.predict.features.targets;

import java.util.Arrays;

/** Differences, and the values to add them to. */
final class DifferencedTarget implements FittedTarget {
  private final double[] before;

  /** Takes the latest value of each position of the season, from the step after the history on. */
  DifferencedTarget(double[] before) {
    this.before = before;
  }

  @Override
  public double[] transformHistory(double[] history) {
    double[] nothing = new double[before.length];
    Arrays.fill(nothing, Double.NaN);
    return differences(history, nothing);
  }

  @Override
  public double[] transform(double[] next) {
    return differences(next, before.clone());
  }

  @Override
  public double[] invert(double[] forecast) {
    double[] latest = before.clone();
    double[] demand = new double[forecast.length];
    for (int h = 0; h < forecast.length; h++) {
      int position = h % latest.length;
      demand[h] = latest[position] + forecast[h];
      if (!Double.isNaN(demand[h])) {
        latest[position] = demand[h];
      }
    }
    return demand;
  }

  private static double[] differences(double[] demand, double[] latest) {
    PointwiseTarget.Domain.FINITE.require(demand);
    double[] differences = new double[demand.length];
    for (int t = 0; t < demand.length; t++) {
      int position = t % latest.length;
      differences[t] = demand[t] - latest[position];
      if (!Double.isNaN(demand[t])) {
        latest[position] = demand[t];
      }
    }
    return differences;
  }
}
