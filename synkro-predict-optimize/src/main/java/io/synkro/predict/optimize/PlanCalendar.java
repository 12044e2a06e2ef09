package io.synkro.predict.optimize;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;

/**
 * The periods of a plan: equally long, one after the other. What is ordered in a period is ordered
 * on its first day; the orders of the first are placed at the end of the day of the plan.
 *
 * @param asOf day of the plan, the last that is over
 * @param periods how many, from 1 to 366
 * @param days length of each, from 1 to 366
 */
public record PlanCalendar(LocalDate asOf, int periods, int days) {
  /** Most periods of a plan, and most days of a period. */
  public static final int MOST = 366;

  /** {@inheritDoc} */
  public PlanCalendar {
    Require.that(
        periods >= 1 && periods <= MOST, "periods", periods, "must be from 1 to " + MOST, "");
    Require.that(
        days >= 1 && days <= MOST, "days of a period", days, "must be from 1 to " + MOST, "");
  }

  /**
   * Returns when the orders of a period are placed.
   *
   * @param period from 0
   * @return the day of the plan for the first period, later the last day before the period
   */
  public LocalDate orderDay(int period) {
    return asOf.plusDays((long) Require.index("period", period, periods) * days);
  }

  /**
   * Returns the last day of a period.
   *
   * @param period from 0
   * @return the day
   */
  public LocalDate lastDay(int period) {
    return orderDay(period).plusDays(days);
  }
}
