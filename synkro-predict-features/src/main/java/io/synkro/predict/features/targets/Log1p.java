package io.synkro.predict.features.targets;

/** ln(1 + demand). StrictMath gives the same bits on every machine. */
record Log1p() implements TargetTransform {
  @Override
  public String definition() {
    return "log1p";
  }

  @Override
  public FittedTarget fit(double[] history) {
    PointwiseTarget.Domain.ABOVE_MINUS_ONE.require(history);
    return new PointwiseTarget(
        PointwiseTarget.Domain.ABOVE_MINUS_ONE, StrictMath::log1p, StrictMath::expm1);
  }
}
