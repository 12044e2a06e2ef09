package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandAheadTest {
  private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2.25, 3, 4, 9.5, 40})
  void fromTheStartItEqualsTheForecast(double days) {
    DemandForecast forecast = forecast(Frequency.DAILY, 0.3, 10, 20, 30, 5);
    DemandAhead ahead = DemandAhead.after(MONDAY.minusDays(1), forecast);
    assertThat(ahead.meanOver(days)).isCloseTo(forecast.meanOver(days), within(1e-9));
    assertThat(ahead.sdOver(days)).isCloseTo(forecast.sdOver(days), within(1e-9));
  }

  @Test
  void weeksAreSpreadOverTheirDays() {
    // by hand: 70 a week is 10 a day; variance 49 a week (sd = mean / 10) is 7 a day
    DemandAhead ahead =
        DemandAhead.after(MONDAY.minusDays(1), forecast(Frequency.WEEKLY, 0, 70, 70));
    assertThat(ahead.meanOver(3)).isCloseTo(30, within(1e-12));
    assertThat(ahead.sdOver(3)).isCloseTo(Math.sqrt(21), within(1e-12));
  }

  @Test
  void daysThatAreOverDoNotCount() {
    // by hand: on Tuesday evening Monday's 10 and Tuesday's 20 are over
    DemandAhead ahead =
        DemandAhead.after(MONDAY.plusDays(1), forecast(Frequency.DAILY, 0, 10, 20, 30, 40));
    assertThat(ahead.meanOver(2)).isCloseTo(70, within(1e-12));
    assertThat(ahead.sdOver(2)).isCloseTo(5, within(1e-12));
  }

  @Test
  void coverIsTheTimeUntilTheExpectedDemandUsesTheStock() {
    DemandAhead ahead =
        DemandAhead.after(MONDAY.minusDays(1), forecast(Frequency.DAILY, 0, 10, 20, 0, 10));
    assertThat(ahead.daysOfCover(0)).isZero();
    assertThat(ahead.daysOfCover(5)).isCloseTo(0.5, within(1e-12));
    assertThat(ahead.daysOfCover(20)).isCloseTo(1.5, within(1e-12));
    assertThat(ahead.daysOfCover(35)).isCloseTo(3.5, within(1e-12));
    // beyond the horizon the mean of its four days, 10 a day
    assertThat(ahead.daysOfCover(60)).isCloseTo(6, within(1e-12));
    assertThat(
            DemandAhead.after(MONDAY.minusDays(1), forecast(Frequency.DAILY, 0, 0, 0))
                .daysOfCover(1))
        .isInfinite();
  }

  @Test
  void refusesForecastsOfAnotherTime() {
    DemandForecast forecast = forecast(Frequency.DAILY, 0, 10, 20);
    assertThatThrownBy(() -> DemandAhead.after(MONDAY.plusDays(1), forecast))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("start of the forecast of P1@W1 (2024-01-01)")
        .hasMessageContaining("Maybe forecast again with the newest history.");
    assertThatThrownBy(() -> DemandAhead.after(MONDAY.minusDays(3), forecast))
        .isInstanceOf(InvalidInputException.class);
    // early in December a forecast from January on is the next one there is
    DemandForecast months = forecast(Frequency.MONTHLY, 0, 300, 300);
    assertThat(DemandAhead.after(LocalDate.of(2023, 12, 5), months).meanOver(1))
        .isCloseTo(300 / Frequency.MONTHLY.meanDays(), within(1e-12));
  }

  private static DemandForecast forecast(Frequency frequency, double correlation, double... mean) {
    double[] sd = new double[mean.length];
    for (int h = 0; h < sd.length; h++) {
      sd[h] = mean[h] / 10;
    }
    return new DemandForecast(
        SeriesId.of("P1", "W1"),
        TimeAxis.of(frequency, MONDAY),
        0,
        new double[] {0.5},
        mean,
        sd,
        mean,
        correlation);
  }
}
