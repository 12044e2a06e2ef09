package io.synkro.predict.stockout;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Distribution of the time until the first stock-out, by day, if nothing more is ordered. Day 1 is
 * the day after the assessment. Immutable; safe for use by many threads.
 */
public final class TimeUntilStockout {
  private final double[] byDay;

  /**
   * Creates a distribution.
   *
   * @param byDay probability of a stock-out by the end of day 1, 2, …; each from 0 to 1, not
   *     falling
   */
  public TimeUntilStockout(double... byDay) {
    Require.atLeast("byDay.length", byDay.length, 1, "");
    this.byDay = byDay.clone();
    double before = 0;
    for (double probability : this.byDay) {
      Require.that(
          probability >= before && probability <= 1,
          "probability of a stock-out",
          probability,
          "must be from %s, that of the day before, to 1".formatted(before),
          "");
      before = probability;
    }
  }

  /**
   * Returns the number of days.
   *
   * @return at least 1
   */
  public int horizonDays() {
    return byDay.length;
  }

  /**
   * Returns the probability that the stock has run out by the end of a day.
   *
   * @param day day from 0, the day of the assessment, to {@link #horizonDays()}
   * @return probability, from 0 to 1; 0 for day 0
   */
  public double probabilityBy(int day) {
    Require.that(
        day >= 0 && day <= byDay.length,
        "day",
        day,
        "must be from 0 to " + byDay.length,
        "assess with a longer horizon");
    return day == 0 ? 0 : byDay[day - 1];
  }

  /**
   * Returns the first day by which the stock has run out with a probability of one half or more.
   *
   * @return day, from 1; empty if that lies beyond the horizon
   */
  public OptionalInt medianDay() {
    for (int d = 0; d < byDay.length; d++) {
      if (byDay[d] >= 0.5) {
        return OptionalInt.of(d + 1);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Returns all probabilities.
   *
   * @return a copy, shape {@code [horizonDays]}, from day 1
   */
  public double[] toArray() {
    return byDay.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeUntilStockout that && Arrays.equals(byDay, that.byDay);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(byDay);
  }

  @Override
  public String toString() {
    return "run out within %d days with probability %.3f"
        .formatted(byDay.length, byDay[byDay.length - 1]);
  }
}
