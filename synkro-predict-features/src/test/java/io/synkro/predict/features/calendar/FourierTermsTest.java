package io.synkro.predict.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FourierTermsTest {
  private static final TimeAxis DAYS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  @Test
  void weekBeginsOnMonday() {
    List<StepFeature> week = FourierTerms.weekly(2);
    for (int day = 0; day < 14; day++) { // 2024-01-01 is a Monday
      assertThat(week.get(0).value(DAYS, day)).isCloseTo(sin(day / 7.0), within(1e-7f));
      assertThat(week.get(1).value(DAYS, day)).isCloseTo(cos(day / 7.0), within(1e-7f));
      assertThat(week.get(2).value(DAYS, day)).isCloseTo(sin(2 * day / 7.0), within(1e-7f));
    }
    assertThat(week.stream().map(StepFeature::name))
        .containsExactly("sin_week_1", "cos_week_1", "sin_week_2", "cos_week_2");
  }

  @Test
  void yearIsAsLongAsItIs() {
    StepFeature sine = FourierTerms.yearly(1).get(0);
    assertThat(sine.value(DAYS, 100)).isCloseTo(sin(100 / 366.0), within(1e-7f));
    assertThat(sine.value(DAYS, 366 + 100)).isCloseTo(sin(100 / 365.0), within(1e-7f));
    assertThat(sine.value(DAYS, 366)).isZero();
  }

  @Test
  void seasonsOfStepsAreCountedFrom1970() {
    StepFeature sine = FourierTerms.ofSteps(30.5, 1).get(0);
    long days = LocalDate.of(2024, 1, 1).toEpochDay();
    assertThat(sine.value(DAYS, 5)).isCloseTo(sin((days + 5) / 30.5), within(1e-6f));
    StepFeature weeks = FourierTerms.ofSteps(52, 1).get(0);
    TimeAxis monday = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(1969, 12, 29));
    TimeAxis friday = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(1969, 12, 26));
    TimeAxis thursday = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(1970, 1, 1));
    for (TimeAxis axis : List.of(monday, friday, thursday)) {
      assertThat(weeks.value(axis, 0)).isZero();
      assertThat(weeks.value(axis, 3)).isCloseTo(sin(3 / 52.0), within(1e-7f));
      assertThat(weeks.value(axis, -3)).isCloseTo(sin(-3 / 52.0), within(1e-6f));
    }
    TimeAxis quarters = TimeAxis.of(Frequency.QUARTERLY, LocalDate.of(1971, 4, 1));
    assertThat(FourierTerms.ofSteps(4, 1).get(0).value(quarters, 0)).isEqualTo(1f);
  }

  @Test
  void refusesWavesThatStepsCannotShow() {
    assertThatThrownBy(() -> FourierTerms.ofSteps(7, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("orders (4) must be at most half the period, 7.0.");
    assertThatThrownBy(() -> FourierTerms.ofSteps(Double.NaN, 1)).hasMessageContaining("period");
    assertThatThrownBy(() -> FourierTerms.weekly(0)).hasMessageContaining("orders (0)");
  }

  private static float sin(double turns) {
    return (float) Math.sin(2 * Math.PI * turns);
  }

  private static float cos(double turns) {
    return (float) Math.cos(2 * Math.PI * turns);
  }
}
