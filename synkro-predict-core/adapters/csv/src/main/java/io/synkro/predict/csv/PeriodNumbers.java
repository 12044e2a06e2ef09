package io.synkro.predict.csv;

import io.synkro.predict.series.Frequency;
import java.time.LocalDate;

/**
 * Dates that are given as numbers of periods.
 *
 * @param unit what is counted
 * @param first day on which the period {@code firstNumber} begins
 * @param firstNumber number of that period, often 0 or 1
 */
public record PeriodNumbers(Unit unit, LocalDate first, int firstNumber) {
  /** What a number in the date column counts. */
  public enum Unit {
    /** Days. */
    DAYS(Frequency.DAILY),
    /** Weeks of seven days. */
    WEEKS(Frequency.WEEKLY),
    /** Calendar months. */
    MONTHS(Frequency.MONTHLY);

    private final Frequency frequency;

    Unit(Frequency frequency) {
      this.frequency = frequency;
    }

    Frequency frequency() {
      return frequency;
    }
  }

  LocalDate day(int number) {
    long periods = (long) number - firstNumber;
    return switch (unit) {
      case DAYS -> first.plusDays(periods);
      case WEEKS -> first.plusWeeks(periods);
      case MONTHS -> first.plusMonths(periods);
    };
  }
}
