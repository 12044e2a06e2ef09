package io.synkro.predict.tabular;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureRowsTest {
  private static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));
  private static final SeriesPanel PANEL =
      SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("P", "W"), AXIS, 3, new double[] {1, 2})));

  @ParameterizedTest
  @CsvSource({
    "1, 5, 1",
    "-1, 5, 1",
    "0, 5, 0",
    "0, 2147483647, 1",
    "0, 2147483647, 2",
    "0, 5, 2147483647",
    "0, 10006, 1",
    "0, 5, 10002",
    "0, -2147483648, 1",
    "0, -9998, 1"
  })
  void refusesRowsFarFromThePanel(int series, int origin, int horizon) {
    FeatureRows rows = row(series, origin, horizon);
    assertThatThrownBy(() -> rows.requireWithin(PANEL))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("row 0");
  }

  @Test
  void takesRowsAroundThePanel() {
    assertThatCode(() -> row(0, 10005, 1).requireWithin(PANEL)).doesNotThrowAnyException();
    assertThatCode(() -> row(0, 5, 10001).requireWithin(PANEL)).doesNotThrowAnyException();
    assertThatCode(() -> row(0, -9997, 1).requireWithin(PANEL)).doesNotThrowAnyException();
  }

  private static FeatureRows row(int series, int origin, int horizon) {
    return new FeatureRows(new int[] {series}, new int[] {origin}, new int[] {horizon});
  }
}
