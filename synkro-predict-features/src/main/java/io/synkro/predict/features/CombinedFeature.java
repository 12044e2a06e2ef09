package io.synkro.predict.features;

import io.synkro.predict.features.internal.Slice;

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

  /** The result of two floats, missing if no float can hold it. */
  float apply(float a, float b) {
    float result = operation == Operation.RATIO ? a / b : a - b;
    return Math.abs(result) <= Float.MAX_VALUE ? result : Float.NaN;
  }

  /** Applies the operation to many rows. */
  void apply(Slice first, Slice second, Slice out) {
    float[] a = first.values();
    float[] b = second.values();
    float[] result = out.values();
    int fromA = first.at();
    int fromB = second.at();
    int at = out.at();
    if (operation == Operation.RATIO) {
      for (int t = 0; t < out.rows(); t++) {
        float ratio = a[fromA + t] / b[fromB + t];
        result[at + t] = Math.abs(ratio) <= Float.MAX_VALUE ? ratio : Float.NaN;
      }
    } else {
      for (int t = 0; t < out.rows(); t++) {
        result[at + t] = apply(a[fromA + t], b[fromB + t]);
      }
    }
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
