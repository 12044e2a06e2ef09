package io.synkro.predict.stockout;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Items and daily forecasts for the tests of this package. */
final class StockoutCases {
  static final LocalDate TODAY = LocalDate.of(2024, 3, 31);
  static final SeriesId ID = SeriesId.of("P1", "W1");

  private StockoutCases() {}

  static DemandForecast daily(SeriesId id, double mean, double sd) {
    double[] means = new double[28];
    double[] sds = new double[28];
    Arrays.fill(means, mean);
    Arrays.fill(sds, sd);
    return new DemandForecast(
        id,
        TimeAxis.of(Frequency.DAILY, TODAY.plusDays(1)),
        0,
        new double[] {0.5},
        means,
        sds,
        means,
        0);
  }

  static PanelForecast panel(DemandForecast... forecasts) {
    return new PanelForecast(
        Arrays.stream(forecasts).<ForecastOutcome>map(ForecastOutcome.Forecasted::new).toList());
  }

  /** An item that costs 6 and sells for 10. */
  static StockItem item(StockPosition position, LeadTime leadTime) {
    return new StockItem(
        position,
        new SupplyTerms(SupplierId.of("S1"), leadTime, 1, 1, 0),
        new ItemCosts(6, 10, 0, 0.2),
        ServiceLevel.cycle(0.95),
        0);
  }

  static StockPosition stock(double onHand, OpenOrder... orders) {
    return new StockPosition(ID, onHand, 0, List.of(orders));
  }

  static OpenOrder in(int days, double quantity) {
    return new OpenOrder(quantity, TODAY.plusDays(days));
  }

  static StockoutRisk risk(DemandForecast demand, StockItem item) {
    StockoutAssessment assessment =
        StockoutPredictor.builder()
            .horizonDays(14)
            .build()
            .assess(panel(demand), List.of(item), TODAY);
    return assessment.risks().get(0);
  }
}
