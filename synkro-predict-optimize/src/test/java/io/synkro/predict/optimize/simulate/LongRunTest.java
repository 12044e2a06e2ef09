package io.synkro.predict.optimize.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.LeadTimeDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.policy.PeriodicService;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas say of the long run, simulated. */
class LongRunTest {
  private static final int PERIODS = 200_000;

  @ParameterizedTest
  @CsvSource({"poisson, 3, 4, 20", "poisson, 0, 1, 4", "poisson, 5, 1, 16", "normal, 2, 3, 520"})
  void orderUpToLevelServesAsHadleyAndWhitinSay(String kind, int lead, int review, double level) {
    DemandDistribution period =
        kind.equals("poisson") ? new PoissonDemand(2.5) : new NormalDemand(100, 20);
    StockRun run =
        run(
            ReplenishmentTerms.of(LeadTime.fixed(lead), review),
            OrderUpToPolicy.level(level),
            period);
    PeriodicService service = service(period, LeadTime.fixed(lead), review);
    assertThat(run.fillRate()).isCloseTo(service.fillRate(level), within(0.003));
    double stock = 0;
    for (int j = 1; j <= review; j++) { // an order is followed by review periods of its own
      stock += over(period, lead + j).complementaryLoss(level) / review;
    }
    assertThat(run.meanStock()).isCloseTo(stock, within(0.01 * level));
    if (review > 1) { // so that every review orders, and cycles are those of the formula
      assertThat(run.cycleService()).isCloseTo(service.cycleService(level), within(0.006));
    } else {
      double ready = over(period, lead + 1).cdf(level - 1);
      assertThat(run.readyRate()).isCloseTo(ready, within(0.006));
    }
  }

  @Test
  void batchesServeAsHadleyAndWhitinSay() {
    DemandDistribution period = new PoissonDemand(1.2);
    double reorder = 5;
    double batch = 8;
    StockRun run =
        run(
            ReplenishmentTerms.of(LeadTime.fixed(4), 1),
            new FixedQuantityPolicy(reorder, batch),
            period);
    PeriodicService service = service(period, LeadTime.fixed(4), 1);
    assertThat(run.fillRate()).isCloseTo(service.fillRate(reorder, batch), within(0.003));
    double stock = 0;
    for (int position = 1; position <= batch; position++) { // each equally often
      stock += over(period, 5).complementaryLoss(reorder + position) / batch;
    }
    assertThat(run.meanStock()).isCloseTo(stock, within(0.05));
    assertThat(run.orders() / (double) PERIODS).isCloseTo(1.2 / batch, within(0.002));
  }

  @Test
  void randomLeadTimesServeAsTheirMixtureSays() {
    DemandDistribution period = new PoissonDemand(2);
    LeadTime leadTime = LeadTime.ofProbabilities(0, 0, 0.5, 0, 0.3, 0.2);
    StockRun run = run(ReplenishmentTerms.of(leadTime, 5), OrderUpToPolicy.level(19), period);
    assertThat(run.fillRate()).isCloseTo(service(period, leadTime, 5).fillRate(19), within(0.004));
  }

  @ParameterizedTest
  @CsvSource({"5, 4, 0.1990669", "3, 1.5, 0.1343284", "8, 3.2, 0.0114"})
  void lostSalesOfBaseStockAreErlangs(int level, double offered, double blocked) {
    // Erlang's loss formula: each unit away from the shelf is a busy line; it comes back a lead
    // time and one period after it was sold
    assertThat(erlangB(level, offered)).isCloseTo(blocked, within(1e-3));
    double perPeriod = 0.01;
    int lead = (int) Math.round(offered / perPeriod) - 1;
    SplittableRandom random = new SplittableRandom(7);
    double[] demand = new double[3_000_000];
    Arrays.setAll(demand, t -> random.nextDouble() < perPeriod ? 1 : 0);
    ReplenishmentTerms terms = ReplenishmentTerms.of(LeadTime.fixed(lead), 1);
    StockRun run =
        new InventorySimulator(terms, SimulationCosts.NONE)
            .run(DemandReplay.of(demand, 0, level), OrderUpToPolicy.level(level));
    assertThat(1 - run.fillRate()).isCloseTo(erlangB(level, offered), within(0.008));
  }

  @Test
  void economicOrderQuantityCostsWhatHarrisSays() {
    double fixed = 90;
    double holding = 0.05;
    double perPeriod = 10; // the optimum is √(2 · 90 · 10 / 0.05) = 189.7
    double[] demand = new double[18 * 19 * 20 * 10];
    Arrays.fill(demand, perPeriod);
    double[] costs = new double[3];
    for (int i = 0; i < 3; i++) {
      double quantity = 180 + 10 * i;
      ReplenishmentTerms terms = ReplenishmentTerms.of(LeadTime.fixed(0), 1);
      StockRun run =
          new InventorySimulator(terms, new SimulationCosts(holding, fixed, 0))
              .run(DemandReplay.of(demand, 0, 0), new FixedQuantityPolicy(0, quantity));
      costs[i] = run.totalCost() / demand.length;
      // stock is counted at the end of a period, the formula takes its middle
      double formula = fixed * perPeriod / quantity + holding * (quantity - perPeriod) / 2;
      assertThat(costs[i]).isCloseTo(formula, within(1e-9));
      assertThat(run.fillRate()).isEqualTo(1);
    }
    assertThat(costs[1]).isLessThan(costs[0]).isLessThan(costs[2]);
  }

  private static StockRun run(
      ReplenishmentTerms terms, ReplenishmentPolicy policy, DemandDistribution period) {
    return new InventorySimulator(terms.withShortage(Shortage.BACKORDERS), SimulationCosts.NONE)
        .run(DemandReplay.stockedByPolicy(DemandDraws.of(period, PERIODS, 3), 0), policy, 5);
  }

  private static PeriodicService service(DemandDistribution period, LeadTime leadTime, int review) {
    return new PeriodicService(
        LeadTimeDemand.of(period, leadTime, 0), LeadTimeDemand.of(period, leadTime, review));
  }

  private static DemandDistribution over(DemandDistribution period, int periods) {
    return LeadTimeDemand.of(period, LeadTime.fixed(periods), 0);
  }

  /** Erlang (1917), by the usual recursion. */
  private static double erlangB(int lines, double offered) {
    double inverse = 1;
    for (int i = 1; i <= lines; i++) {
      inverse = 1 + inverse * i / offered;
    }
    return 1 / inverse;
  }
}
