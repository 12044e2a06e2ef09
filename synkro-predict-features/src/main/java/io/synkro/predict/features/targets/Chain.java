package io.synkro.predict.features.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One transform after the other. */
record Chain(List<TargetTransform> transforms) implements TargetTransform {
  @Override
  public String definition() {
    return transforms.stream().map(TargetTransform::definition).collect(Collectors.joining(" | "));
  }

  @Override
  public FittedTarget fit(double[] history) {
    List<FittedTarget> fitted = new ArrayList<>();
    double[] values = history;
    for (TargetTransform each : transforms) {
      FittedTarget next = each.fit(values);
      values = next.transformHistory(values);
      fitted.add(next);
    }
    return new ChainedTarget(List.copyOf(fitted));
  }
}
