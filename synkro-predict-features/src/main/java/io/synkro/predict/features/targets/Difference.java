package io.synkro.predict.features.targets;

import java.util.Arrays;

/** Demand minus the demand of so many steps before. */
record Difference(int lag) implements TargetTransform {
  @Override
  public String definition() {
    return "difference(%s)".formatted(lag);
  }

  @Override
  public FittedTarget fit(double[] history) {
    PointwiseTarget.Domain.FINITE.require(history);
    double last = 0;
    double[] latest = new double[lag];
    Arrays.fill(latest, Double.NaN);
    for (int t = 0; t < history.length; t++) {
      if (!Double.isNaN(history[t])) {
        last = history[t];
        latest[t % lag] = last;
      }
    }
    double[] ahead = new double[lag];
    for (int h = 0; h < lag; h++) {
      double known = latest[(int) ((history.length + (long) h) % lag)];
      ahead[h] = Double.isNaN(known) ? last : known;
    }
    return new DifferencedTarget(ahead);
  }
}
