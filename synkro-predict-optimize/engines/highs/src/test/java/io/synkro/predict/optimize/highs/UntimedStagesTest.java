package io.synkro.predict.optimize.highs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearResult;
import io.synkro.predict.optimize.linear.LinearStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UntimedStagesTest {
  /** Rows of equal length, in each of which all columns of its own block stand. */
  private static LinearModel blocks(int rows, int length) {
    LinearModelBuilder model = LinearModel.builder("blocks");
    for (int j = 0; j < rows * length; j++) {
      model.column(LinearColumn.binary("", -1 - j % 3));
    }
    for (int r = 0; r < rows; r++) {
      LinearModelBuilder.Row row = model.row("");
      for (int j = 0; j < length; j++) {
        row.term(r * length + j, 1);
      }
      row.atMost(length / 2.0);
    }
    return model.build();
  }

  private static UntimedStages stages(LinearModel model, long millis) {
    return new UntimedStages(model, limit(millis));
  }

  private static LinearOptions limit(long millis) {
    return LinearOptions.builder().timeLimit(Duration.ofMillis(millis)).build();
  }

  /** Counted by hand: a column is compared along its shortest row of more than two, by sign. */
  @Test
  void countsTheShortestRowOfEachSign() {
    LinearModelBuilder model = LinearModel.builder("signs");
    for (int j = 0; j < 4; j++) {
      model.column(LinearColumn.binary("", 1));
    }
    model.row("").term(0, 1).term(1, 1).term(2, 1).term(3, 1).atMost(3); // 0 to 3 rise: 4 each
    model.row("").term(0, 1).term(1, 1).term(2, -1).atMost(1); // 0 and 1 rise: 3, 2 falls: 3
    model.row("").term(0, 1).term(1, 1).term(3, 1).atLeast(1); // as at most: 0, 1 and 3 fall: 3
    model.row("").term(0, 1).term(3, -1).equalTo(0); // too short
    // 0: 3 + 3, 1: 3 + 3, 2: 4 + 3, 3: 4 + 3
    assertThat(stages(model.build(), 1000).dominationSteps()).isEqualTo(26);
  }

  @Test
  void longRowsLeaveNoRoomForPresolve() {
    LinearModel longRows = blocks(2, 1500); // 4,500,000 steps
    assertThat(stages(longRows, 17_900).hasRoomForPresolve()).isFalse();
    assertThat(stages(longRows, 18_000).hasRoomForPresolve()).isTrue();
    assertThat(stages(blocks(30, 100), 1201).hasRoomForPresolve()).isTrue(); // 300,000 steps
    assertThat(stages(longRows, 299).hasRoomForJump()).isFalse(); // 3,000 coefficients
    assertThat(stages(longRows, 300).hasRoomForJump()).isTrue();
  }

  @Test
  void modelsAreSolvedWithoutTheStagesToo() {
    LinearModel model = blocks(2, 1500);
    LinearResult result =
        LinearEngines.engine("highs").solve(model, limit(17_900), LinearMonitor.none());
    assertThat(result.status()).isEqualTo(LinearStatus.OPTIMAL_PROVEN);
    // 750 of each block: its 500 columns of cost -3 and 250 of cost -2
    assertThat(result.incumbent().orElseThrow().objective()).isEqualTo(-2 * (1500 + 500));
  }

  @Test
  void largeModelsAreRefusedIfTheLimitIsTooShortToSetThemUp() {
    LinearModel model = blocks(1200, 125); // 150,000 coefficients
    LinearResult result =
        LinearEngines.engine("highs").solve(model, limit(999), LinearMonitor.none());
    assertThat(result.status()).isEqualTo(LinearStatus.REFUSED);
    assertThat(result.detail()).contains("150000 coefficients", "0.999 s", "149850", "1.0 s");
    assertThat(stages(model, 1000).refusal()).isEmpty();
    assertThat(stages(blocks(800, 125), 1).refusal()).isEmpty(); // 100,000: never
  }

  @Test
  void reservesLessThanTheLimitMayBeMissedBy() {
    LinearModel model = blocks(1200, 125);
    assertThat(stages(model, 100).reserve()).isCloseTo(0.005, within(1e-12));
    assertThat(stages(model, 60_000).reserve()).isCloseTo(0.045, within(1e-12));
  }
}
