package io.synkro.predict.features.targets;

/** (demand^λ - 1) / λ. StrictMath gives the same bits on every machine. */
record BoxCox(double lambda) implements TargetTransform {
  @Override
  public String definition() {
    return "box_cox(%s)".formatted(lambda);
  }

  @Override
  public FittedTarget fit(double[] history) {
    PointwiseTarget.Domain.NOT_NEGATIVE.require(history);
    return new PointwiseTarget(
        PointwiseTarget.Domain.NOT_NEGATIVE,
        demand -> (StrictMath.pow(demand, lambda) - 1) / lambda,
        // Math.max keeps NaN
        value -> StrictMath.pow(Math.max(0, lambda * value + 1), 1 / lambda));
  }
}
