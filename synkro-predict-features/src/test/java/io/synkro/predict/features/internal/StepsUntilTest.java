package io.synkro.predict.features.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.tabular.HistoryTransform;
import io.synkro.predict.testkit.HistoryTransformContractTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsUntilTest extends HistoryTransformContractTest {
  @Override
  protected HistoryTransform transform() {
    return new StepsUntil(3);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1, 0", // at the target itself
    "0, 0, 1, 1, 2",
    "0, 0, 0, 1, 3",
    "0, 0, 0, 0, 4", // none in reach
    "0, 1, NaN, NaN, 1", // nothing that is not known can come before it
    "NaN, 0, 1, 0, 2", // the first that is known of
    "0, 0, 0, NaN, NaN",
    "NaN, 0, 0, 0, NaN",
    "-1, 0, 0, 0, 4"
  })
  void countsFromTheOldestValue(float a, float b, float c, float d, float expected) {
    HistoryView plan = new HistoryView();
    plan.place(new float[] {a, b, c, d}, 4, 4, 0);
    float steps = new StepsUntil(3).value(plan, new double[0], 0);
    assertThat(new float[] {steps}).containsExactly(expected);
  }
}
