package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.TODAY;
import static io.synkro.predict.optimize.PlanCases.daily;
import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.line;
import static io.synkro.predict.optimize.PlanCases.panel;
import static io.synkro.predict.optimize.PlanCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.PlanCases.Assortment;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import io.synkro.predict.stockout.NextReceipt;
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
    // mean stock is half a cycle: a pack of 12, at 6 each and 20 % a year
    assertThat(line.holdingCostPerYear()).isCloseTo(7.2, within(1e-9));
  }

  @Test
  void minimumOrdersAreKept() {
    // by hand: the level is 60 + 90 = 150, 20 on hand lack 130, in packs of 12 that is 132
    Item item = item(20);
    item.pack = 12;
    item.minimumOrder = 100;
    assertThat(line(item, 10, 0).order().quantity()).isEqualTo(132);
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
    assertThat(line(enoughButLate, 10, 0).urgency()).isEqualTo(Urgency.EXPEDITE);
    assertThat(line(enoughButLate, 10, 0).order().quantity()).isZero();
  }

  @Test
  void moneyGoesWhereItSavesMost() {
    // by hand: both lack 40 units; a unit of A costs 6 and earns 4, one of B costs 6 and earns 1
    Item a = item(20);
    a.id = SeriesId.of("A", "W1");
    Item b = item(20);
    b.id = SeriesId.of("B", "W1");
    b.unitPrice = 7;
    PanelForecast demand = panel(daily(a.id, 10, 0), daily(b.id, 10, 0));
    StockPlan plan =
        plan(StockOptimizer.builder().budget(300).build(), demand, List.of(b.build(), a.build()));
    assertThat(plan.find(a.id).orElseThrow().order().quantity()).isEqualTo(40);
    assertThat(plan.find(b.id).orElseThrow().order().quantity()).isEqualTo(10);
    assertThat(plan.find(b.id).orElseThrow().order().wanted()).isEqualTo(40);
    assertThat(plan.binding()).hasSize(1);
    BindingConstraint budget = plan.binding().get(0);
    assertThat(budget.name()).isEqualTo("budget");
    assertThat(budget.used()).isCloseTo(300, within(1e-9));
    assertThat(budget.wanted()).isCloseTo(480, within(1e-9));
    assertThat(budget.marginalValue()).isCloseTo(1 / 6.0, within(1e-9));
    assertThat(plan.text())
        .contains("2 orders for 300.00")
        .contains("The budget binds: 300.00 of 300.00 used, 480.00 wanted");
  }

  @Test
  void aMinimumOrderThatDoesNotFitLeavesTheMoneyToOthers() {
    Item large = item(0);
    large.id = SeriesId.of("A", "W1");
    large.minimumOrder = 60;
    large.unitPrice = 100;
    Item small = item(20);
    small.id = SeriesId.of("B", "W1");
    StockPlan plan =
        plan(
            StockOptimizer.builder().budget(120).build(),
            panel(daily(large.id, 10, 0), daily(small.id, 10, 0)),
            List.of(large.build(), small.build()));
    assertThat(plan.find(large.id).orElseThrow().order().quantity()).isZero();
    assertThat(plan.find(small.id).orElseThrow().order().quantity()).isEqualTo(20);
  }

  @Test
  void spaceLimitsItsWarehouseOnly() {
    Item here = item(20);
    Item there = item(20);
    there.id = SeriesId.of("P1", "W2");
    StockOptimizer optimizer = StockOptimizer.builder().space(WarehouseId.of("W1"), 35).build();
    StockPlan plan =
        plan(
            optimizer,
            panel(daily(here.id, 10, 0), daily(there.id, 10, 0)),
            List.of(here.build(), there.build()));
    assertThat(plan.find(here.id).orElseThrow().order().quantity()).isEqualTo(15);
    assertThat(plan.find(there.id).orElseThrow().order().quantity()).isEqualTo(40);
    assertThat(plan.binding()).extracting(BindingConstraint::name).containsExactly("space of W1");
  }

  @Test
  void openOrdersTakeSpaceBeforePlannedOnes() {
    // by hand: 35 cubic metres less 20 on hand and 5 on their way leave 10
    Item item = item(20);
    item.orders = List.of(new OpenOrder(5, TODAY.plusDays(3)));
    StockPlan plan =
        plan(
            StockOptimizer.builder().space(WarehouseId.of("W1"), 35).build(),
            panel(daily(item.id, 10, 0)),
            List.of(item.build()));
    assertThat(plan.lines().get(0).order().quantity()).isEqualTo(10);
    assertThat(plan.lines().get(0).order().wanted()).isEqualTo(35);
    assertThat(plan.binding().get(0).limit()).isCloseTo(10, within(1e-9));
  }

  @Test
  void stockThatExceedsTheSpaceIsAnAnswerNotAnException() {
    StockPlanResult result =
        StockOptimizer.builder()
            .space(WarehouseId.of("W1"), 15)
            .build()
            .optimize(panel(daily(item(0).id, 10, 0)), List.of(item(20).build()), TODAY);
    assertThat(result)
        .isEqualTo(
            new StockPlanResult.Infeasible(
                List.of(
                    "Warehouse W1 has 15.00 cubic metres of space, and the stock on hand takes"
                        + " 20.00: 5.00 too much before anything is ordered.")));
  }

  @Test
  void oneBadItemDoesNotFailTheBatch() {
    Item unknown = item(1);
    unknown.id = SeriesId.of("P0", "W1");
    StockItem good = item(20).build();
    StockPlan plan =
        plan(
            StockOptimizer.builder().build(),
            panel(daily(good.id(), 10, 0)),
            List.of(unknown.build(), good, good));
    assertThat(plan.outcomes()).hasSize(3);
    assertThat(plan.lines()).hasSize(1);
    assertThat(reason(plan, 0))
        .contains("There is no forecast of it")
        .contains("Maybe add its series");
    assertThat(reason(plan, 2)).contains("came before. Maybe add up the two items.");
    assertThat(plan.text()).contains("P0@W1 is not planned: There is no forecast of it");
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
    assertThat(plan.text().lines().count()).isLessThan(30);
  }

  @Test
  void equalInputsGiveEqualPlans() {
    Assortment assortment = Assortment.of(200, 3);
    StockOptimizer optimizer =
        StockOptimizer.builder().budget(5000).space(WarehouseId.of("W1"), 90).build();
    assertThat(optimizer.optimize(assortment.demand(), assortment.items(), TODAY))
        .isEqualTo(optimizer.optimize(assortment.demand(), assortment.items(), TODAY));
  }

  @Test
  void trajectoryFollowsReceiptsAndDemand() {
    // by hand: 35, 100 due on day 2; 10 a day; the order of day 5 brings what is wanted: nothing
    Item item = item(35);
    item.orders = List.of(new OpenOrder(100, TODAY.plusDays(2)));
    PlanLine line = line(item, 10, 2);
    StockTrajectory trajectory = StockTrajectory.of(daily(item.id, 10, 2), item.build(), line, 15);
    assertThat(trajectory.days().get(0).mean()).isCloseTo(25, within(1e-9));
    assertThat(trajectory.days().get(1).mean()).isCloseTo(115, within(1e-9));
    assertThat(trajectory.days().get(1).received()).isEqualTo(100);
    assertThat(trajectory.days().get(14).mean()).isZero();
    // 1.6448536 standard deviations of two days, 2 * sqrt(2)
    assertThat(trajectory.days().get(1).low())
        .isCloseTo(115 - 1.6448536269514722 * 2 * Math.sqrt(2), within(1e-9));
    assertThat(trajectory.days().get(1).high())
        .isCloseTo(115 + 1.6448536269514722 * 2 * Math.sqrt(2), within(1e-9));
  }

  @Test
  void trajectoryHoldsThePlannedOrder() {
    // by hand: 20 last two days, 40 arrive on day 5 in the morning
    Item item = item(20);
    StockTrajectory trajectory =
        StockTrajectory.of(daily(item.id, 10, 0), item.build(), line(item, 10, 0), 6);
    assertThat(trajectory.days())
        .extracting(StockTrajectory.Day::mean)
        .usingComparatorForType((x, y) -> Math.abs(x - y) < 1e-9 ? 0 : 1, Double.class)
        .containsExactly(10.0, 0.0, 0.0, 0.0, 30.0, 20.0);
    assertThatThrownBy(
            () ->
                StockTrajectory.of(
                    daily(SeriesId.of("X", "W"), 1, 0), item.build(), line(item, 10, 0), 6))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be that of the item, P1@W1");
  }

  @Test
  void owedUnitsLeaveWithTheNextReceipt() {
    // by hand: 30 owed; of the 50 that arrive on day 2, 20 are left for that day's demand of 10
    Item item = item(0);
    item.backordered = 30;
    item.orders = List.of(new OpenOrder(50, TODAY.plusDays(2)));
    StockTrajectory trajectory =
        StockTrajectory.of(daily(item.id, 10, 0), item.build(), line(item, 10, 0), 3);
    assertThat(trajectory.days())
        .extracting(StockTrajectory.Day::mean)
        .containsExactly(0.0, 10.0, 0.0);
  }

  @Test
  void refusesImpossibleLimits() {
    assertThatThrownBy(() -> StockOptimizer.builder().budget(-1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("budget (-1) must be zero or positive, and finite.");
    assertThatThrownBy(() -> StockOptimizer.builder().space(WarehouseId.of("W1"), Double.NaN))
        .hasMessageContaining("space of W1 (NaN)");
  }

  @Test
  void uncertainLeadTimesArriveAfterTheirMean() {
    Item item = item(0);
    item.leadTime = LeadTime.observed(3, 4, 9);
    assertThat(line(item, 10, 3).order().arrival()).isEqualTo(TODAY.plusDays(5));
  }

  private static String reason(StockPlan plan, int item) {
    return ((PlanOutcome.NotPlanned) plan.outcomes().get(item)).reason();
  }
}
