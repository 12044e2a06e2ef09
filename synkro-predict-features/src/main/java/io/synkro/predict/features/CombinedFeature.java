package io.synkro.predict.features;

/**
 * Two features in one, computed from their floats.
 *
 * @param name name of the column
 * @param operation what is computed
 * @param first a feature
 * @param second a feature
 */
record CombinedFeature(
    String name, Operation operation, PipelineFeature first, PipelineFeature second)
    implements PipelineFeature {
  /** What two numbers become. */
  enum Operation {
    /** First minus second. */
    DIFFERENCE,
    /** First over second; missing if the second is 0. */
    RATIO
  }

  float apply(float a, float b) {
    double result = operation == Operation.RATIO ? (double) a / b : (double) a - b;
    return Math.abs(result) <= Float.MAX_VALUE ? (float) result : Float.NaN;
  }

  @Override
  public String definition() {
    String sign = operation == Operation.RATIO ? "/" : "-";
    return "(%s) %s (%s)".formatted(first.definition(), sign, second.definition());
  }

  @Override
  public CombinedFeature as(String newName) {
    return new CombinedFeature(newName, operation, first, second);
  }
}
