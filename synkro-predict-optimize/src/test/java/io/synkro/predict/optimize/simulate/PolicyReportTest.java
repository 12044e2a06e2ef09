package io.synkro.predict.optimize.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.univariate.DemandClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolicyReportTest {
  private static final ReplenishmentTerms TERMS = ReplenishmentTerms.of(LeadTime.fixed(2), 3);

  @Test
  void ratesArePooledAndAmountsAddedUp() {
    List<SimulatedItem> items = SimulationCase.runAll(cases(40), item -> policy(12), 1);
    PolicyReport report = new PolicyReport(items, Bootstrap.STANDARD);
    double served = items.stream().mapToDouble(item -> item.run().units().fromShelf()).sum();
    double demand = items.stream().mapToDouble(item -> item.run().units().demand()).sum();
    assertThat(report.of(StockKpi.FILL_RATE).value()).isCloseTo(served / demand, within(1e-12));
    double orders = items.stream().mapToDouble(item -> item.run().orders()).sum();
    assertThat(report.of(StockKpi.ORDERS).value()).isCloseTo(orders, within(1e-6));
    assertThat(report.classes()).contains(DemandClass.SMOOTH, DemandClass.INTERMITTENT);
    double byClass = 0;
    for (DemandClass each : report.classes()) {
      byClass += report.of(StockKpi.ORDERS, each).value();
    }
    assertThat(byClass).isCloseTo(orders, within(1e-6));
    long below = items.stream().filter(item -> item.run().fillRate() < 0.9).count();
    assertThat(report.shareBelow(0.9).value()).isCloseTo(below / 40.0, within(1e-12));
  }

  @Test
  void intervalsHoldTheValueAndRepeat() {
    List<SimulatedItem> items = SimulationCase.runAll(cases(40), item -> policy(12), 1);
    for (StockKpi kpi : StockKpi.values()) {
      KpiEstimate estimate = new PolicyReport(items, Bootstrap.STANDARD).of(kpi);
      assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
      assertThat(estimate).isEqualTo(new PolicyReport(items, Bootstrap.STANDARD).of(kpi));
    }
  }

  @Test
  void differencesOfPoliciesArePaired() {
    List<SimulationCase> cases = cases(40);
    PolicyReport more =
        new PolicyReport(SimulationCase.runAll(cases, item -> policy(14), 1), Bootstrap.STANDARD);
    PolicyReport less =
        new PolicyReport(SimulationCase.runAll(cases, item -> policy(12), 1), Bootstrap.STANDARD);
    assertThat(more.moreThan(StockKpi.TOTAL_COST, more)).isEqualTo(new KpiEstimate(0, 0, 0));
    KpiEstimate stock = more.moreThan(StockKpi.MEAN_STOCK, less);
    KpiEstimate alone = more.of(StockKpi.MEAN_STOCK);
    assertThat(stock.value())
        .isCloseTo(alone.value() - less.of(StockKpi.MEAN_STOCK).value(), within(1e-9));
    assertThat(stock.low()).isPositive();
    assertThat(stock.high() - stock.low()).isLessThan(alone.high() - alone.low());
    assertThat(more.moreThan(StockKpi.FILL_RATE, less, DemandClass.SMOOTH).value()).isPositive();
    PolicyReport other =
        new PolicyReport(
            SimulationCase.runAll(cases(39), item -> policy(12), 1), Bootstrap.STANDARD);
    assertThatThrownBy(() -> more.moreThan(StockKpi.ORDERS, other))
        .isInstanceOf(InvalidInputException.class);
  }

  /** The mean of normal numbers has a known interval. */
  @Test
  void bootstrapAgreesWithTheNormalInterval() {
    SplittableRandom random = new SplittableRandom(3);
    double[] amounts = new double[400];
    Arrays.setAll(amounts, i -> 10 + random.doubles(12).sum() - 6);
    double[] ones = new double[400];
    Arrays.fill(ones, 1);
    KpiEstimate estimate = new Bootstrap(4_000, 0.95, 9).ratio(amounts, ones);
    assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 1.96 / 20, within(0.02));
    assertThat(estimate.value()).isCloseTo(10, within(0.15));
    KpiEstimate narrow = new Bootstrap(4_000, 0.5, 9).ratio(amounts, ones);
    assertThat(narrow.high() - narrow.low()).isCloseTo(2 * 0.6745 / 20, within(0.01));
  }

  @Test
  void productsWithoutDemandHaveNoFillRate() {
    SimulationCase idle =
        new SimulationCase(
            SeriesId.of("idle", "W"),
            TERMS,
            SimulationCosts.NONE,
            DemandReplay.stockedByPolicy(new double[20], 10));
    PolicyReport report =
        new PolicyReport(
            SimulationCase.runAll(List.of(idle), i -> policy(5), 0), Bootstrap.STANDARD);
    assertThat(report.of(StockKpi.FILL_RATE).value()).isNaN();
    assertThat(report.shareBelow(0.95).value()).isZero();
    assertThat(report.of(StockKpi.MEAN_STOCK).value()).isEqualTo(5);
  }

  private static ReplenishmentPolicy policy(double level) {
    return OrderUpToPolicy.level(level);
  }

  private static List<SimulationCase> cases(int products) {
    SplittableRandom random = new SplittableRandom(11);
    List<SimulationCase> cases = new ArrayList<>();
    for (int i = 0; i < products; i++) {
      int most = i % 2 == 0 ? 6 : 1;
      double[] demand =
          random
              .doubles(160)
              .map(u -> most == 1 ? (u < 0.2 ? 2 : 0) : 1 + (int) (most * u))
              .toArray();
      cases.add(
          new SimulationCase(
              SeriesId.of("P" + i, "W"),
              TERMS,
              new SimulationCosts(1, 2, 3),
              DemandReplay.stockedByPolicy(demand, 60)));
    }
    return cases;
  }
}
