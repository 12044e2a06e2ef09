package io.synkro.predict.optimize.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
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
import io.synkro.predict.optimize.PlanLimit;
import io.synkro.predict.optimize.PlanLine;
import io.synkro.predict.optimize.StockOptimizer;
import io.synkro.predict.optimize.StockPlanResult;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.ProductId;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.WarehouseId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 31);
  private static final WarehouseId W1 = WarehouseId.of("W1");
  private static final SupplierId S0 = SupplierId.of("S0");

  private static StockItem item(String product, String warehouse, SplittableRandom random) {
    double cost = 1 + 20 * random.nextDouble();
    return new StockItem(
        new StockPosition(
            SeriesId.of(product, warehouse),
            random.nextInt(60),
            0,
            List.of(new OpenOrder(5, TODAY.plusDays(2)))),
        new SupplyTerms(
            SupplierId.of("S" + random.nextInt(2)),
            LeadTime.observed(4, 5, 6),
            7,
            1 + random.nextInt(6),
            0),
        new ItemCosts(cost, 1.5 * cost, 2, 0.25),
        ServiceLevel.fillRate(0.95),
        0.05);
  }

  private static DemandForecast forecast(SeriesId id, double mean) {
    double[] means = new double[28];
    double[] sds = new double[28];
    Arrays.fill(means, mean);
    Arrays.fill(sds, Math.sqrt(2 * mean));
    return new DemandForecast(
        id,
        TimeAxis.of(Frequency.DAILY, TODAY.plusDays(1)),
        0,
        new double[] {0.5},
        means,
        sds,
        means,
        0.1);
  }

  private static Snapshot snapshot(StockOptimizer.Builder optimizer) {
    SplittableRandom random = new SplittableRandom(4);
    List<StockItem> items = new ArrayList<>();
    List<ForecastOutcome> demand = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      StockItem item = item("P" + i / 2, "W" + (1 + i % 2), random);
      items.add(item);
      demand.add(new ForecastOutcome.Forecasted(forecast(item.id(), 1 + 8 * random.nextDouble())));
    }
    SolveOptions brief =
        SolveOptions.builder().timeLimit(Duration.ofMinutes(2)).targetGap(0.005).build();
    return new Snapshot(new PanelForecast(demand), items, TODAY, optimizer.search(brief).build());
  }

  private static Comparison compare(StockOptimizer.Builder optimizer, Change... changes) {
    return WhatIf.compare(snapshot(optimizer), Scenario.of("changed", changes)).scenarios().get(0);
  }

  @Test
  void aScenarioWithoutChangesLeavesEverythingAsItIs() {
    Snapshot base = snapshot(StockOptimizer.builder().budget(4000));
    Scenario nothing = Scenario.of("as is");
    assertThat(nothing.of(base)).isSameAs(base);
    WhatIfReport report = WhatIf.compare(base, nothing);
    PlanFigures figures = report.figures().orElseThrow();
    Comparison same = report.scenarios().get(0);
    assertThat(same.kept().kpis().costs().total())
        .isCloseTo(figures.kpis().costs().total(), within(1e-6));
    assertThat(same.kept().simulated()).isEqualTo(figures.simulated());
    assertThat(same.broken()).isEmpty();
    PlanFigures anew = same.replanned().orElseThrow();
    assertThat(anew.proof().objective())
        .isGreaterThanOrEqualTo(figures.proof().lowerBound() * (1 - 1e-9));
    assertThat(anew.proof().lowerBound())
        .isLessThanOrEqualTo(figures.proof().objective() * (1 + 1e-9));
  }

  @Test
  void scenariosCompose() {
    Snapshot base = snapshot(StockOptimizer.builder().budget(4000));
    Scenario more = Scenario.of("more", Changes.demand(Items.of(W1), 1.2));
    Scenario less = Scenario.of("less", Changes.budget(0.5));
    Snapshot both = more.then(less).of(base);
    Snapshot after = less.of(more.of(base));
    assertThat(both.items()).isEqualTo(after.items());
    assertThat(both.optimizer().limits()).isEqualTo(after.optimizer().limits());
    assertThat(both.optimizer().limits().get(0).amounts()).containsExactly(2000.0);
    SeriesId here = SeriesId.of("P0", "W1");
    SeriesId there = SeriesId.of("P0", "W2");
    assertThat(mean(both, here)).isCloseTo(1.2 * mean(base, here), within(1e-12));
    assertThat(mean(both, there)).isEqualTo(mean(base, there));
    assertThat(more.then(less).inWords()).isEqualTo("demand of warehouse W1 × 1.2; budget × 0.5");
  }

  private static double mean(Snapshot world, SeriesId id) {
    return world.demand().find(id).orElseThrow().mean(0);
  }

  @Test
  void aLargerBudgetCostsNoMoreThanTheGapsAllow() {
    WhatIfReport report =
        WhatIf.compare(
            snapshot(StockOptimizer.builder().budget(1500)),
            Scenario.of("richer", Changes.budget(1.3)));
    PlanFigures base = report.figures().orElseThrow();
    Comparison richer = report.scenarios().get(0);
    assertThat(richer.broken()).isEmpty();
    assertThat(richer.replanned().orElseThrow().proof().lowerBound())
        .isLessThanOrEqualTo(base.proof().objective() * (1 + 1e-9));
    assertThat(richer.kept().proof().objective()).isCloseTo(base.proof().objective(), within(1e-6));
  }

  @Test
  void aSmallerBudgetIsBrokenByThePlanKept() {
    Comparison poorer = compare(StockOptimizer.builder().budget(1500), Changes.budget(0.5));
    assertThat(poorer.broken())
        .singleElement()
        .asString()
        .startsWith("budget from ")
        .contains(" of 750.00 used");
    assertThat(poorer.replanned().orElseThrow().kpis().orderValue()).isLessThanOrEqualTo(750.001);
  }

  @Test
  void moreDemandMeetsTheSameCoursesScaled() {
    Comparison more = compare(StockOptimizer.builder(), Changes.demand(Items.all(), 1.2));
    PlanFigures base = WhatIf.compare(snapshot(StockOptimizer.builder())).figures().orElseThrow();
    assertThat(more.kept().simulated().demand())
        .isCloseTo(1.2 * base.simulated().demand(), within(1e-6));
    assertThat(more.kept().simulated().lost()).isGreaterThan(base.simulated().lost());
    PlanFigures anew = more.replanned().orElseThrow();
    assertThat(anew.simulated().lost()).isLessThan(more.kept().simulated().lost());
    assertThat(anew.units()).isGreaterThan(base.units());
  }

  @Test
  void aLateSupplierDelaysWhatIsOnItsWayToo() {
    Snapshot base = snapshot(StockOptimizer.builder());
    Snapshot late = Scenario.of("late", Changes.leadTime(S0, 5)).of(base);
    for (int i = 0; i < base.items().size(); i++) {
      StockItem before = base.items().get(i);
      StockItem after = late.items().get(i);
      if (before.supply().supplier().equals(S0)) {
        assertThat(after.supply().leadTime().meanDays()).isCloseTo(10, within(1e-9));
        assertThat(after.position().openOrders().get(0).due()).isEqualTo(TODAY.plusDays(7));
      } else {
        assertThat(after).isEqualTo(before);
      }
    }
    StockItem early =
        Scenario.of("early", Changes.leadTime(S0, -9)).of(base).items().stream()
            .filter(item -> item.supply().supplier().equals(S0))
            .findFirst()
            .orElseThrow();
    assertThat(early.supply().leadTime().maxDays()).isZero();
  }

  @Test
  void aNewWarehouseIsPlannedWithItsItemsAndRoom() {
    WarehouseId w3 = WarehouseId.of("W3");
    StockItem item = item("P0", "W3", new SplittableRandom(1));
    Comparison opened =
        compare(
            StockOptimizer.builder(),
            Changes.added("new warehouse W3", List.of(item), List.of(forecast(item.id(), 5))),
            Changes.limit(PlanLimit.hard(new PlanLimit.Room(w3, Space.VOLUME), 100)));
    assertThat(opened.kept().kpis().lines()).isEqualTo(31);
    StockPlanResult.Feasible result = (StockPlanResult.Feasible) opened.result();
    assertThat(result.plan().find(item.id())).isPresent();
  }

  @Test
  void pricesCostsAndServiceChange() {
    Snapshot base = snapshot(StockOptimizer.builder());
    Items product = Items.of(ProductId.of("P3"));
    Snapshot changed =
        Scenario.of(
                "all",
                Changes.unitCost(product, 2),
                Changes.unitPrice(product.and(Items.of(W1)), 3),
                Changes.service(product, ServiceLevel.cycle(0.9)))
            .of(base);
    StockItem before = base.items().get(6); // P3 in W1
    StockItem after = changed.items().get(6);
    assertThat(after.costs().unitCost()).isEqualTo(2 * before.costs().unitCost());
    assertThat(after.costs().unitPrice()).isEqualTo(3 * before.costs().unitPrice());
    assertThat(after.serviceLevel()).isEqualTo(ServiceLevel.cycle(0.9));
    assertThat(changed.items().get(7).costs().unitPrice())
        .isEqualTo(base.items().get(7).costs().unitPrice());
    assertThat(changed.items().get(0)).isEqualTo(base.items().get(0));
  }

  @Test
  void theTextPutsThemSideBySide() {
    WhatIfReport report =
        WhatIf.compare(
            snapshot(StockOptimizer.builder().budget(1500)),
            Scenario.of("tight", Changes.budget(0.5)));
    assertThat(report.text())
        .startsWith("What if: tight (budget × 0.5)\n")
        .contains("base", "plan kept", "planned anew", "fill rate, simulated")
        .contains("In the changed world the plan kept breaks limits:\n  budget from ")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void anInfeasibleBaseOrScenarioIsAnAnswer() {
    PlanLimit none = PlanLimit.hard(new PlanLimit.Room(W1, Space.VOLUME), 0);
    Comparison closed = compare(StockOptimizer.builder(), Changes.limit(none));
    assertThat(closed.result()).isInstanceOf(StockPlanResult.Infeasible.class);
    assertThat(closed.replanned()).isEmpty();
    WhatIfReport report =
        WhatIf.compare(snapshot(StockOptimizer.builder().limit(none)), Scenario.of("as is"));
    assertThat(report.figures()).isEmpty();
    assertThat(report.text()).contains("No plan keeps every limit", "space of W1");
  }

  @Test
  void refusesFactorsThatMakeNoSense() {
    assertThatThrownBy(() -> Changes.demand(Items.all(), 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("write 20 % more as 1.2");
    assertThatThrownBy(() -> Changes.budget(-0.1)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void ordersOfItemsThatAreGoneFlip() {
    Change gone = new Change("half is gone", it -> it.withItems(it.items().subList(0, 15)));
    Snapshot base = snapshot(StockOptimizer.builder());
    WhatIfReport report = WhatIf.compare(base, Scenario.of("smaller", gone));
    assertThat(report.base()).isInstanceOf(StockPlanResult.Feasible.class);
    List<PlanLine> lines = ((StockPlanResult.Feasible) report.base()).plan().lines();
    List<Flip> expected =
        lines.subList(15, 30).stream()
            .filter(line -> line.order().quantity() > 0)
            .map(it -> new Flip(it.id(), it.order().quantity(), 0, -it.order().value()))
            .toList();
    assertThat(expected).isNotEmpty();
    assertThat(report.scenarios().get(0).flips()).containsAll(expected);
  }

  @Test
  void lateDeliveriesOfMoreThanTenYearsAreRefused() {
    for (int days : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, 3661, -3661}) {
      assertThatThrownBy(() -> Changes.leadTime(S0, days))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("S0")
          .hasMessageContaining(Integer.toString(days));
    }
  }
}
