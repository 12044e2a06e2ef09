package io.synkro.predict.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFeaturesTest {
  private static final TimeAxis DAYS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 2, 28));

  @Test
  void describesTheStartOfAStep() {
    TimeAxis hours = new TimeAxis(Frequency.HOURLY, LocalDateTime.of(2024, 12, 31, 23, 0));
    assertThat(DateFeatures.hour().value(hours, 0)).isEqualTo(23);
    assertThat(DateFeatures.hour().value(hours, 1)).isZero();
    assertThat(DateFeatures.weekday().value(hours, 0)).isEqualTo(2); // a Tuesday
    assertThat(DateFeatures.dayOfMonth().value(hours, 0)).isEqualTo(31);
    assertThat(DateFeatures.dayOfYear().value(hours, 0)).isEqualTo(366);
    assertThat(DateFeatures.month().value(hours, 0)).isEqualTo(12);
    assertThat(DateFeatures.quarter().value(hours, 0)).isEqualTo(4);
    assertThat(DateFeatures.yearProgress().value(hours, 0)).isEqualTo(8783f / 8784f);
    assertThat(DateFeatures.yearProgress().value(hours, 1)).isZero();
  }

  /** Examples of ISO 8601, as in Wikipedia, "ISO week date". */
  @ParameterizedTest
  @CsvSource({
    "1977-01-01, 53",
    "1977-01-03, 1",
    "1978-01-02, 1",
    "1980-12-28, 52",
    "1980-12-29, 1",
    "2009-12-31, 53",
    "2010-01-03, 53"
  })
  void countsWeeksByIso(LocalDate day, float week) {
    assertThat(DateFeatures.isoWeek().value(DAYS, DAYS.stepOf(day))).isEqualTo(week);
  }

  @Test
  void knowsWhenMonthsEnd() {
    assertThat(DateFeatures.daysToMonthEnd().value(DAYS, 0)).isEqualTo(1);
    assertThat(DateFeatures.monthEnd().value(DAYS, 0)).isZero();
    assertThat(DateFeatures.monthEnd().value(DAYS, 1)).isEqualTo(1);
    TimeAxis weeks = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(2024, 2, 23));
    assertThat(DateFeatures.monthEnd().value(weeks, 0)).isEqualTo(1); // its last day is the 29th
    assertThat(DateFeatures.monthEnd().value(weeks, -1)).isZero();
    TimeAxis months = TimeAxis.of(Frequency.MONTHLY, LocalDate.of(2024, 2, 1));
    assertThat(DateFeatures.monthEnd().value(months, 0)).isEqualTo(1);
    assertThat(DateFeatures.daysToMonthEnd().value(months, 0)).isEqualTo(28);
  }

  @Test
  void weekendIsAFlagOfDaysAndAShareOfLongerSteps() {
    StepFeature weekend = DateFeatures.weekend();
    assertThat(weekend.value(DAYS, 2)).isZero(); // a Friday
    assertThat(weekend.value(DAYS, 3)).isEqualTo(1);
    assertThat(weekend.value(DAYS, 4)).isEqualTo(1);
    assertThat(weekend.value(DAYS, 5)).isZero();
    TimeAxis weeks = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(2024, 2, 28));
    assertThat(weekend.value(weeks, 7)).isEqualTo(2 / 7f);
    TimeAxis years = TimeAxis.of(Frequency.YEARLY, LocalDate.of(2024, 1, 1));
    assertThat(weekend.value(years, 0)).isEqualTo(104 / 366f); // a leap year that starts on Monday
  }
}
