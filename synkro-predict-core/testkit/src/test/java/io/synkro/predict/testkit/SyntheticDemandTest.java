package io.synkro.predict.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticDemandTest {
  @Test
  void equalSeedsGiveEqualPanels() {
    SeriesPanel panel = SyntheticDemand.panel(8, 100, 3);
    SeriesPanel same = SyntheticDemand.panel(8, 100, 3);
    SeriesPanel other = SyntheticDemand.panel(8, 100, 4);
    assertThat(panel.size()).isEqualTo(8);
    assertThat(panel.id(7)).isEqualTo(SeriesId.of("P1", "W2"));
    for (int i = 0; i < 8; i++) {
      assertThat(panel.values(i))
          .hasSize(100)
          .isEqualTo(same.values(i))
          .isNotEqualTo(other.values(i));
    }
  }

  @Test
  void saturdaysSellMoreAndIntermittentSeriesSeldom() {
    SeriesPanel panel = SyntheticDemand.panel(4, 700, 5);
    double saturdays = 0;
    double mondays = 0;
    for (int t = 0; t < 700; t += 7) {
      mondays += panel.value(0, t);
      saturdays += panel.value(0, t + 5);
    }
    // the week says 1.5 and 0.8
    assertThat(saturdays / mondays).isBetween(1.7, 2.1);
    long zeros = Arrays.stream(panel.values(3)).filter(v -> v == 0).count();
    assertThat(zeros).isBetween(300L, 650L); // a sale on one day in 2 to 8
    assertThat(Arrays.stream(panel.values(0))).allMatch(v -> v >= 0 && v == Math.rint(v));
  }
}
