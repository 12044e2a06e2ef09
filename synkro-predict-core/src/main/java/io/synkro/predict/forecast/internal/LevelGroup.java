package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.DoubleArray;
import java.util.Arrays;

/**
 * Levels of items that are alike, and their mean without the lowest and the highest tenth, with or
 * without one of them. Immutable.
 */
final class LevelGroup {
  private static final double TRIMMED = 0.1;

  private final double[] sorted;
  private final double[] sums;

  LevelGroup(DoubleArray levels) {
    sorted = levels.toArray();
    Arrays.sort(sorted);
    sums = new double[sorted.length + 1];
    for (int k = 0; k < sorted.length; k++) {
      sums[k + 1] = sums[k] + sorted[k];
    }
  }

  int size() {
    return sorted.length;
  }

  /** The trimmed mean of all; at least one. */
  double mean() {
    int trimmed = (int) (TRIMMED * sorted.length);
    int last = sorted.length - trimmed;
    return (sums[last] - sums[trimmed]) / (last - trimmed);
  }

  /** The trimmed mean of all but one of this level; at least two. */
  double meanWithout(double level) {
    int left = sorted.length - 1;
    int trimmed = (int) (TRIMMED * left);
    int last = left - trimmed;
    int out = Arrays.binarySearch(sorted, level);
    double sum;
    if (out < trimmed) {
      sum = sums[last + 1] - sums[trimmed + 1];
    } else if (out >= last) {
      sum = sums[last] - sums[trimmed];
    } else {
      sum = sums[last + 1] - sums[trimmed] - level;
    }
    return sum / (last - trimmed);
  }
}
