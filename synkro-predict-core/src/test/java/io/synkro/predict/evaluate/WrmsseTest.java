package io.synkro.predict.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand beside each test. */
class WrmsseTest {
  private static final double[][] HISTORY = {{0, 0, 1, 3, 2}, {4, 4, 2, 2, 6}};
  private static final double[] VALUE = {1, 3};
  private static final int[] TOTAL = {0, 0};
  private static final int[] SERIES = {0, 1};
  private static final double[][] ACTUAL = {{3, 1}, {5, 5}};
  private static final double[][] FORECAST = {{2, 1}, {5, 7}};

  // from the first sale on: changes of the first 2, -1: mean square 2.5; of the second 0, -2, 0, 4:
  // 5; of the total (4, 4, 3, 5, 8): 0, -1, 2, 3: 3.5. Squared errors 1, 0 | 0, 4 | 1, 4
  private static final double OF_SERIES = Math.sqrt(0.5 / 2.5) / 4 + Math.sqrt(2 / 5.0) * 3 / 4;
  private static final double OF_TOTAL = Math.sqrt(2.5 / 3.5);

  @Test
  void groupsAreWeightedByValueAndLevelsEqually() {
    Wrmsse measure = Wrmsse.of(HISTORY, VALUE, List.of(TOTAL, SERIES));
    double[] byLevel = measure.byLevel(ACTUAL, FORECAST);
    assertThat(byLevel[0]).isCloseTo(OF_TOTAL, within(1e-12));
    assertThat(byLevel[1]).isCloseTo(OF_SERIES, within(1e-12));
    assertThat(measure.score(ACTUAL, FORECAST))
        .isCloseTo((OF_TOTAL + OF_SERIES) / 2, within(1e-12));
  }

  @Test
  void ofOneSeriesItIsRmsse() {
    double[][] history = {{2, 4, 1, 5}};
    double[][] actual = {{3, 2}};
    double[][] forecast = {{1, 2}};
    assertThat(Wrmsse.of(history, new double[] {7}, List.of(new int[] {0})).score(actual, forecast))
        .isCloseTo(Accuracy.rmsse(history[0], actual[0], forecast[0]), within(1e-12));
  }

  @Test
  void groupsWithoutAScaleAreLeftOut() {
    double[][] history = {{0, 0, 0, 0, 0}, {4, 4, 2, 2, 6}};
    Wrmsse measure = Wrmsse.of(history, VALUE, List.of(SERIES));
    assertThat(measure.score(ACTUAL, FORECAST)).isCloseTo(Math.sqrt(2 / 5.0), within(1e-12));
    assertThat(Wrmsse.of(new double[2][3], VALUE, List.of(SERIES)).score(ACTUAL, FORECAST)).isNaN();
    assertThat(Wrmsse.of(HISTORY, new double[2], List.of(TOTAL)).score(ACTUAL, FORECAST)).isNaN();
  }

  @Test
  void missingStepsAreLeftOutOfEveryGroupThatHoldsThem() {
    double[][] actual = {{3, Double.NaN}, {5, 5}};
    double[] byLevel = Wrmsse.of(HISTORY, VALUE, List.of(TOTAL, SERIES)).byLevel(actual, FORECAST);
    assertThat(byLevel[0]).isCloseTo(Math.sqrt(1 / 3.5), within(1e-12));
    assertThat(byLevel[1])
        .isCloseTo(Math.sqrt(1 / 2.5) / 4 + Math.sqrt(2 / 5.0) * 3 / 4, within(1e-12));
  }

  @Test
  void shapesThatDifferAreRefused() {
    assertThatThrownBy(() -> Wrmsse.of(new double[][] {{1, 2}, {1}}, VALUE, List.of(TOTAL)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("steps of series 1 (1)");
    assertThatThrownBy(() -> Wrmsse.of(HISTORY, VALUE, List.of(new int[] {0})))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> Wrmsse.of(HISTORY, VALUE, List.of(new int[] {0, -1})))
        .isInstanceOf(InvalidInputException.class);
  }
}
