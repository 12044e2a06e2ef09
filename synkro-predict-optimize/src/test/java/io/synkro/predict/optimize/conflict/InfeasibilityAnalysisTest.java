package io.synkro.predict.optimize.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.conflict.UnreachableStock.Cause;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Contradictions made by hand, with the answers worked out on paper. */
class InfeasibilityAnalysisTest {
  private static final SupplierId ACME = SupplierId.of("Acme");
  private static final WarehouseId W2 = WarehouseId.of("W2");

  private static InfeasibilityReport analyse(StockProblem problem) {
    return InfeasibilityAnalysis.analyse(
        problem, SolveOptions.builder().build(), SolveMonitor.none());
  }

  private static StockLine.Builder line(String product, double... demand) {
    return StockLine.builder(SeriesId.of(product, "W2"), demand).space(Space.VOLUME, 1);
  }

  private static SupplyOption supply(int lead, double unitCost, int least, int most) {
    return new SupplyOption(ACME, lead, unitCost, 0, least, most, List.of());
  }

  private static SharedLimit budget(int period, double amount) {
    return new SharedLimit.Budget(period, amount, SharedLimit.HARD);
  }

  private static SharedLimit room(int period, double amount) {
    return new SharedLimit.Room(W2, Space.VOLUME, period, amount, SharedLimit.HARD);
  }

  private static SharedLimit capacity(int period, double amount) {
    return new SharedLimit.Capacity(ACME, period, amount, SharedLimit.HARD);
  }

  private static StockProblem problem(List<StockLine> lines, SharedLimit... limits) {
    StockProblem.Builder builder = StockProblem.builder(lines.get(0).periods());
    lines.forEach(builder::add);
    List.of(limits).forEach(builder::limit);
    return builder.build();
  }

  private static Relaxation onlyGrowth(InfeasibilityReport report) {
    List<Relaxation> found =
        report.relaxations().stream().filter(r -> r.change() instanceof Change.MoreOf).toList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).isLeast()).isTrue();
    return found.get(0);
  }

  private static Relaxation lowering(InfeasibilityReport report) {
    return report.relaxations().stream()
        .filter(r -> r.change() instanceof Change.LowerMinimums)
        .findFirst()
        .orElseThrow();
  }

  private static void assertUnreachable(StockLine line, int period, double units, Cause cause) {
    InfeasibilityReport report = analyse(problem(List.of(line)));
    assertThat(report.verdict()).isEqualTo(Verdict.CONTRADICTION);
    assertThat(report.unreachable())
        .containsExactly(new UnreachableStock(line.id(), period, units, units, cause));
    assertThat(report.conflicts()).isEmpty();
    assertThat(PlanCheck.of(report.problem(), report.plan().orElseThrow()).violations()).isEmpty();
  }

  @Test
  void nothingCanBeOrdered() {
    assertUnreachable(
        line("p", 4, 4).initialStock(5).minimumStock(1, 2).build(), 1, 5, Cause.NO_SUPPLY);
  }

  @Test
  void ordersArriveTooLate() {
    assertUnreachable(
        line("p", 4, 4, 4)
            .initialStock(5)
            .supply(supply(2, 1, 1, SupplyOption.ANY))
            .minimumStock(1, 0)
            .minimumStock(2, 9)
            .build(),
        1,
        3,
        Cause.LEAD_TIME);
  }

  @Test
  void periodsAreFrozen() {
    assertUnreachable(
        line("p", 4, 4, 4)
            .initialStock(5)
            .supply(supply(1, 1, 1, SupplyOption.ANY))
            .frozenPeriods(1)
            .minimumStock(1, 0)
            .build(),
        1,
        3,
        Cause.FROZEN_PERIODS);
  }

  @Test
  void largestOrdersAreTooSmall() {
    assertUnreachable(
        line("p", 10, 10).supply(supply(0, 1, 1, 3)).packSize(2).minimumStock(1, 0).build(),
        1,
        8, // two orders of three packs of two
        Cause.LARGEST_ORDERS);
  }

  @Test
  void minimumOrderExceedsTheBudget() {
    StockLine line =
        line("p", 1, 1).initialStock(1).supply(supply(0, 5, 10, 20)).minimumStock(1, 0).build();
    StockProblem problem = problem(List.of(line), budget(0, 30), budget(1, 40));
    InfeasibilityReport report = analyse(problem);
    // one of the two orders would do: neither limit can be left out
    assertThat(report.conflicts())
        .containsExactly(new Conflict(problem.limits(), List.of(line.id()), true));
    Relaxation last = report.relaxations().get(0);
    assertThat(last.amount()).isCloseTo(0.25, within(1e-3)); // 50 in period 1
    assertThat(last.least()).isCloseTo(0.25, within(1e-3));
    assertThat(lowering(report).amount()).isCloseTo(1, within(1e-3));
  }

  @Test
  void minimumOrderExceedsTheCapacityOrTheRoom() {
    StockLine line =
        line("p", 1, 1).initialStock(1).supply(supply(0, 5, 10, 20)).minimumStock(1, 0).build();
    StockProblem little = problem(List.of(line), capacity(0, 9), capacity(1, 9));
    assertThat(analyse(little).conflicts().get(0).limits()).hasSize(2);
    assertThat(analyse(little).relaxations().get(0).amount()).isCloseTo(1 / 9.0, within(1e-3));
    StockProblem narrow = problem(List.of(line), room(1, 7));
    assertThat(onlyGrowth(analyse(narrow)).amount()).isCloseTo(2, within(1e-3)); // 10 - 1
  }

  @Test
  void budgetIsTooSmallForTwoLines() {
    StockLine a = line("a", 10).supply(supply(0, 3, 1, 99)).minimumStock(0, 0).build();
    StockLine b = line("b", 10).supply(supply(0, 3, 1, 99)).minimumStock(0, 0).build();
    StockLine c = line("c", 10).initialStock(12).supply(supply(0, 3, 1, 99)).build();
    StockProblem problem = problem(List.of(a, b, c), budget(0, 45), room(0, 50), capacity(0, 90));
    InfeasibilityReport report = analyse(problem);
    assertThat(report.verdict()).isEqualTo(Verdict.CONTRADICTION);
    Conflict conflict = report.conflicts().get(0);
    assertThat(conflict.limits()).containsExactly(budget(0, 45));
    assertThat(conflict.lines()).containsExactlyInAnyOrder(a.id(), b.id());
    assertThat(conflict.minimal()).isTrue();
    assertThat(onlyGrowth(report).amount()).isCloseTo(1 / 3.0, within(1e-4));
    // 15 of 20 units can be bought, whole ones: 7 each
    assertThat(lowering(report).amount()).isCloseTo(0.3, within(1e-3));
    assertThat(report.text())
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                "Budget for period 0: not enough for the minimum stocks of 2 products.",
                "A plan becomes possible by any one of:",
                "  budget for period 0 +33.4 % (proven: no less will do)",
                "  minimum stocks of 2 products −30 % of what they need (proven: no less will do)",
                ""));
  }

  @Test
  void twoConflictsNeedTwoChanges() {
    StockLine a = line("a", 10).supply(supply(0, 3, 1, 99)).minimumStock(0, 8).build();
    StockProblem problem = problem(List.of(a), budget(0, 45), room(0, 6));
    InfeasibilityReport report = analyse(problem);
    assertThat(report.conflicts()).hasSize(2);
    Relaxation both = report.relaxations().get(0);
    assertThat(both.change()).isInstanceOf(Change.Several.class);
    assertThat(both.text())
        .isEqualTo(
            "budget for period 0 +20 % and space of W2 for period 0 +2 m³ (proven: no less will"
                + " do)");
    assertThat(PlanCheck.of(both.apply(problem), both.plan()).violations()).isEmpty();
  }

  /** The example of the README: what is sold in period 3 is bought then, or before and stored. */
  @Test
  void sentencesNameWhatAPlannerCanChange() {
    List<StockLine> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add(
          StockLine.builder(SeriesId.of("P" + i, "W2"), 20, 20, 20, 60 + i)
              .initialStock(60)
              .packSize(4)
              .space(Space.VOLUME, 0.1)
              .supply(supply(0, 9 + i, 1, SupplyOption.ANY))
              .minimumStock(3, 5)
              .build());
    }
    lines.add(
        line("late", 5, 5, 5, 5)
            .initialStock(9)
            .supply(supply(3, 7, 1, SupplyOption.ANY))
            .minimumStock(2, 0)
            .build());
    InfeasibilityReport report =
        analyse(problem(lines, budget(2, 6000), room(2, 16), budget(3, 8200), room(3, 60)));
    assertThat(report.text().lines())
        .containsExactly(
            "The minimum stock of late@W2 for period 2 is out of reach by 6 units:"
                + " every order arrives later.",
            "Space of W2 for period 2 and budget for period 3:"
                + " not enough for the minimum stocks of 10 products.",
            "A plan becomes possible by any one of:",
            "  budget for period 3 +16.5 % (proven: no less will do)",
            "  space of W2 for period 2 +7.6 m³ (proven: at least 99 % of that is needed)",
            "  minimum stocks of 10 products −13.6 % of what they need (proven: no less will do)");
  }

  @Test
  void onlyTheLinesThatAreNeededAreNamed() {
    StockProblem.Builder builder = StockProblem.builder(2);
    for (int i = 0; i < 20; i++) {
      int units = i < 3 ? 100 : 1;
      builder.add(line("p" + i, units, 0).supply(supply(0, 1, 1, 999)).minimumStock(0, 0).build());
    }
    builder.limit(budget(0, 250)).limit(budget(1, 250));
    Conflict conflict = analyse(builder.build()).conflicts().get(0);
    assertThat(conflict.limits()).containsExactly(budget(0, 250));
    assertThat(conflict.lines())
        .extracting(id -> id.product().value())
        .containsExactlyInAnyOrder("p0", "p1", "p2");
  }

  /**
   * More money also makes larger and cheaper orders possible: line a buys three packs of three in
   * period 0 at 3.2 a unit, since the capacity of period 1 goes to line b. All plans were listed.
   */
  @Test
  void largerLimitsMakeOtherOrdersPossible() {
    SupplyOption cheaper = new SupplyOption(ACME, 1, 4, 0, 1, 3, List.of(new PriceBreak(3, 3.2)));
    StockLine a =
        line("a", 2, 1, 4)
            .packSize(3)
            .supply(cheaper)
            .minimumStock(1, 0)
            .minimumStock(2, 1)
            .build();
    StockLine b =
        line("b", 0, 2, 3)
            .initialStock(4)
            .packSize(2)
            .supply(supply(0, 4, 2, 3))
            .minimumStock(1, 3)
            .minimumStock(2, 5)
            .build();
    StockProblem problem =
        problem(
            List.of(a, b),
            budget(0, 8),
            budget(1, 42),
            budget(2, 51),
            capacity(0, 11),
            capacity(1, 5),
            capacity(2, 11));
    Relaxation growth = analyse(problem).relaxations().get(0);
    assertThat(growth.change()).isEqualTo(new Change.MoreOf(List.of(budget(0, 8)), true));
    assertThat(growth.amount()).isCloseTo(2.6, within(1e-9)); // 28.8 instead of 8
    assertThat(growth.least()).isBetween(2.5, 2.6);
  }

  @Test
  void feasibleProblemsHaveNoConflict() {
    StockLine a = line("a", 10).supply(supply(0, 3, 1, 99)).minimumStock(0, 5).build();
    StockProblem problem = problem(List.of(a), budget(0, 45), room(0, 5), capacity(0, 15));
    InfeasibilityReport report = analyse(problem);
    assertThat(report.verdict()).isEqualTo(Verdict.PLAN_EXISTS);
    assertThat(report.conflicts()).isEmpty();
    assertThat(report.relaxations()).isEmpty();
    assertThat(PlanCheck.of(problem, report.plan().orElseThrow()).violations()).isEmpty();
    assertThat(report.isComplete()).isTrue();
  }

  @Test
  void elasticLimitsAndLinesWithoutNeedsContradictNothing() {
    StockLine a = line("a", 10).supply(supply(0, 3, 1, 99)).minimumStock(0, 5).build();
    StockProblem elastic = problem(List.of(a), new SharedLimit.Budget(0, 1, 7));
    assertThat(analyse(elastic).verdict()).isEqualTo(Verdict.PLAN_EXISTS);
    StockProblem none = problem(List.of(line("a", 10).build()), budget(0, 0), room(0, 0));
    assertThat(analyse(none).verdict()).isEqualTo(Verdict.PLAN_EXISTS);
  }

  @Test
  void limitsOfZeroGrowByAmounts() {
    StockLine a = line("a", 10).supply(supply(0, 3, 1, 99)).minimumStock(0, 0).build();
    InfeasibilityReport report = analyse(problem(List.of(a), capacity(0, 0)));
    assertThat(onlyGrowth(report).amount()).isCloseTo(10, within(1e-4));
    assertThat(onlyGrowth(report).text()).startsWith("capacity of Acme for period 0 +10 units");
  }

  @Test
  void threadsChangeNothing() {
    StockProblem problem = ManyLines.problem(150, 6, 0.8);
    InfeasibilityReport alone = analyse(problem);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      SolveOptions options = SolveOptions.builder().parallel(executor, 4).build();
      InfeasibilityReport shared =
          InfeasibilityAnalysis.analyse(problem, options, SolveMonitor.none());
      assertThat(shared.text()).isEqualTo(alone.text());
      assertThat(shared.relaxations()).isEqualTo(alone.relaxations());
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void amountsOfManyLinesAreCloseToWhatIsProven() {
    StockProblem problem = ManyLines.problem(300, 6, 0.8);
    InfeasibilityReport report = analyse(problem);
    assertThat(report.verdict()).isEqualTo(Verdict.CONTRADICTION);
    assertThat(report.relaxations()).hasSizeGreaterThan(1);
    for (Relaxation relaxation : report.relaxations()) {
      assertThat(relaxation.least()).isGreaterThan(0.9 * relaxation.amount());
      assertThat(PlanCheck.of(relaxation.apply(problem), relaxation.plan()).violations()).isEmpty();
    }
  }

  @Test
  void anAnalysisCanBeCancelled() {
    SolveMonitor impatient = SolveMonitor.cancelledBy(() -> true);
    InfeasibilityReport report =
        InfeasibilityAnalysis.analyse(
            ManyLines.problem(300, 6, 0.8), SolveOptions.builder().build(), impatient);
    assertThat(report.isComplete()).isFalse();
    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aLineOfFarTooManyPacksIsRefused() {
    StockLine line =
        line("huge", 1e9).supply(supply(0, 1, 1, SupplyOption.ANY)).minimumStock(0, 0).build();
    assertThatThrownBy(() -> analyse(problem(List.of(line), budget(0, 1))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("huge@W2");
  }
}
