package io.synkro.predict.features.parity;

import io.synkro.predict.features.parity.FeatureParity.Example;
import java.util.ArrayList;
import java.util.List;

/** Counts how the values of one feature differ. Not safe for use by many threads. */
final class Differences {
  private final String feature;
  private final List<Example> examples = new ArrayList<>();
  private int compared;
  private int mismatches;
  private int missing;
  private int extra;
  private double largest;
  private double relative;

  Differences(String feature) {
    this.feature = feature;
  }

  void add(ServedVector vector, int column, float recomputed) {
    float served = vector.value(column);
    compared++;
    if (Float.floatToIntBits(served) == Float.floatToIntBits(recomputed)) {
      return; // any NaN is missing
    }
    if (Float.isNaN(served)) {
      missing++;
    } else if (Float.isNaN(recomputed)) {
      extra++;
    } else {
      mismatches++;
      double difference = Math.abs((double) served - recomputed);
      double size = Math.max(Math.abs(served), Math.abs(recomputed));
      largest = Math.max(largest, difference);
      relative = Math.max(relative, size == 0 ? 0 : difference / size);
    }
    if (examples.size() < FeatureParity.MOST_EXAMPLES) {
      int origin = vector.ask().origin();
      examples.add(
          new Example(vector.series(), origin, vector.ask().horizon(), served, recomputed));
    }
  }

  FeatureParity parity() {
    return new FeatureParity(
        feature, compared, mismatches, missing, extra, largest, relative, examples);
  }
}
