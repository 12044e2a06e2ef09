package io.synkro.predict.optimize;

import static io.synkro.predict.optimize.PlanCases.item;
import static io.synkro.predict.optimize.PlanCases.line;
import static io.synkro.predict.optimize.PlanCases.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanCases.Assortment;
import io.synkro.predict.optimize.PlanCases.Item;
import io.synkro.predict.series.WarehouseId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** What holds for every plan. */
class StockOptimizerProperties {

  @Property(tries = 100)
  void safetyStockRisesWithServiceVariationAndLeadTime(
      @ForAll @DoubleRange(min = 0.5, max = 100) double mean,
      @ForAll @DoubleRange(min = 0.1, max = 100) double sd,
      @ForAll @DoubleRange(min = 0.6, max = 0.9) double target,
      @ForAll @IntRange(min = 1, max = 30) int leadDays,
      @ForAll boolean byCycle) {
    double base = safetyStock(mean, sd, service(byCycle, target), leadDays);
    assertThat(safetyStock(mean, sd, service(byCycle, target + 0.09), leadDays))
        .isGreaterThanOrEqualTo(base - 1e-9);
    assertThat(safetyStock(mean, sd * 1.5, service(byCycle, target), leadDays))
        .isGreaterThanOrEqualTo(base - 1e-9);
    assertThat(safetyStock(mean, sd, service(byCycle, target), leadDays + 5))
        .isGreaterThanOrEqualTo(base - 1e-9);
    if (byCycle) {
      assertThat(safetyStock(mean, sd, service(true, target + 0.09), leadDays)).isGreaterThan(base);
    }
  }

  @Property(tries = 60)
  void limitsAreNeverExceeded(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0, max = 6000) double money,
      @ForAll @DoubleRange(min = 10, max = 100) double space) {
    Assortment assortment = Assortment.of(45, seed);
    WarehouseId warehouse = WarehouseId.of("W1");
    StockPlanResult result =
        StockOptimizer.builder()
            .budget(money)
            .space(warehouse, space)
            .build()
            .optimize(assortment.demand(), assortment.items(), PlanCases.TODAY);
    if (result instanceof StockPlanResult.Infeasible) {
      assertThat(filled(assortment, warehouse, null)).isGreaterThan(space);
      return;
    }
    StockPlan plan = ((StockPlanResult.Feasible) result).plan();
    assertThat(plan.kpis().orderValue()).isLessThanOrEqualTo(money * (1 + 1e-9) + 1e-9);
    assertThat(filled(assortment, warehouse, plan)).isLessThanOrEqualTo(space * (1 + 1e-9));
    for (BindingConstraint limit : plan.binding()) {
      assertThat(limit.wanted()).isGreaterThan(limit.limit());
      assertThat(limit.marginalValue()).isNotNegative().isFinite();
    }
  }

  private static double filled(
      Assortment assortment, WarehouseId warehouse, @Nullable StockPlan plan) {
    double filled = 0;
    for (int i = 0; i < assortment.items().size(); i++) {
      StockItem item = assortment.items().get(i);
      if (item.id().warehouse().equals(warehouse)) {
        double ordered = plan == null ? 0 : plan.lines().get(i).order().quantity();
        filled += item.unitVolume() * (item.position().onHand() + ordered);
      }
    }
    return filled;
  }

  @Property(tries = 60)
  void ordersAreWholePacksAndAtLeastTheMinimum(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 0, max = 9000) double money) {
    Assortment assortment = Assortment.of(30, seed);
    StockPlan plan =
        plan(
            StockOptimizer.builder().budget(money).build(),
            assortment.demand(),
            assortment.items());
    for (int i = 0; i < assortment.items().size(); i++) {
      StockItem item = assortment.items().get(i);
      PlanLine line = plan.lines().get(i);
      double packs = line.order().quantity() / item.supply().packSize();
      assertThat(packs).isCloseTo(Math.rint(packs), within(1e-9));
      assertThat(line.order().quantity()).isLessThanOrEqualTo(line.order().wanted());
      assertThat(line.levels().orderUpTo()).isGreaterThanOrEqualTo(line.levels().reorderPoint());
      if (line.order().quantity() > 0) {
        assertThat(line.order().quantity())
            .isGreaterThanOrEqualTo(item.supply().minimumOrder() - 1e-9);
      }
    }
  }

  @Property(tries = 60)
  void aBudgetLosesMoreThanNoLimitAndLessThanNoMoney(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = 1, max = 9000) double money) {
    Assortment assortment = Assortment.of(20, seed);
    double free = lostMargin(assortment, StockOptimizer.builder().build());
    double some = lostMargin(assortment, StockOptimizer.builder().budget(money).build());
    double none = lostMargin(assortment, StockOptimizer.builder().budget(0).build());
    assertThat(some).isBetween(free - 1e-9, none + 1e-9);
  }

  private static double lostMargin(Assortment assortment, StockOptimizer optimizer) {
    StockPlan plan = plan(optimizer, assortment.demand(), assortment.items());
    double lost = 0;
    for (int i = 0; i < assortment.items().size(); i++) {
      lost +=
          plan.lines().get(i).service().unitsShort()
              * assortment.items().get(i).costs().unitMargin();
    }
    return lost;
  }

  @Property(tries = 60)
  void unitsOfMeasureDoNotMatter(
      @ForAll @DoubleRange(min = 0.5, max = 100) double mean,
      @ForAll @DoubleRange(min = 0, max = 100) double sd,
      @ForAll @DoubleRange(min = 0, max = 300) double onHand,
      @ForAll boolean byCycle) {
    Item pieces = item(onHand);
    pieces.target = service(byCycle, 0.95);
    Item thousands = item(onHand / 1000);
    thousands.target = pieces.target;
    thousands.pack = 0.001;
    PlanLine one = line(pieces, mean, sd);
    PlanLine other = line(thousands, mean / 1000, sd / 1000);
    assertThat(other.levels().orderUpTo() * 1000).isCloseTo(one.levels().orderUpTo(), within(1e-6));
    assertThat(other.order().quantity() * 1000).isCloseTo(one.order().quantity(), within(1e-6));
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
