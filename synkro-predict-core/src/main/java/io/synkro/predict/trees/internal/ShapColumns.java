package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.IntArray;
import java.util.HashMap;
import java.util.Map;

/**
 * What a row looks like to nodes that treat missing values alike. With the missing values moved to
 * one end or the other, a node goes left if and only if {@code value < limit}: one comparison
 * without branches instead of the rules of {@link Forest#child}. Doubles hold what lies beyond all
 * floats.
 */
final class ShapColumns {
  /** Infinity; as a number, so that differences are numbers too. */
  private static final double INFINITE = 0x1p128;

  /** Not below any limit. */
  private static final double BEYOND = 0x1p129;

  /** Two columns differ by less than 2^130, and this takes them into (-1, 1). */
  private static final double SCALE = 0x1p-131;

  private static final int MISSING_RULES =
      Forest.MISSING_LEFT | Forest.NAN_IS_MISSING | Forest.ZERO_IS_MISSING;

  private final Dialect dialect;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final IntArray features = new IntArray();
  private final IntArray rules = new IntArray();

  ShapColumns(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Returns the number of the column for a feature and the rules of a node, new if need be. */
  int number(int feature, int nodeRules) {
    int missing = nodeRules & MISSING_RULES;
    return numbers.computeIfAbsent(
        (long) feature << Byte.SIZE | missing,
        key -> {
          features.add(feature);
          rules.add(missing);
          return features.size() - 1;
        });
  }

  int size() {
    return features.size();
  }

  int feature(int column) {
    return features.get(column);
  }

  /** Returns what a column shows of the value of its feature. */
  double value(int column, float value) {
    int rule = rules.get(column);
    double missing = (rule & Forest.MISSING_LEFT) != 0 ? -INFINITE : BEYOND;
    float x = dialect.prepare(value);
    if (Float.isNaN(x)) {
      if ((rule & Forest.NAN_IS_MISSING) != 0) {
        return missing;
      }
      x = 0;
    }
    if (x == 0 && (rule & Forest.ZERO_IS_MISSING) != 0) {
      return missing;
    }
    return Float.isInfinite(x) ? Math.copySign(INFINITE, x) : x;
  }

  /** Returns the limit below which values are that are not above the threshold. */
  static double limit(float threshold) {
    if (threshold == Float.POSITIVE_INFINITY) {
      return BEYOND;
    }
    float next = Math.nextUp(threshold);
    return next == Float.POSITIVE_INFINITY ? INFINITE : next;
  }

  /** Returns 1 if the value is below the limit, else 0 (of either sign). */
  static double isBelow(double value, double limit) {
    // C2 turns this into vector instructions, which it does not do with comparisons
    return Math.ceil((limit - value) * SCALE);
  }
}
