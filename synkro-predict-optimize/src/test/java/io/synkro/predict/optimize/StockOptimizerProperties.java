package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.line;
import static io.synkro.predict.optimize.PlanCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanCases.Assortment;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.series.WarehouseId;
import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every plan. */
class StockOptimizerProperties {

  @Property(tries = 50)
  void safetyStockRisesWithServiceVariationAndLeadTime(
      @ForAll @DoubleRange(min = 5, max = 100) double mean,
      @ForAll @DoubleRange(min = 0.1, max = 0.6) double variation,
      @ForAll @DoubleRange(min = 0.8, max = 0.9) double target,
      @ForAll @IntRange(min = 1, max = 30) int leadDays,
      @ForAll boolean byCycle) {
    // at lower targets or of rarer demand, whose distribution is skewed, more variation means less
    double sd = variation * mean;
    double base = safetyStock(mean, sd, service(byCycle, target), leadDays);
    assertThat(safetyStock(mean, sd, service(byCycle, target + 0.09), leadDays))
        .isGreaterThanOrEqualTo(base);
    assertThat(safetyStock(mean, sd * 1.5, service(byCycle, target), leadDays))
        .isGreaterThanOrEqualTo(base - 1); // whole units
    assertThat(safetyStock(mean, sd, service(byCycle, target), leadDays + 5))
        .isGreaterThanOrEqualTo(base - 1);
  }

  @Property(tries = 20)
  void limitsAreNeverExceeded(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0, max = 6000) double money,
      @ForAll @DoubleRange(min = 10, max = 100) double space) {
    Assortment assortment = Assortment.of(30, seed);
    WarehouseId warehouse = WarehouseId.of("W1");
    StockPlanResult result =
        StockOptimizer.builder()
            .budget(money)
            .space(warehouse, space)
            .search(PlanCases.brief())
            .build()
            .optimize(assortment.demand(), assortment.items(), PlanCases.TODAY);
    if (result instanceof StockPlanResult.Infeasible) {
      double onHand =
          assortment.items().stream()
              .filter(item -> item.id().warehouse().equals(warehouse))
              .mapToDouble(item -> item.unitVolume() * item.position().onHand())
              .sum();
      assertThat(onHand).isGreaterThan(space);
      return;
    }
    StockPlan plan = ((StockPlanResult.Feasible) result).plan();
    for (int t = 0; t < plan.calendar().periods(); t++) {
      assertThat(filled(assortment, warehouse, plan, t)).isLessThanOrEqualTo(space * (1 + 1e-5));
      assertThat(spent(plan, plan.calendar().orderDay(t)))
          .isLessThanOrEqualTo(money * (1 + 1e-5) + 1e-5);
    }
    for (BindingConstraint limit : plan.binding()) {
      assertThat(limit.marginalValue()).isNotNegative().isFinite();
    }
  }

  private static double spent(StockPlan plan, LocalDate day) {
    return plan.lines().stream()
        .flatMap(line -> Stream.concat(Stream.of(line.order()), line.laterOrders().stream()))
        .filter(order -> order.placed().equals(day))
        .mapToDouble(PlannedOrder::value)
        .sum();
  }

  private static double filled(
      Assortment assortment, WarehouseId warehouse, StockPlan plan, int period) {
    double filled = 0;
    for (int i = 0; i < assortment.items().size(); i++) {
      StockItem item = assortment.items().get(i);
      if (item.id().warehouse().equals(warehouse)) {
        double stock = plan.lines().get(i).stock().get(period).units();
        filled += item.unitVolume() * Math.max(0, stock);
      }
    }
    return filled;
  }

  @Property(tries = 20)
  void ordersAreWholePacksAndAtLeastTheMinimum(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0, max = 9000) double money) {
    Assortment assortment = Assortment.of(30, seed);
    StockPlan plan =
        plan(
            StockOptimizer.builder().budget(money).search(PlanCases.brief()).build(),
            assortment.demand(),
            assortment.items());
    for (int i = 0; i < assortment.items().size(); i++) {
      StockItem item = assortment.items().get(i);
      PlanLine line = plan.lines().get(i);
      double packs = line.order().quantity() / item.supply().packSize();
      assertThat(packs).isCloseTo(Math.rint(packs), within(1e-9));
      assertThat(line.levels().orderUpTo()).isGreaterThanOrEqualTo(line.levels().reorderPoint());
      if (line.order().quantity() > 0) {
        assertThat(line.order().quantity())
            .isGreaterThanOrEqualTo(item.supply().minimumOrder() - 1e-9);
      }
    }
  }

  @Property(tries = 20)
  void aBudgetCostsMoreThanNoLimitAndLessThanNoMoney(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 1, max = 9000) double money) {
    Assortment assortment = Assortment.of(20, seed);
    PlanProof free = proof(assortment, StockOptimizer.builder());
    PlanProof some = proof(assortment, StockOptimizer.builder().budget(money));
    PlanProof more = proof(assortment, StockOptimizer.builder().budget(2 * money));
    PlanProof none = proof(assortment, StockOptimizer.builder().budget(0));
    double rounding = 1e-9 * none.objective();
    assertThat(some.objective())
        .isBetween(free.lowerBound() - rounding, none.objective() + rounding);
    assertThat(more.lowerBound()).isLessThanOrEqualTo(some.objective() + rounding);
  }

  private static PlanProof proof(Assortment assortment, StockOptimizer.Builder optimizer) {
    return plan(
            optimizer.search(PlanCases.brief()).build(), assortment.demand(), assortment.items())
        .proof();
  }

  @Property(tries = 60)
  void unitsOfMeasureDoNotMatter(
      @ForAll @DoubleRange(min = 0.5, max = 100) double mean,
      @ForAll @DoubleRange(min = 0, max = 100) double sd,
      @ForAll @DoubleRange(min = 0, max = 300) double onHand,
      @ForAll boolean byCycle) {
    Item pieces = item(onHand);
    pieces.pack = 0.5; // whole packs would be counts
    pieces.target = service(byCycle, 0.95);
    Item thousands = item(onHand / 1000);
    thousands.target = pieces.target;
    thousands.pack = 0.0005;
    PlanLine one = line(pieces, mean, sd);
    PlanLine other = line(thousands, mean / 1000, sd / 1000);
    assertThat(other.levels().orderUpTo() * 1000)
        .isCloseTo(one.levels().orderUpTo(), withinPercentage(1e-4));
    assertThat(other.order().quantity() * 1000)
        .isCloseTo(one.order().quantity(), within(0.5 + 1e-6));
  }

  @Property(tries = 60)
  void trajectoryBandHoldsItsMean(
      @ForAll @DoubleRange(min = 0, max = 100) double mean,
      @ForAll @DoubleRange(min = 0, max = 100) double sd,
      @ForAll @DoubleRange(min = 0, max = 300) double onHand) {
    Item item = item(onHand);
    StockTrajectory trajectory =
        StockTrajectory.of(
            PlanCases.daily(item.id, mean, sd), item.build(), line(item, mean, sd), 30);
    for (StockTrajectory.Day day : trajectory.days()) {
      assertThat(day.low()).isBetween(0.0, day.mean() + 1e-9);
      assertThat(day.high()).isGreaterThanOrEqualTo(day.mean() - 1e-9);
    }
  }

  private static ServiceLevel service(boolean byCycle, double target) {
    return byCycle ? ServiceLevel.cycle(target) : ServiceLevel.fillRate(target);
  }

  private static double safetyStock(double mean, double sd, ServiceLevel target, int leadDays) {
    Item item = item(0);
    item.target = target;
    item.leadTime = LeadTime.fixed(leadDays);
    return line(item, mean, sd).levels().safetyStock();
  }
}
