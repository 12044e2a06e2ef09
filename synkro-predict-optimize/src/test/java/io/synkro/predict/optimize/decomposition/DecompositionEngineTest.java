package io.synkro.predict.optimize.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.engine.HeardProgress;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.WarmStart;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DecompositionEngineTest {
  private static final DecompositionEngine ENGINE = new DecompositionEngine();
  private static final SolveOptions OPTIONS = SolveOptions.builder().build();

  private static PlanResult solve(StockProblem problem, SolveOptions options) {
    return ENGINE.solve(problem, options, SolveMonitor.none());
  }

  private static StockProblem withBudgets(StockProblem problem, double factor) {
    List<SharedLimit> limits = new ArrayList<>();
    for (SharedLimit limit : problem.limits()) {
      boolean money = limit instanceof SharedLimit.Budget;
      limits.add(money ? limit.with(factor * limit.amount(), limit.price()) : limit);
    }
    return problem.withLimits(limits);
  }

  @Test
  void plansWithinASmallGapOfAProvenBound() {
    for (long seed = 1; seed <= 5; seed++) {
      StockProblem problem = Problems.shared(200, 5, seed, SharedLimit.HARD);
      PlanResult result = solve(problem, OPTIONS);
      PlanCheck check = PlanCheck.of(problem, result.plan().orElseThrow());
      assertThat(check.violations()).isEmpty();
      assertThat(check).isEqualTo(result.check().orElseThrow());
      assertThat(result.lowerBound()).isLessThanOrEqualTo(check.costs().total());
      assertThat(result.gap()).isLessThan(2e-3);
      assertThat(result.prices()).hasSameSizeAs(problem.limits());
      assertThat(result.prices()).anyMatch(price -> price.marginalValue() > 0);
    }
  }

  @Test
  void givesTheSamePlanWithAnyNumberOfThreads() {
    StockProblem problem = Problems.shared(150, 4, 9, SharedLimit.HARD);
    PlanResult alone = solve(problem, OPTIONS);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      PlanResult together = solve(problem, SolveOptions.builder().parallel(threads, 4).build());
      assertThat(together.plan()).isEqualTo(alone.plan());
      assertThat(together.lowerBound()).isEqualTo(alone.lowerBound());
      assertThat(together.prices()).isEqualTo(alone.prices());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void moreMoneyNeverRaisesTheBoundAbovePlansWithLess() {
    StockProblem problem = Problems.shared(150, 4, 4, SharedLimit.HARD);
    double before = Double.POSITIVE_INFINITY;
    for (double factor : new double[] {0.4, 0.7, 1, 2}) {
      PlanResult result = solve(withBudgets(problem, factor), OPTIONS);
      assertThat(result.lowerBound()).isLessThanOrEqualTo(before);
      before = result.check().orElseThrow().costs().total();
    }
  }

  @Test
  void marginalValuesTellWhatALittleMoreIsWorth() {
    StockProblem problem = Problems.shared(300, 4, 2, SharedLimit.HARD);
    PlanResult base = solve(problem, SolveOptions.builder().targetGap(0).build());
    PlanResult more =
        solve(withBudgets(problem, 1.01), SolveOptions.builder().targetGap(0).build());
    double promised = 0;
    for (int r = 0; r < problem.limits().size(); r++) {
      SharedLimit limit = problem.limits().get(r);
      boolean money = limit instanceof SharedLimit.Budget;
      promised += money ? 0.01 * limit.amount() * base.prices().get(r).marginalValue() : 0;
    }
    double gained = base.lowerBound() - more.lowerBound();
    assertThat(promised).isPositive();
    assertThat(gained).isBetween(0.7 * promised, 1.001 * promised); // concave: never more
  }

  @Test
  void paysForWhatIsBeyondElasticLimitsIfThatIsCheaper() {
    StockProblem hard = Problems.shared(100, 4, 3, SharedLimit.HARD);
    PlanResult strict = solve(hard, OPTIONS);
    PlanResult elastic = solve(Problems.shared(100, 4, 3, 0.05), OPTIONS);
    assertThat(elastic.check().orElseThrow().costs().excess()).isPositive();
    assertThat(elastic.check().orElseThrow().costs().total())
        .isLessThan(strict.check().orElseThrow().costs().total());
    assertThat(elastic.prices()).allMatch(price -> price.marginalValue() <= 0.05);
  }

  @Test
  void startsFromPricesOfASimilarProblem() {
    StockProblem problem = Problems.shared(400, 5, 6, SharedLimit.HARD);
    PlanResult cold = solve(problem, OPTIONS);
    SolveOptions warm = SolveOptions.builder().warmStart(WarmStart.of(cold)).build();
    PlanResult again = solve(withBudgets(problem, 1.02), warm);
    assertThat(again.gap()).isLessThan(2e-3);
    assertThat(again.iterations()).isLessThanOrEqualTo(cold.iterations());
  }

  @Test
  void provesThatALineCannotBeServed() {
    StockLine late =
        StockLine.builder(SeriesId.of("P", "W"), 5, 5)
            .minimumStock(0, 1)
            .supply(SupplyOption.of(SupplierId.of("S"), 1, 2))
            .build();
    PlanResult result = solve(StockProblem.builder(2).add(late).build(), OPTIONS);
    assertThat(result.status()).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
    assertThat(result.conflict()).singleElement().asString().contains("P");
    assertThat(result.plan()).isEmpty();
  }

  @Test
  void provesThatMoneyDoesNotSuffice() {
    StockProblem.Builder builder = StockProblem.builder(2);
    for (int i = 0; i < 30; i++) {
      builder.add(
          StockLine.builder(SeriesId.of("P" + i, "W"), 5, 5)
              .minimumStock(1, 2)
              .cost(StockCost.linear(1, 3))
              .supply(SupplyOption.of(SupplierId.of("S"), 0, 2))
              .build());
    }
    builder.limit(new SharedLimit.Budget(0, 500, SharedLimit.HARD));
    builder.limit(new SharedLimit.Budget(1, 200, SharedLimit.HARD));
    PlanResult result = solve(builder.build(), OPTIONS); // 30 · 12 units at 2 cost 720
    assertThat(result.status()).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
    assertThat(result.conflict()).hasSize(2).allMatch(text -> text.contains("Budget"));
  }

  @Test
  void endsWhenTheMonitorSaysSo() {
    SolveMonitor impatient = SolveMonitor.cancelledBy(() -> true);
    PlanResult result =
        ENGINE.solve(Problems.shared(500, 5, 1, SharedLimit.HARD), OPTIONS, impatient);
    assertThat(result.status()).isEqualTo(PlanStatus.CANCELLED);
    assertThat(result.iterations()).isLessThan(5);
  }

  @Test
  void givesWhatItHasWhenTimeIsUp() {
    StockProblem problem = Problems.shared(2000, 8, 1, SharedLimit.HARD);
    for (int millis : new int[] {1, 20, 60, 120}) {
      SolveOptions options =
          SolveOptions.builder().timeLimit(Duration.ofMillis(millis)).targetGap(0).build();
      PlanResult result = solve(problem, options);
      result.plan().ifPresent(p -> assertThat(PlanCheck.of(problem, p).isFeasible()).isTrue());
      assertThat(result.lowerBound())
          .isLessThanOrEqualTo(
              result.check().map(c -> c.costs().total()).orElse(Double.POSITIVE_INFINITY));
    }
  }

  @Test
  void tellsOfBetterPlansAndBoundsOnly() {
    HeardProgress heard = new HeardProgress();
    PlanResult result = ENGINE.solve(Problems.shared(100, 4, 1, SharedLimit.HARD), OPTIONS, heard);
    heard.assertOnlyBetter();
    assertThat(heard.last().lowerBound()).isEqualTo(result.lowerBound());
  }

  @Test
  void refusesALineThatNeedsTooManyPacks() {
    StockLine huge =
        StockLine.builder(SeriesId.of("P", "W"), 1e9, 1e9)
            .cost(StockCost.linear(1, 3))
            .supply(SupplyOption.of(SupplierId.of("S"), 0, 2))
            .build();
    StockProblem problem = StockProblem.builder(2).add(huge).build();
    assertThatThrownBy(() -> solve(problem, OPTIONS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("P")
        .hasMessageContaining("larger packs");
  }
}
