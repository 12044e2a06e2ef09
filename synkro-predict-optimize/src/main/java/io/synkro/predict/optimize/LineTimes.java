package io.synkro.predict.optimize;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandAhead;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a line's stock is looked at: just before the order of the next period would arrive, since it
 * is lowest then. So the stock of period t, counted in whole periods from the order, is that of the
 * end of day (t + 1 − lead periods) · days + lead days, and an order of each period has to last
 * exactly for its lead time and a period.
 *
 * @param calendar the periods
 * @param leadDays whole days from order to arrival, at least 1
 */
record LineTimes(PlanCalendar calendar, int leadDays) {
  static LineTimes of(PlanCalendar calendar, int leadDays) {
    LineTimes times = new LineTimes(calendar, leadDays);
    if (times.leadPeriods() >= calendar.periods()) {
      throw new InvalidInputException(
          "lead time",
          leadDays + " days",
          "must end within the plan, which looks %d periods of %d days ahead"
              .formatted(calendar.periods(), calendar.days()),
          "plan more or longer periods");
    }
    return times;
  }

  /** Returns from which period on an order placed now can be sold. */
  int leadPeriods() {
    return (leadDays + calendar.days() - 1) / calendar.days();
  }

  /** Returns the number of days from the plan to the look at the stock of a period. */
  int end(int period) {
    return (period + 1 - leadPeriods()) * calendar.days() + leadDays;
  }

  /** Returns the day of the look. */
  LocalDate day(int period) {
    return calendar.asOf().plusDays(end(period));
  }

  /** Returns in which period goods of a day are counted; the number of periods if in none. */
  int periodOf(LocalDate arrival) {
    long days = ChronoUnit.DAYS.between(calendar.asOf(), arrival);
    int period = 0;
    while (period < calendar.periods() && end(period) < days) {
      period++;
    }
    return period;
  }

  /** Returns in which period goods are counted that arrive so many days after the plan. */
  int periodAfter(int days) {
    return periodOf(calendar.asOf().plusDays(days));
  }

  /** Returns the demand of a period from a day on. */
  double demandFrom(DemandAhead ahead, int period, int day) {
    int start = Math.max(period == 0 ? 0 : end(period - 1), day - 1);
    return start < end(period) ? ahead.meanOver(end(period)) - ahead.meanOver(start) : 0;
  }

  /** Returns the demand of a period until its orders are placed. */
  double demandBeforeOrders(DemandAhead ahead, int period) {
    int start = period == 0 ? 0 : end(period - 1);
    return Math.max(0, ahead.meanOver(period * calendar.days()) - ahead.meanOver(start));
  }

  /** Returns the demand between the looks of each period. */
  double[] demand(DemandAhead ahead) {
    double[] demand = new double[calendar.periods()];
    double before = 0;
    for (int t = 0; t < demand.length; t++) {
      double upTo = ahead.meanOver(end(t));
      demand[t] = Math.max(0, upTo - before);
      before = upTo;
    }
    return demand;
  }

  /** Returns the mean demand over the lead time and period before the look of a period. */
  double window(DemandAhead ahead, int period) {
    int end = end(period);
    return ahead.meanOver(end) - ahead.meanOver(Math.max(0, end - leadDays - calendar.days()));
  }
}
