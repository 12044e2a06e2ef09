package io.synkro.predict.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({ // calendar facts
    "HOURLY, 2024-02-29T13:45, 2024-02-29T13:00",
    "DAILY, 2024-02-29T13:45, 2024-02-29T00:00",
    "WEEKLY, 2024-02-29T13:45, 2024-02-29T00:00",
    "MONTHLY, 2024-02-29T13:45, 2024-02-01T00:00",
    "QUARTERLY, 2024-02-29T13:45, 2024-01-01T00:00",
    "QUARTERLY, 2024-12-31T00:00, 2024-10-01T00:00",
    "YEARLY, 2024-02-29T13:45, 2024-01-01T00:00"
  })
  void floorIsTheStartOfTheStep(Frequency frequency, LocalDateTime time, LocalDateTime floor) {
    assertThat(frequency.floor(time)).isEqualTo(floor);
  }

  @ParameterizedTest(name = "{0} from {1}: step {2}")
  @CsvSource({ // calendar facts; 1989-09-14 was a Thursday, week 40 began 39 weeks later
    "WEEKLY, 1989-09-14, 1990-06-14T00:00, 39",
    "WEEKLY, 1989-09-14, 1990-06-20T23:00, 39",
    "WEEKLY, 1989-09-14, 1989-09-13T00:00, -1",
    "DAILY, 2024-02-28, 2024-03-01T00:00, 2",
    "MONTHLY, 2024-01-01, 2023-12-31T00:00, -1",
    "QUARTERLY, 2024-01-01, 2026-05-05T00:00, 9",
    "QUARTERLY, 2024-07-01, 2024-05-05T00:00, -1",
    "YEARLY, 2020-01-01, 2026-05-05T00:00, 6",
    "HOURLY, 2024-01-01, 2024-01-02T05:59, 29"
  })
  void stepsAreCountedFromTheOrigin(
      Frequency frequency, LocalDate origin, LocalDateTime time, long step) {
    assertThat(TimeAxis.of(frequency, origin).stepOf(time)).isEqualTo(step);
  }

  @Property
  void aStepHoldsItsOwnStart(
      @ForAll Frequency frequency, @ForAll @IntRange(min = -5000, max = 5000) int step) {
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2024, 1, 1));
    assertThat(axis.stepOf(axis.at(step))).isEqualTo(step);
    assertThat(axis.stepOf(axis.at(step + 1L).minusMinutes(1))).isEqualTo(step);
  }

  @Test
  void anOriginInsideAStepIsRefusedWithTheNearestRemedy() {
    assertThatThrownBy(() -> TimeAxis.of(Frequency.MONTHLY, LocalDate.of(2024, 2, 5)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2024-02-05")
        .hasMessageContaining("Maybe use 2024-02-01");
  }

  @Test
  void daysAreCoveredByWholeSteps() {
    assertThat(Frequency.DAILY.stepsCovering(28)).isEqualTo(28);
    assertThat(Frequency.WEEKLY.stepsCovering(28)).isEqualTo(4);
    assertThat(Frequency.WEEKLY.stepsCovering(29)).isEqualTo(5);
    assertThat(Frequency.HOURLY.stepsCovering(1)).isEqualTo(24);
    assertThat(Frequency.DAILY.stepsCovering(0)).isZero();
    assertThatThrownBy(() -> Frequency.DAILY.stepsCovering(-1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("days (-1)");
    assertThatThrownBy(() -> Frequency.DAILY.stepsCovering(Double.NaN))
        .isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({ // 400 Gregorian years have 146,097 days; seasons are those of the field
    "HOURLY, 24, 3506328",
    "DAILY, 7, 146097",
    "WEEKLY, 52, 20871",
    "MONTHLY, 12, 4800",
    "QUARTERLY, 4, 1600",
    "YEARLY, 1, 400"
  })
  void fourCenturiesHaveWholeSteps(Frequency frequency, int season, long steps) {
    assertThat(frequency.seasonLength()).isEqualTo(season);
    assertThat(steps * frequency.meanDays()).isCloseTo(146_097, within(1e-6));
    assertThat(frequency.stepsCovering(146_097)).isEqualTo((int) steps);
  }
}
