package io.synkro.predict.trees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapColumnsTest {
  private static final float[] VALUES = {
    Float.NaN,
    Float.NEGATIVE_INFINITY,
    -Float.MAX_VALUE,
    -1,
    -1e-35f,
    -Float.MIN_VALUE,
    -0f,
    0,
    Float.MIN_VALUE,
    1e-35f,
    Math.nextDown(1f),
    1,
    Math.nextUp(1f),
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY
  };

  @ParameterizedTest
  @EnumSource
  void oneComparisonSaysWhatTheRulesSay(Dialect dialect) {
    ShapColumns columns = new ShapColumns(dialect);
    for (int rules = 0; rules <= 14; rules += 2) {
      for (float threshold : VALUES) {
        if (Float.isNaN(threshold)) {
          continue;
        }
        Forest forest = Stumps.of(dialect, (byte) rules, threshold);
        int column = columns.number(0, rules);
        for (float value : VALUES) {
          double below =
              ShapColumns.isBelow(columns.value(column, value), ShapColumns.limit(threshold));
          assertThat(below + 0.0) // no -0.0
              .as("%s <= %s by rules %d", value, threshold, rules)
              .isEqualTo(forest.child(0, dialect.prepare(value)) == ~0 ? 1 : 0);
        }
      }
    }
  }
}
