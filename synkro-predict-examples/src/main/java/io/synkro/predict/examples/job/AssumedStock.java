package io.synkro.predict.examples.job;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stock and terms to plan with where there is no stock file. Everything here is an assumption, and
 * the report says so: the plan shows what the method does, not what to order.
 */
final class AssumedStock {
  private static final int LEAD_DAYS = 7;
  private static final int LEAD_SD_DAYS = 2;
  private static final int REVIEW_DAYS = 7;
  private static final int COVER_DAYS = 14;
  private static final double COST_SHARE_OF_PRICE = 0.6;

  /** What is assumed, for people. */
  static final String IN_WORDS =
      ("No stock file was given. Assumed for every item: stock for %d days of forecast demand, lead"
              + " time %d ± %d days, a look at the stock every %d days, cost %.0f %% of the last price"
              + " (price 1 where none is known), holding 25 %% a year, fill rate 95 %%.")
          .formatted(COVER_DAYS, LEAD_DAYS, LEAD_SD_DAYS, REVIEW_DAYS, 100 * COST_SHARE_OF_PRICE);

  private AssumedStock() {}

  static List<StockItem> of(SeriesPanel sales, PanelForecast forecast) {
    Optional<Covariate> price = sales.covariate(CovariateNames.PRICE);
    double stepDays = sales.axis().frequency().meanDays();
    SupplyTerms terms =
        new SupplyTerms(
            SupplierId.of("assumed"),
            LeadTime.ofMeanAndSd(LEAD_DAYS, LEAD_SD_DAYS),
            REVIEW_DAYS,
            1,
            0);
    List<StockItem> items = new ArrayList<>();
    for (DemandForecast demand : forecast.forecasts()) {
      int series = sales.position(demand.id()).orElseThrow();
      double lastPrice = price.map(p -> last(sales, p, series)).orElse(1.0);
      items.add(
          new StockItem(
              StockPosition.of(demand.id(), Math.rint(demand.meanOver(COVER_DAYS / stepDays))),
              terms,
              new ItemCosts(COST_SHARE_OF_PRICE * lastPrice, lastPrice, 0, 0.25),
              ServiceLevel.fillRate(0.95),
              0));
    }
    return items;
  }

  private static double last(SeriesPanel sales, Covariate price, int series) {
    for (int t = sales.length(series) - 1; t >= 0; t--) {
      if (price.value(series, t) > 0) {
        return price.value(series, t);
      }
    }
    return 1;
  }
}
