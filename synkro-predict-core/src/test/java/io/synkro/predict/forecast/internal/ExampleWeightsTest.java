package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.TreeTraining;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten days of one series, which begins on the third day of the axis. */
class ExampleWeightsTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final SeriesPanel PANEL =
      SeriesPanel.builder(AXIS)
          .covariate("price", Availability.KNOWN_IN_FUTURE)
          .add(
              new TimeSeries(SeriesId.of("P", "W"), AXIS, 2, new double[10]),
              Map.of("price", new double[] {2, 2, 2, 2, 5, Double.NaN, 2, 2, 2, 3}),
              Map.of())
          .build();

  private static double weight(TreeTraining training, int position) {
    return new ExampleWeights(PANEL, training).of(0, position);
  }

  @Test
  void allCountAlikeUnlessAskedFor() {
    assertThat(weight(TreeTraining.standard(), 0)).isEqualTo(1);
    assertThat(weight(TreeTraining.standard(), 9)).isEqualTo(1);
  }

  @Test
  void oldExamplesCountHalfAfterTheHalfLife() {
    TreeTraining recent = TreeTraining.builder().halfLife(3).build();
    assertThat(weight(recent, 9)).isEqualTo(1);
    assertThat(weight(recent, 6)).isCloseTo(0.5, within(1e-12));
    assertThat(weight(recent, 0)).isCloseTo(0.125, within(1e-12));
  }

  @Test
  void unitsCountByTheirValueAndNotAtAllIfThatIsUnknown() {
    TreeTraining byPrice = TreeTraining.builder().weightedBy("price").build();
    assertThat(weight(byPrice, 4)).isEqualTo(5);
    assertThat(weight(byPrice, 5)).isZero();
  }

  @Test
  void aValueThatIsNoCovariateIsRefused() {
    TreeTraining byCost = TreeTraining.builder().weightedBy("cost").build();
    assertThatThrownBy(() -> new ExampleWeights(PANEL, byCost))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("weightedBy (cost)");
  }
}
