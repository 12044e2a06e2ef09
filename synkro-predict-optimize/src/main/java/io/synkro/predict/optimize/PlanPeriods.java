package io.synkro.predict.optimize;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is known of the periods of a plan before its items are.
 *
 * @param asOf day of the plan
 * @param periods how many; 0 to choose
 * @param days length of each; 0 to choose
 */
record PlanPeriods(LocalDate asOf, int periods, int days) {
  private static final int MOST_DAYS = 28;
  private static final int MOST_PERIODS = 60;
  private static final int LEAST_MORE = 1;
  private static final int MOST_MORE = 5;

  static PlanCalendar of(PanelForecast demand, List<StockItem> items, PlanPeriods given) {
    int days = given.days > 0 ? given.days : usualReview(items);
    int count =
        given.periods > 0
            ? given.periods
            : Math.min(MOST_PERIODS, count(demand, longestLead(items, given.asOf, days), days));
    return new PlanCalendar(given.asOf, count, days);
  }

  private static int usualReview(List<StockItem> items) {
    int[] reviews = items.stream().mapToInt(item -> item.supply().reviewDays()).sorted().toArray();
    return reviews.length == 0 ? 1 : Math.min(MOST_DAYS, reviews[(reviews.length - 1) / 2]);
  }

  /** Lead times that no plan covers do not make it longer. */
  private static int longestLead(List<StockItem> items, LocalDate asOf, int days) {
    long longest = 1;
    for (StockItem item : items) {
      long lead = ChronoUnit.DAYS.between(asOf, item.supply().arrivalOfOrder(asOf));
      longest = lead < (long) MOST_PERIODS * days ? Math.max(longest, lead) : longest;
    }
    return (int) ((longest + days - 1) / days);
  }

  private static int count(PanelForecast demand, int lead, int days) {
    List<DemandForecast> forecasts = demand.forecasts();
    double horizon =
        forecasts.isEmpty()
            ? 0
            : forecasts.get(0).horizon() * forecasts.get(0).axis().frequency().meanDays();
    int within = (int) Math.min(MOST_PERIODS, horizon / days);
    return lead + 1 + Math.max(LEAST_MORE, Math.min(MOST_MORE, within - lead));
  }
}
