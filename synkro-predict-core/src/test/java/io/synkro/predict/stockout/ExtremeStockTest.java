package io.synkro.predict.stockout;

import static io.synkro.predict.stockout.StockoutCases.TODAY;
import static io.synkro.predict.stockout.StockoutCases.daily;
import static io.synkro.predict.stockout.StockoutCases.item;
import static io.synkro.predict.stockout.StockoutCases.panel;
import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtremeStockTest {

  /** Demand, stock, receipts and lead times at the ends of what their types allow. */
  @Test
  void everyItemGetsProbabilitiesAndFiniteLosses() {
    List<StockItem> items = new ArrayList<>();
    List<DemandForecast> demand = new ArrayList<>();
    for (double mean : new double[] {0, 1e-300, 1e-12, 3, 1e12}) {
      for (double sd : new double[] {0, 1e-300, 1e-12, 1e12}) {
        for (double onHand : new double[] {0, 1e-9, 1e9, 1e300}) {
          for (int leadDays : new int[] {0, 3660}) {
            SeriesId id = SeriesId.of("P" + items.size(), "W1");
            List<OpenOrder> orders =
                List.of(new OpenOrder(1e9, LocalDate.MAX), new OpenOrder(1, LocalDate.MIN));
            items.add(item(new StockPosition(id, onHand, 0, orders), LeadTime.fixed(leadDays)));
            demand.add(daily(id, mean, sd));
          }
        }
      }
    }
    items.add(items.get(0)); // the same item again is assessed again
    StockoutAssessment assessment =
        StockoutPredictor.builder()
            .horizonDays(60) // beyond the 28 days of the forecasts
            .build()
            .assess(panel(demand.toArray(DemandForecast[]::new)), items, TODAY);
    assertThat(assessment.risks()).hasSameSizeAs(items);
    for (StockoutRisk risk : assessment.risks()) {
      assertThat(risk.odds().withinHorizon()).isBetween(0.0, 1.0);
      assertThat(risk.odds().beforeReplenishment()).isBetween(0.0, 1.0);
      assertThat(risk.loss().units()).isNotNegative().isFinite();
      assertThat(risk.reasons()).noneMatch(reason -> reason.contains("NaN"));
    }
  }
}
