package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.TODAY;
import static io.synkro.predict.optimize.PlanCases.daily;
import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.panel;
import static io.synkro.predict.optimize.PlanCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.planning.PlanEngines;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.scenario.Changes;
import io.synkro.predict.optimize.scenario.Comparison;
import io.synkro.predict.optimize.scenario.Scenario;
import io.synkro.predict.optimize.scenario.Snapshot;
import io.synkro.predict.optimize.scenario.WhatIf;
import io.synkro.predict.optimize.scenario.WhatIfReport;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import io.synkro.predict.stockout.NextReceipt;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransferLaneTest {
  private static final SeriesId FULL = SeriesId.of("P1", "W1");
  private static final SeriesId EMPTY = SeriesId.of("P1", "W2");

  /** W1 sells 1 a day and is supplied in 5 days; W2 sells 10, has nothing and waits for 14. */
  private static final PanelForecast DEMAND = panel(daily(FULL, 1, 0), daily(EMPTY, 10, 0));

  private static List<StockItem> pair(double onHand, double pack) {
    Item full = item(onHand);
    full.pack = pack;
    Item empty = item(0);
    empty.id = EMPTY;
    empty.pack = pack;
    empty.leadTime = LeadTime.fixed(14);
    return List.of(full.build(), empty.build());
  }

  private static TransferLane lane(String from, String to, int days, double unitCost) {
    return new TransferLane(WarehouseId.of(from), WarehouseId.of(to), days, unitCost);
  }

  private static StockOptimizer.Builder twoFortnights() {
    return StockOptimizer.builder().periods(2, 14);
  }

  @Test
  void servesWhatWouldBeLostBeforeAnOrderArrives() {
    // by hand: W1 needs 19 until day 19, where stock for another 19 counts, so that it spares 130
    // of 168: what W2 sells from day 2 on, until its order of today arrives on day 14
    StockPlan plan =
        plan(twoFortnights().lane(lane("W1", "W2", 2, 0.5)).build(), DEMAND, pair(168, 10));
    PlannedTransfer transfer =
        new PlannedTransfer(FULL, EMPTY, TODAY, TODAY.plusDays(2), 130, 780, 65);
    assertThat(plan.transfers()).containsExactly(transfer);
    PlanLine full = plan.find(FULL).orElseThrow();
    PlanLine empty = plan.find(EMPTY).orElseThrow();
    assertThat(full.transfers()).containsExactly(transfer);
    assertThat(full.order().quantity()).isZero();
    assertThat(full.stock().get(0).units()).isCloseTo(33, within(1e-9));
    assertThat(empty.transfers()).containsExactly(transfer);
    assertThat(empty.order().quantity()).isEqualTo(140); // days 15 to 28, not what is lost on day 1
    assertThat(empty.nextReceipt())
        .isEqualTo(new NextReceipt(TODAY.plusDays(2), 130, NextReceipt.Kind.TRANSFER));
    assertThat(empty.costs().transfers()).isEqualTo(65);
    assertThat(empty.costs().lostSales()).isCloseTo(10 * 10, within(1e-9));
    assertThat(empty.costs().purchases()).isEqualTo(840);
    assertThat(empty.costs().shortage()).isZero();
    assertThat(full.costs().transfers()).isZero();
    assertThat(plan.kpis().costs().total()).isCloseTo(plan.proof().objective(), within(1e-6));
    assertThat(plan.kpis().transfers()).isEqualTo(1);
    assertThat(plan.text()).contains("Transfers of today: 1", "130.0", "65.00");
  }

  @Test
  void sendsWhatThereIsAndLosesTheRest() {
    // by hand: W1 spares 95 beyond its own 5 days, so that demand for 35 from day 2 on is lost
    StockPlan plan =
        plan(twoFortnights().lane(lane("W1", "W2", 2, 0.5)).build(), DEMAND, pair(100, 5));
    assertThat(plan.transfers()).hasSize(1);
    assertThat(plan.transfers().get(0).quantity()).isEqualTo(95);
    PlanLine empty = plan.find(EMPTY).orElseThrow();
    assertThat(empty.costs().lostSales()).isCloseTo(10 * (10 + 35), within(1e-9));
    assertThat(empty.order().quantity()).isEqualTo(140);
  }

  @Test
  void aLaneThatIsTooDearMovesNothing() {
    StockPlan without = plan(twoFortnights().build(), DEMAND, pair(168, 10));
    StockPlan dear =
        plan(twoFortnights().lane(lane("W1", "W2", 2, 50)).build(), DEMAND, pair(168, 10));
    assertThat(dear.transfers()).isEmpty();
    for (int i = 0; i < 2; i++) {
      assertThat(dear.lines().get(i).order()).isEqualTo(without.lines().get(i).order());
      assertThat(dear.lines().get(i).costs()).isEqualTo(without.lines().get(i).costs());
    }
    // the service of the first fortnight counts now, since a lane could change it
    assertThat(dear.lines().get(1).service().fillRate()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void lanesThatMoveNothingChangeNothing() {
    List<StockItem> unequal = List.of(pair(168, 10).get(0), pair(0, 7).get(1));
    StockOptimizer otherPacks = twoFortnights().lane(lane("W1", "W2", 2, 0.5)).build();
    assertThat(plan(otherPacks, DEMAND, unequal))
        .isEqualTo(plan(twoFortnights().build(), DEMAND, unequal));
    StockPlan without = plan(twoFortnights().build(), DEMAND, pair(168, 10));
    StockOptimizer elsewhere = twoFortnights().lane(lane("W8", "W9", 2, 0.5)).build();
    assertThat(plan(elsewhere, DEMAND, pair(168, 10))).isEqualTo(without);
    StockOptimizer slow = twoFortnights().lane(lane("W1", "W2", 300, 0.5)).build();
    assertThat(plan(slow, DEMAND, pair(168, 10))).isEqualTo(without);
  }

  @Test
  void linesOfALaneArePlannedInTheSameSteps() {
    // by hand: W2 needs 14 days of 5000, and W1 a few; a step is below 0.2 % of the larger need
    PanelForecast large = panel(daily(FULL, 1, 0), daily(EMPTY, 5000, 0));
    StockPlan apart = plan(twoFortnights().build(), large, pair(100_000, 10));
    assertThat(apart.lines()).extracting(PlanLine::step).containsExactly(10.0, 140.0);
    StockPlan joined =
        plan(twoFortnights().lane(lane("W1", "W2", 2, 0.5)).build(), large, pair(100_000, 10));
    double step = joined.lines().get(0).step();
    assertThat(joined.lines().get(1).step()).isEqualTo(step);
    double steps = joined.transfers().get(0).quantity() / step;
    assertThat(steps).isCloseTo(Math.rint(steps), within(1e-9)).isPositive();
  }

  @Test
  void aPlanIsKeptWithItsTransfers() {
    StockOptimizer optimizer = twoFortnights().lane(lane("W1", "W2", 2, 0.5)).build();
    StockPlan plan = plan(optimizer, DEMAND, pair(168, 10));
    PlanEvaluation same = optimizer.evaluate(DEMAND, pair(168, 10), plan);
    assertThat(same.violations()).isEmpty();
    assertThat(same.plan().transfers()).isEqualTo(plan.transfers());
    assertThat(same.plan().proof().objective()).isCloseTo(plan.proof().objective(), within(1e-9));
    PlanEvaluation poorer = optimizer.evaluate(DEMAND, pair(100, 10), plan);
    assertThat(poorer.violations()).anyMatch(text -> text.contains("sent"));
    PlanEvaluation apart = twoFortnights().build().evaluate(DEMAND, pair(168, 10), plan);
    assertThat(apart.plan().transfers()).isEmpty();
    assertThat(apart.violations()).singleElement().asString().contains("no lane", "P1@W2");
  }

  @Test
  void tellsWhatALaneWouldSave() {
    Snapshot today = new Snapshot(DEMAND, pair(168, 10), TODAY, twoFortnights().build());
    WhatIfReport report =
        WhatIf.compare(today, Scenario.of("van", Changes.lane(lane("W1", "W2", 2, 0.5))));
    Comparison van = report.scenarios().get(0);
    assertThat(van.scenario().inWords()).isEqualTo("lane from W1 to W2 of 2 days at 0.5 a unit");
    assertThat(van.kept().kpis().costs().transfers()).isZero();
    assertThat(van.replanned().orElseThrow().kpis().costs().transfers()).isEqualTo(65);
    // by hand: W2 sells nothing until its order arrives on day 14, with a transfer all from day 2
    // on
    assertThat(van.kept().simulated().lost()).isCloseTo(130, within(1e-6));
    assertThat(van.replanned().orElseThrow().simulated().lost()).isCloseTo(10, within(1e-6));
    assertThat(report.text()).contains("transfers between warehouses");
  }

  @Test
  void trajectoriesCountTransfers() {
    StockOptimizer optimizer = twoFortnights().lane(lane("W1", "W2", 2, 0.5)).build();
    StockPlan plan = plan(optimizer, DEMAND, pair(168, 10));
    StockTrajectory full =
        StockTrajectory.of(
            DEMAND.forecasts().get(0), pair(168, 10).get(0), plan.lines().get(0), 20);
    StockTrajectory empty =
        StockTrajectory.of(
            DEMAND.forecasts().get(1), pair(168, 10).get(1), plan.lines().get(1), 20);
    assertThat(full.days().get(0).mean()).isCloseTo(168 - 130 - 1, within(1e-9));
    assertThat(empty.days().get(0).mean()).isZero();
    assertThat(empty.days().get(1).received()).isEqualTo(130);
    assertThat(empty.days().get(1).mean()).isCloseTo(120, within(1e-9));
  }

  /** Finds nothing and proves nothing. */
  private static final class NoEngine implements PlanEngine {
    @Override
    public String id() {
      return "none";
    }

    @Override
    public PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor) {
      return PlanResult.builder(PlanStatus.NO_PLAN_FOUND).build();
    }
  }

  @Test
  void saysWhatContradictsWhatWithoutTransfers() {
    // by hand: nobody has stock, and there is no money for what the service levels ask for
    StockOptimizer poor =
        twoFortnights()
            .lane(lane("W1", "W2", 2, 0.5))
            .floor(ServiceFloor.HARD)
            .budget(0)
            .engine(new NoEngine())
            .build();
    assertThat(poor.optimize(DEMAND, pair(0, 10), TODAY))
        .isInstanceOfSatisfying(
            StockPlanResult.NotFound.class, // nothing is proven with transfers
            none -> assertThat(none.reason()).contains("Without transfers: Budget"));
  }

  /** Finds nothing where there are limits and lanes. */
  private static final class HalfEngine implements PlanEngine {
    @Override
    public String id() {
      return "half";
    }

    @Override
    public PlanResult solve(StockProblem problem, SolveOptions options, SolveMonitor monitor) {
      return problem.limits().isEmpty() || problem.lanes().isEmpty()
          ? PlanEngines.fitting("ojalgo").solve(problem, options, monitor)
          : PlanResult.builder(PlanStatus.NO_PLAN_FOUND).build();
    }
  }

  @Test
  void settlesTransfersFirstAndOrdersThenUnderALimit() {
    // by hand: as without a limit, but half the money buys half of what W2 sells after day 14
    StockOptimizer optimizer =
        twoFortnights().lane(lane("W1", "W2", 2, 0.5)).budget(420).engine(new HalfEngine()).build();
    StockPlan plan = plan(optimizer, DEMAND, pair(168, 10));
    assertThat(plan.transfers()).hasSize(1);
    assertThat(plan.transfers().get(0).quantity()).isEqualTo(130);
    assertThat(plan.find(EMPTY).orElseThrow().order().quantity()).isEqualTo(70);
    assertThat(plan.kpis().costs().total()).isCloseTo(plan.proof().objective(), within(1e-6));
  }

  @Test
  void takesAPlanWithoutTransfersIfNoOtherIsFound() {
    StockOptimizer optimizer =
        twoFortnights()
            .lane(lane("W1", "W2", 2, 0.5))
            .floor(ServiceFloor.HARD)
            .engine(new NoEngine())
            .build();
    StockPlan plan = plan(optimizer, DEMAND, pair(0, 10));
    assertThat(plan.transfers()).isEmpty();
    assertThat(plan.find(EMPTY).orElseThrow().order().quantity()).isGreaterThanOrEqualTo(140);
  }

  @Test
  void refusesLanesThatCannotBe() {
    assertThatThrownBy(() -> lane("W1", "W1", 1, 0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> lane("W1", "W2", 0, 0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> lane("W1", "W2", 1, -1)).isInstanceOf(InvalidInputException.class);
    StockOptimizer optimizer =
        StockOptimizer.builder().lane(lane("W1", "W2", 3, 1)).lane(lane("W1", "W2", 2, 1)).build();
    assertThat(optimizer.toBuilder().build().lanes()).containsExactly(lane("W1", "W2", 2, 1));
  }

  /** Three products in three warehouses, with lanes both ways between all of them. */
  @Test
  void nobodySendsWhatIsNotThere() {
    double moved = 0;
    for (long seed = 1; seed <= 9; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<DemandForecast> forecasts = new ArrayList<>();
      List<StockItem> items = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        StockItem item = random(SeriesId.of("P" + i / 3, "W" + i % 3), 1 + (int) seed % 3, random);
        items.add(item);
        double mean = 8 * random.nextDouble();
        forecasts.add(daily(item.id(), mean, seed % 2 == 0 ? Math.sqrt(2 * mean) : 0));
      }
      PanelForecast demand = panel(forecasts.toArray(DemandForecast[]::new));
      StockPlanResult result = joined(seed, random).optimize(demand, items, TODAY);
      if (result instanceof StockPlanResult.Feasible feasible) { // else there was not time enough
        moved += feasible.plan().transfers().size();
        check(items, feasible.plan());
        if (seed % 3 == 0) { // nothing is lost, so that stock follows from the plan
          checkLater(demand, items, feasible.plan());
        }
      }
    }
    assertThat(moved).isPositive();
  }

  private static StockOptimizer joined(long seed, SplittableRandom random) {
    StockOptimizer.Builder builder =
        StockOptimizer.builder()
            .search(SolveOptions.builder().timeLimit(Duration.ofMillis(400)).build());
    for (int l = 0; l < 6; l++) {
      int from = l / 2;
      int days = 1 + random.nextInt(4);
      builder.lane(lane("W" + from, "W" + (from + 1 + l % 2) % 3, days, random.nextDouble()));
    }
    if (seed % 4 < 2) {
      builder.periods(6, 7);
    }
    return (seed % 3 == 0 ? builder.backorders() : builder).build();
  }

  private static void check(List<StockItem> items, StockPlan plan) {
    double objective = plan.proof().objective();
    assertThat(plan.kpis().costs().total())
        .isCloseTo(objective, within(1e-6 * Math.abs(objective)));
    for (int i = 0; i < items.size(); i++) {
      StockPosition position = items.get(i).position();
      double sent =
          plan.lines().get(i).transfers().stream()
              .filter(it -> it.from().equals(position.id()) && it.sent().equals(TODAY))
              .mapToDouble(PlannedTransfer::quantity)
              .sum();
      assertThat(sent)
          .isLessThanOrEqualTo(Math.max(0, position.onHand() - position.backordered()) + 1e-6);
    }
  }

  /** By expectation, what leaves later is there as well. */
  private static void checkLater(PanelForecast demand, List<StockItem> items, StockPlan plan) {
    for (int i = 0; i < items.size(); i++) {
      PlanLine line = plan.lines().get(i);
      DemandAhead ahead = DemandAhead.after(TODAY, demand.forecasts().get(i));
      for (PlannedTransfer each : line.transfers()) {
        if (each.from().equals(line.id())) {
          double there =
              arrived(items.get(i), line, each.sent())
                  - ahead.meanOver((double) ChronoUnit.DAYS.between(TODAY, each.sent()));
          double sent =
              line.transfers().stream()
                  .filter(it -> it.from().equals(line.id()) && !it.sent().isAfter(each.sent()))
                  .mapToDouble(PlannedTransfer::quantity)
                  .sum();
          assertThat(sent).as("%s of %s", each, line).isLessThanOrEqualTo(there + 1e-6);
        }
      }
    }
  }

  private static double arrived(StockItem item, PlanLine line, LocalDate day) {
    double units = item.position().onHand() - item.position().backordered();
    for (OpenOrder open : item.position().openOrders()) {
      units += open.due().isAfter(day) ? 0 : open.quantity();
    }
    for (PlannedOrder order :
        Stream.concat(Stream.of(line.order()), line.laterOrders().stream()).toList()) {
      units += order.arrival().isAfter(day) ? 0 : order.quantity();
    }
    for (PlannedTransfer transfer : line.transfers()) {
      boolean here = transfer.to().equals(line.id()) && !transfer.arrival().isAfter(day);
      units += here ? transfer.quantity() : 0;
    }
    return units;
  }

  private static StockItem random(SeriesId id, int pack, SplittableRandom random) {
    Item item = item(random.nextInt(3) == 0 ? 0 : random.nextInt(90));
    item.id = id;
    item.pack = pack;
    item.backordered = random.nextInt(4) == 0 ? random.nextInt(20) : 0;
    item.leadTime = LeadTime.fixed(1 + random.nextInt(20));
    if (random.nextBoolean()) {
      item.orders =
          List.of(new OpenOrder(1 + random.nextInt(60), TODAY.plusDays(1 + random.nextInt(9))));
    }
    return item.build();
  }
}
