package io.synkro.predict.optimize.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.LeadTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InventorySimulatorTest {
  private static final double[] DEMAND = {3, 4, 0, 5};
  private static final ReplenishmentTerms DAY = ReplenishmentTerms.of(LeadTime.fixed(1), 1);

  @Test
  void lostSalesByHand() {
    // day 0: 5 on hand, 1 ordered, 3 sold; day 1: 1 in, 3 ordered, 3 sold and 1 lost; day 2: 3 in,
    // 3 ordered; day 3: 3 in, 5 sold
    StockRun run = run(DAY, DemandReplay.of(DEMAND, 0, 5), OrderUpToPolicy.level(6));
    assertThat(run.units()).isEqualTo(new UnitFlow(5, 7, 7, 12, 11, 0, 1, 0, 1));
    assertThat(run.orders()).isEqualTo(3);
    assertThat(run.shortPeriods()).isEqualTo(1);
    assertThat(run.readyRate()).isEqualTo(0.75);
    assertThat(run.meanStock()).isEqualTo((2 + 0 + 3 + 1) / 4.0);
    assertThat(run.cycles()).isEqualTo(3);
    assertThat(run.cycleService()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(run.fillRate()).isCloseTo(11 / 12.0, within(1e-12));
  }

  @Test
  void backordersByHand() {
    // as above, but the unit short on day 1 is served on day 2, where 4 are ordered
    StockRun run =
        run(
            DAY.withShortage(Shortage.BACKORDERS),
            DemandReplay.of(DEMAND, 0, 5),
            OrderUpToPolicy.level(6));
    assertThat(run.units()).isEqualTo(new UnitFlow(5, 8, 8, 12, 11, 1, 0, 0, 1));
    assertThat(run.units().shortUnits()).isEqualTo(1);
  }

  @Test
  void moneyIsUnitsTimesCosts() {
    InventorySimulator simulator = new InventorySimulator(DAY, new SimulationCosts(0.5, 7, 20));
    StockRun run = simulator.run(DemandReplay.of(DEMAND, 0, 5), OrderUpToPolicy.level(6));
    assertThat(run.holdingCost()).isEqualTo(0.5 * 6);
    assertThat(run.orderCost()).isEqualTo(7 * 3);
    assertThat(run.shortageCost()).isEqualTo(20);
    assertThat(run.totalCost()).isEqualTo(3 + 21 + 20);
  }

  @Test
  void ordersFollowPacksMinimumAndCapacity() {
    ReplenishmentTerms packs = DAY.withPacks(6, 10);
    assertThat(packs.orderable(1, 0)).isEqualTo(12); // the minimum, in whole packs
    assertThat(packs.orderable(13, 0)).isEqualTo(18);
    assertThat(packs.orderable(0, 0)).isZero();
    assertThat(packs.orderable(-3, -5)).isZero();
    assertThat(packs.withCapacity(20).orderable(13, 3)).isEqualTo(12);
    assertThat(packs.withCapacity(20).orderable(13, 10)).isZero(); // one pack is below the minimum
    assertThat(DAY.withCapacity(20).orderable(13, 15)).isEqualTo(5);
    assertThat(DAY.withPacks(0.1, 0).orderable(0.1 + 0.2, 0)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void ordersOvertakeOnlyWhereAllowed() {
    LeadTime varying = LeadTime.ofProbabilities(0, 0.5, 0, 0, 0, 0.5);
    double[] demand = new double[400];
    int mostAllowed = mostReceipts(ReplenishmentTerms.of(varying, 1).withCrossing(true), demand);
    int mostInOrder = mostReceipts(ReplenishmentTerms.of(varying, 1), demand);
    assertThat(mostAllowed).isEqualTo(2); // of a lead time of one and of five
    assertThat(mostInOrder).isGreaterThan(2); // those held up come together
  }

  /** Orders one unit a period and returns the most that arrived in one. */
  private static int mostReceipts(ReplenishmentTerms terms, double[] demand) {
    List<Double> stocks = new ArrayList<>();
    run(
        terms,
        DemandReplay.of(demand, 0, 0),
        view -> {
          stocks.add(view.onHand());
          return 1;
        });
    double most = 0;
    for (int i = 1; i < stocks.size(); i++) {
      most = Math.max(most, stocks.get(i) - stocks.get(i - 1));
    }
    return (int) most;
  }

  @Test
  void policiesSeeOnlyThePast() {
    double[] demand = {1, 2, 3, 4, 5};
    List<double[]> seen = new ArrayList<>();
    run(
        DAY,
        DemandReplay.of(demand, 2, 10),
        view -> {
          seen.add(view.lastDemand(3));
          assertThat(view.demand(view.pastPeriods() - 1)).isEqualTo(view.pastPeriods());
          assertThatThrownBy(() -> view.demand(view.pastPeriods()))
              .isInstanceOf(InvalidInputException.class);
          return 0;
        });
    assertThat(seen).hasSize(3);
    assertThat(seen.get(0)).containsExactly(1, 2);
    assertThat(seen.get(2)).containsExactly(2, 3, 4);
  }

  @Test
  void levelsAreReplannedAtReviews() {
    List<Integer> planned = new ArrayList<>();
    ReplannedPolicy policy =
        new ReplannedPolicy(
            10,
            view -> {
              planned.add(view.simulatedPeriods());
              return 5;
            });
    run(ReplenishmentTerms.of(LeadTime.fixed(2), 4), DemandReplay.of(new double[30], 0, 0), policy);
    assertThat(planned).containsExactly(0, 12, 24); // the reviews of days 10, 22 and 34 on
  }

  @Test
  void shelfBeginsWithWhatThePolicyAsksFor() {
    StockRun run =
        run(DAY.withPacks(4, 0), DemandReplay.stockedByPolicy(DEMAND, 1), OrderUpToPolicy.level(6));
    assertThat(run.periods()).isEqualTo(3);
    assertThat(run.units().opening()).isEqualTo(8);
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> DemandReplay.of(new double[] {1, -1}, 0, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("demand[1]");
    assertThatThrownBy(() -> DemandReplay.of(new double[] {1, Double.NaN}, 0, 0))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> DemandReplay.of(DEMAND, 4, 0))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> run(DAY, DemandReplay.of(DEMAND, 0, 0), view -> Double.NaN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("order");
    assertThatThrownBy(() -> DAY.withCapacity(Double.NaN))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new OrderUpToPolicy(5, 4)).isInstanceOf(InvalidInputException.class);
  }

  /** Random everything: units are neither made nor lost, and limits hold at each review. */
  @Test
  void unitsAreConserved() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 300; i++) {
      double capacity = random.nextBoolean() ? Double.POSITIVE_INFINITY : 5 + random.nextInt(60);
      double pack = random.nextInt(4);
      double[] weights = {random.nextDouble(), random.nextDouble(), 0, random.nextDouble()};
      double sum = weights[0] + weights[1] + weights[3];
      for (int k = 0; k < 4; k++) {
        weights[k] /= sum;
      }
      ReplenishmentTerms terms =
          ReplenishmentTerms.of(LeadTime.ofProbabilities(weights), 1 + random.nextInt(5))
              .withShortage(random.nextBoolean() ? Shortage.BACKORDERS : Shortage.LOST_SALES)
              .withPacks(pack, random.nextInt(12))
              .withCapacity(capacity)
              .withCrossing(random.nextBoolean());
      double[] demand = random.ints(200, 0, 8).asDoubleStream().toArray();
      double level = random.nextInt(50);
      double opening = random.nextInt(5);
      double[] before = {0};
      ReplenishmentPolicy policy =
          view -> {
            assertThat(view.onHand()).isNotNegative();
            assertThat(view.onOrder()).isNotNegative();
            assertThat(view.position()).isLessThanOrEqualTo(Math.max(capacity, opening));
            assertThat(view.onHand() * view.backordered()).isZero();
            before[0]++;
            return level - view.position();
          };
      StockRun run = run(terms, DemandReplay.of(demand, 20, opening), policy, i);
      UnitFlow units = run.units();
      assertThat(before[0]).isEqualTo(Math.ceil(180.0 / terms.review()));
      assertThat(units.opening() + units.received())
          .isEqualTo(units.closing() + units.fromShelf() + units.fromBackorders());
      assertThat(units.demand())
          .isEqualTo(units.fromShelf() + units.fromBackorders() + units.waiting() + units.lost());
      assertThat(units.onOrder()).isNotNegative();
      assertThat(run.shortCycles()).isLessThanOrEqualTo(run.cycles());
      assertThat(pack > 0 ? units.ordered() % pack : 0).isZero();
      assertThat(run).isEqualTo(run(terms, DemandReplay.of(demand, 20, opening), policy, i));
    }
  }

  @Test
  void higherLevelsServeMoreAndHoldMore() {
    double[] demand = new SplittableRandom(1).ints(500, 0, 9).asDoubleStream().toArray();
    double fill = 0;
    double stock = -1;
    for (int level = 0; level <= 60; level += 4) {
      StockRun run =
          run(
              ReplenishmentTerms.of(LeadTime.fixed(3), 2),
              DemandReplay.stockedByPolicy(demand, 0),
              OrderUpToPolicy.level(level));
      assertThat(run.fillRate()).isGreaterThanOrEqualTo(fill);
      assertThat(run.meanStock()).isGreaterThan(stock);
      fill = run.fillRate();
      stock = run.meanStock();
    }
    assertThat(fill).isEqualTo(1);
  }

  private static StockRun run(
      ReplenishmentTerms terms, DemandReplay replay, ReplenishmentPolicy policy) {
    return run(terms, replay, policy, 0);
  }

  private static StockRun run(
      ReplenishmentTerms terms, DemandReplay replay, ReplenishmentPolicy policy, long seed) {
    return new InventorySimulator(terms, SimulationCosts.NONE).run(replay, policy, seed);
  }
}
