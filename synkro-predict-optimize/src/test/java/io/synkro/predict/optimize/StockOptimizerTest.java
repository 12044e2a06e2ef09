package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.TODAY;
import static io.synkro.predict.optimize.PlanCases.brief;
import static io.synkro.predict.optimize.PlanCases.daily;
import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.line;
import static io.synkro.predict.optimize.PlanCases.panel;
import static io.synkro.predict.optimize.PlanCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.PlanCases.Assortment;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.optimize.engine.HeardProgress;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import io.synkro.predict.stockout.NextReceipt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockOptimizerTest {

  @Test
  void ordersUpToTheLevelInWholePacks() {
    // by hand: 10 a day for 5 + 1 days needs 60; 50 on hand less 30 owed is 20; 40 is 4 packs of 12
    Item item = item(50);
    item.backordered = 30;
    item.pack = 12;
    PlanLine line = line(item, 10, 0);
    assertThat(line.demand().mean()).isCloseTo(60, within(1e-9));
    assertThat(line.order().quantity()).isEqualTo(48);
    assertThat(line.order().value()).isEqualTo(288);
    assertThat(line.order().arrival()).isEqualTo(TODAY.plusDays(5));
    assertThat(line.service().cycle()).isEqualTo(1);
  }

  @Test
  void salesLostBeforeAnOrderArrivesAreNotOrdered() {
    // by hand: 20 last two days, three days are lost; the order of today has to serve day 6 alone
    Item item = item(20);
    PlanLine line =
        plan(StockOptimizer.builder().build(), panel(daily(item.id, 10, 0)), List.of(item.build()))
            .lines()
            .get(0);
    assertThat(line.order().quantity()).isEqualTo(10);
    assertThat(line.stock().get(4).units()).isZero();
    assertThat(line.urgency()).isEqualTo(Urgency.EXPEDITE);
  }

  @Test
  void laterOrdersFollowDemand() {
    // by hand: 10 a day, ordered every day, to arrive five days later
    PlanLine line = line(item(20), 10, 0);
    assertThat(line.laterOrders())
        .isNotEmpty()
        .allSatisfy(order -> assertThat(order.quantity()).isEqualTo(10))
        .allSatisfy(order -> assertThat(order.arrival()).isEqualTo(order.placed().plusDays(5)));
    assertThat(line.laterOrders().get(0).placed()).isEqualTo(TODAY.plusDays(1));
  }

  @Test
  void thePlanIsProvenAndItsCostsAddUp() {
    Assortment assortment = Assortment.of(25, 5);
    StockPlan plan =
        plan(
            StockOptimizer.builder().budget(4000).build(), assortment.demand(), assortment.items());
    PlanProof proof = plan.proof();
    assertThat(proof.lowerBound()).isLessThanOrEqualTo(proof.objective() + 1e-6);
    assertThat(proof.gap()).isBetween(0.0, 0.02);
    assertThat(proof.unlimited()).isLessThanOrEqualTo(proof.objective() + 1e-6);
    assertThat(plan.kpis().costs().total()).isCloseTo(proof.objective(), within(1e-6));
    LineCosts byClass =
        plan.kpisByClass().values().stream()
            .map(PlanKpis::costs)
            .reduce(LineCosts.ZERO, LineCosts::plus);
    assertThat(byClass.total()).isCloseTo(proof.objective(), within(1e-6));
  }

  @Test
  void theSearchIsHeardWithAndWithoutLimits() {
    Assortment assortment = Assortment.of(25, 5);
    for (StockOptimizer.Builder builder :
        List.of(StockOptimizer.builder(), StockOptimizer.builder().budget(4000))) {
      HeardProgress heard = new HeardProgress();
      StockPlan plan =
          plan(builder.monitor(heard).build(), assortment.demand(), assortment.items());
      assertThat(heard.last().incumbent()).isCloseTo(plan.proof().objective(), within(1e-6));
    }
  }

  @Test
  void aSearchThatIsCancelledSaysSo() {
    Assortment assortment = Assortment.of(25, 5);
    StockPlanResult result =
        StockOptimizer.builder()
            .budget(4000)
            .monitor(new HeardProgress(0))
            .build()
            .optimize(assortment.demand(), assortment.items(), TODAY);
    assertThat(result)
        .isEqualTo(
            new StockPlanResult.NotFound("The search was cancelled before it found a plan."));
  }

  @Test
  void serviceLevelsHoldWhereNothingIsLimited() {
    Assortment assortment = Assortment.of(60, 11);
    StockPlan plan =
        plan(StockOptimizer.builder().build(), assortment.demand(), assortment.items());
    for (PlanLine line : plan.lines()) {
      for (ProjectedStock at : line.stock()) {
        if (!Double.isNaN(at.floor())) {
          assertThat(at.units()).as(line.toString()).isGreaterThan(at.floor() - line.step());
        }
      }
    }
    assertThat(plan.kpis().expectedFillRate()).isBetween(0.95, 1.0);
  }

  @Test
  void hardFloorsAreKept() {
    Assortment assortment = Assortment.of(20, 11);
    StockPlan plan =
        plan(
            StockOptimizer.builder().floor(ServiceFloor.HARD).build(),
            assortment.demand(),
            assortment.items());
    assertThat(plan.kpis().belowTarget()).isZero();
  }

  @Test
  void suppliersDeliverNoMoreThanTheyCan() {
    // by hand: 20 items lack 40 each, and there are 600 in all
    StockPlan plan =
        copies(StockOptimizer.builder().capacity(SupplierId.of("S1"), 600), item(20), item(20));
    double today = plan.lines().stream().mapToDouble(line -> line.order().quantity()).sum();
    assertThat(today).isBetween(580.0, 600.0);
    assertThat(plan.binding().get(0).subject())
        .isEqualTo(new PlanLimit.Capacity(SupplierId.of("S1")));
  }

  @Test
  void anElasticBudgetIsExceededAtItsPrice() {
    // by hand: 40 units at 6 are 240; 100 beyond 140 cost a tenth more than they do anyway
    Item item = item(20);
    StockPlan plan =
        plan(
            StockOptimizer.builder()
                .backorders()
                .limit(PlanLimit.hard(new PlanLimit.Budget(), 140).elastic(0.1))
                .build(),
            panel(daily(item.id, 10, 0)),
            List.of(item.build()));
    assertThat(plan.kpis().orderValue()).isEqualTo(240);
    assertThat(plan.proof().objective()).isCloseTo(plan.kpis().costs().total() + 10, within(1e-6));
  }

  @Test
  void nothingIsOrderedInFrozenPeriods() {
    Item item = item(20);
    StockPlan plan =
        plan(
            StockOptimizer.builder().frozenPeriods(2).build(),
            panel(daily(item.id, 10, 0)),
            List.of(item.build()));
    PlanLine line = plan.lines().get(0);
    assertThat(line.order().quantity()).isZero();
    assertThat(line.laterOrders().get(0).placed()).isEqualTo(TODAY.plusDays(2));
  }

  @Test
  void anEvaluatedPlanCostsWhatItWasPlannedAt() {
    Assortment assortment = Assortment.of(25, 5);
    StockOptimizer optimizer = StockOptimizer.builder().budget(4000).search(brief()).build();
    StockPlan plan = plan(optimizer, assortment.demand(), assortment.items());
    PlanEvaluation again = optimizer.evaluate(assortment.demand(), assortment.items(), plan);
    assertThat(again.violations()).isEmpty();
    assertThat(again.plan().proof().objective()).isCloseTo(plan.proof().objective(), within(1e-6));
    StockOptimizer poorer = optimizer.toBuilder().budget(40).build();
    assertThat(poorer.evaluate(assortment.demand(), assortment.items(), plan).violations())
        .isNotEmpty();
  }

  @Test
  void minimumOrdersAreKept() {
    // by hand: 40 are lacking, the least order is 100, in packs of 12 that is 108
    Item item = item(20);
    item.pack = 12;
    item.minimumOrder = 100;
    assertThat(line(item, 10, 0).order().quantity()).isEqualTo(108);
  }

  @Test
  void aPositionAboveTheReorderPointWaits() {
    Item item = item(20);
    item.orders = List.of(new OpenOrder(41, TODAY.plusDays(2)));
    PlanLine line = line(item, 10, 0);
    assertThat(line.order().quantity()).isZero();
    assertThat(line.urgency()).isEqualTo(Urgency.WAIT);
    assertThat(line.nextReceipt())
        .isEqualTo(new NextReceipt(TODAY.plusDays(2), 41, NextReceipt.Kind.OPEN_ORDER));
  }

  @Test
  void goodsThatComeTooLateAreToBeExpedited() {
    // by hand: an order placed now arrives on day 5, when 40 are gone; 39 do not last
    assertThat(line(item(39), 10, 0).urgency()).isEqualTo(Urgency.EXPEDITE);
    assertThat(line(item(40), 10, 0).urgency()).isEqualTo(Urgency.ORDER);
    Item enoughButLate = item(10);
    enoughButLate.orders = List.of(new OpenOrder(500, TODAY.plusDays(9)));
    PlanLine bridged = line(enoughButLate, 10, 0);
    assertThat(bridged.urgency()).isEqualTo(Urgency.EXPEDITE);
    assertThat(bridged.order().quantity()).isEqualTo(50); // what is owed by day 6
  }

  @Test
  void moneyGoesWhereItSavesMost() {
    // by hand: all lack 40 units at 6; one of the first kind earns 4, one of the second 1
    Item poor = item(20);
    poor.unitPrice = 7;
    StockPlan plan = copies(StockOptimizer.builder().budget(3000), item(20), poor);
    assertThat(ordered(plan, "A")).isBetween(400.0, 450.0); // a little ahead, for lack of money
    assertThat(ordered(plan, "B")).isBetween(50.0, 100.0);
    assertThat(plan.find(SeriesId.of("B0", "W1")).orElseThrow().order().wanted()).isEqualTo(40);
    BindingConstraint budget = plan.binding().get(0);
    assertThat(budget.subject().name()).isEqualTo("budget");
    assertThat(budget.limit().period()).isZero();
    assertThat(budget.used()).isBetween(2950.0, 3000.0);
    assertThat(budget.wanted()).isCloseTo(4800, within(1e-9));
    assertThat(budget.marginalValue()).isPositive();
    assertThat(plan.text()).contains("The budget binds in").contains(" of 3000.00 used, 4800.00");
  }

  @Test
  void aMinimumOrderThatDoesNotFitLeavesTheMoneyToOthers() {
    // by hand: a least order costs 1800
    Item large = item(0);
    large.minimumOrder = 300;
    large.unitPrice = 100;
    StockPlan plan = copies(StockOptimizer.builder().budget(1200), large, item(20));
    assertThat(ordered(plan, "A")).isZero();
    assertThat(ordered(plan, "B")).isBetween(180.0, 200.0);
  }

  private static double ordered(StockPlan plan, String kind) {
    return plan.lines().stream()
        .filter(line -> line.id().product().value().startsWith(kind))
        .mapToDouble(line -> line.order().quantity())
        .sum();
  }

  /** A plan of ten items of each kind, A and B, which sell 10 a day. */
  private static StockPlan copies(StockOptimizer.Builder optimizer, Item a, Item b) {
    List<StockItem> items = new ArrayList<>();
    List<DemandForecast> demand = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      a.id = SeriesId.of("A" + i, "W1");
      b.id = SeriesId.of("B" + i, "W1");
      items.add(a.build());
      items.add(b.build());
      demand.add(daily(a.id, 10, 0));
      demand.add(daily(b.id, 10, 0));
    }
    return plan(
        optimizer.backorders().build(), panel(demand.toArray(DemandForecast[]::new)), items);
  }

  @Test
  void spaceLimitsItsWarehouseOnly() {
    Item here = item(20);
    Item there = item(20);
    there.id = SeriesId.of("P1", "W2");
    StockOptimizer optimizer =
        StockOptimizer.builder().backorders().space(WarehouseId.of("W1"), 10).build();
    StockPlan plan =
        plan(
            optimizer,
            panel(daily(here.id, 10, 3), daily(there.id, 10, 3)),
            List.of(here.build(), there.build()));
    // by hand: the safety stock of 13 does not fit, so that at most 50 of 60 + 13 - 20 are ordered
    assertThat(plan.find(here.id).orElseThrow().order().quantity()).isBetween(40.0, 50.0);
    assertThat(plan.find(there.id).orElseThrow().order().quantity()).isEqualTo(53);
    assertThat(plan.binding())
        .extracting(limit -> limit.subject().name())
        .containsOnly("space of W1");
  }

  @Test
  void openOrdersLessenWhatIsOrdered() {
    Item item = item(20);
    item.orders = List.of(new OpenOrder(5, TODAY.plusDays(3)));
    assertThat(line(item, 10, 3).order().quantity())
        .isEqualTo(line(item(20), 10, 3).order().quantity() - 5);
  }

  @Test
  void stockThatExceedsTheSpaceIsAnAnswerNotAnException() {
    StockPlanResult result =
        StockOptimizer.builder()
            .space(WarehouseId.of("W1"), 5)
            .build()
            .optimize(panel(daily(item(0).id, 10, 0)), List.of(item(20).build()), TODAY);
    assertThat(result).isInstanceOf(StockPlanResult.Infeasible.class);
    StockPlanResult.Infeasible infeasible = (StockPlanResult.Infeasible) result;
    assertThat(infeasible.conflict())
        .singleElement()
        .asString()
        .contains("space of W1 for 2024-03-31 is 5 m³", "still take 10 m³: 5 m³ too much");
    assertThat(infeasible.remedies()).isNotEmpty();
    assertThat(infeasible.remedies().get(0)).contains("space of W1", "+5 m³", "no less will do");
  }

  @Test
  void floorsThatLimitsDoNotAllowAreToldWithTheLeastThatHelps() {
    StockPlanResult result =
        StockOptimizer.builder()
            .floor(ServiceFloor.HARD)
            .budget(50)
            .build()
            .optimize(panel(daily(item(0).id, 10, 0)), List.of(item(0).build()), TODAY);
    StockPlanResult.Infeasible infeasible = (StockPlanResult.Infeasible) result;
    assertThat(infeasible.conflict())
        .singleElement()
        .asString()
        .contains("Budget", "2024-", "not enough for the minimum stock of " + item(0).id);
    assertThat(infeasible.remedies().get(0)).contains("budget", "2024-", "%");
  }

  @Test
  void keyFiguresAddUp() {
    Assortment assortment = Assortment.of(60, 7);
    StockPlan plan =
        plan(StockOptimizer.builder().build(), assortment.demand(), assortment.items());
    PlanKpis kpis = plan.kpis();
    assertThat(kpis.orderValue())
        .isCloseTo(plan.lines().stream().mapToDouble(l -> l.order().value()).sum(), within(1e-6));
    assertThat(kpis.ordersBySupplier().get(SupplierId.of("S1")))
        .isEqualTo((int) plan.lines().stream().filter(l -> l.order().quantity() > 0).count());
    assertThat(kpis.linesByUrgency().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(60);
    assertThat(kpis.linesByUrgency().keySet()).containsExactly(Urgency.values());
    assertThat(kpis.expectedFillRate()).isBetween(0.95, 1.0);
    assertThat(plan.text().lines().count()).isLessThan(40);
  }

  @Test
  void equalInputsGiveEqualPlans() {
    Assortment assortment = Assortment.of(40, 3);
    StockOptimizer optimizer = StockOptimizer.builder().budget(9000).build();
    assertThat(optimizer.optimize(assortment.demand(), assortment.items(), TODAY))
        .isEqualTo(optimizer.optimize(assortment.demand(), assortment.items(), TODAY));
  }

  @Test
  void refusesImpossibleLimits() {
    assertThatThrownBy(() -> StockOptimizer.builder().budget(-1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("budget (-1) must be zero or positive, and finite.");
    assertThatThrownBy(() -> StockOptimizer.builder().space(WarehouseId.of("W1"), Double.NaN))
        .hasMessageContaining("space of W1 (NaN)");
  }

  @Test
  void uncertainLeadTimesArriveAfterTheirMean() {
    Item item = item(0);
    item.leadTime = LeadTime.observed(3, 4, 9);
    assertThat(line(item, 10, 3).order().arrival()).isEqualTo(TODAY.plusDays(5));
  }
}
