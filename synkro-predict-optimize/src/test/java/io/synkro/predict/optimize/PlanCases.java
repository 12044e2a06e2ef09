package io.synkro.predict.optimize;

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
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Items and forecasts for the tests of this package. */
final class PlanCases {
  static final LocalDate TODAY = LocalDate.of(2024, 3, 31);

  /** Delivery after 5 days, daily review, costs 6, sells for 10, cycle service 95 %. */
  static final class Item {
    SeriesId id = SeriesId.of("P1", "W1");
    double onHand;
    double backordered;
    List<OpenOrder> orders = List.of();
    LeadTime leadTime = LeadTime.fixed(5);
    int reviewDays = 1;
    double pack = 1;
    double minimumOrder;
    double unitCost = 6;
    double unitPrice = 10;
    ServiceLevel target = ServiceLevel.cycle(0.95);
    double volume = 1;

    StockItem build() {
      return new StockItem(
          new StockPosition(id, onHand, backordered, orders),
          new SupplyTerms(SupplierId.of("S1"), leadTime, reviewDays, pack, minimumOrder),
          new ItemCosts(unitCost, unitPrice, 0, 0.2),
          target,
          volume);
    }
  }

  private PlanCases() {}

  static Item item(double onHand) {
    Item item = new Item();
    item.onHand = onHand;
    return item;
  }

  static DemandForecast daily(SeriesId id, double mean, double sd) {
    double[] means = new double[14];
    double[] sds = new double[14];
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

  static StockPlan plan(StockOptimizer optimizer, PanelForecast demand, List<StockItem> items) {
    StockPlanResult result = optimizer.optimize(demand, items, TODAY);
    if (result instanceof StockPlanResult.Feasible feasible) {
      return feasible.plan();
    }
    throw new AssertionError("Not feasible: " + result);
  }

  /** A search that must not take long: properties are tried many times. */
  static SolveOptions brief() {
    return SolveOptions.builder().timeLimit(Duration.ofMinutes(2)).targetGap(0.02).build();
  }

  static PlanLine line(Item item, double mean, double sd) {
    return plan(
            StockOptimizer.builder().backorders().build(),
            panel(daily(item.id, mean, sd)),
            List.of(item.build()))
        .lines()
        .get(0);
  }

  /** A mixed assortment in the warehouses W0, W1 and W2. */
  record Assortment(PanelForecast demand, List<StockItem> items) {
    static Assortment of(int size, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      List<ForecastOutcome> demand = new ArrayList<>();
      List<StockItem> items = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        Item item = item(random.nextInt(60));
        item.id = SeriesId.of("P" + i, "W" + i % 3);
        item.pack = 1 + random.nextInt(12);
        item.minimumOrder = random.nextInt(3) == 0 ? random.nextInt(80) : 0;
        item.leadTime = LeadTime.fixed(1 + random.nextInt(14));
        item.unitCost = 1 + 20 * random.nextDouble();
        item.unitPrice = item.unitCost * (0.9 + random.nextDouble());
        item.volume = 0.01 + random.nextDouble() / 10;
        item.target = random.nextBoolean() ? ServiceLevel.cycle(0.95) : ServiceLevel.fillRate(0.97);
        items.add(item.build());
        double mean = 12 * random.nextDouble();
        demand.add(new ForecastOutcome.Forecasted(daily(item.id, mean, Math.sqrt(2 * mean))));
      }
      return new Assortment(new PanelForecast(demand), items);
    }
  }
}
