package io.synkro.predict.features.targets;

import java.util.List;

/** Fitted transforms, in the order in which they are applied. */
final class ChainedTarget implements FittedTarget {
  private final List<FittedTarget> steps;

  ChainedTarget(List<FittedTarget> steps) {
    this.steps = steps;
  }

  @Override
  public double[] transformHistory(double[] history) {
    double[] values = history;
    for (FittedTarget step : steps) {
      values = step.transformHistory(values);
    }
    return values;
  }

  @Override
  public double[] transform(double[] next) {
    double[] values = next;
    for (FittedTarget step : steps) {
      values = step.transform(values);
    }
    return values;
  }

  @Override
  public double[] invert(double[] forecast) {
    double[] values = forecast;
    for (int i = steps.size() - 1; i >= 0; i--) {
      values = steps.get(i).invert(values);
    }
    return values;
  }
}
