package io.synkro.predict.optimize.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.engine.HeardProgress;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.formulation.MilpEngine;
import io.synkro.predict.optimize.linear.ojalgo.OjalgoEngine;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LaneDecompositionTest {
  private static final DecompositionEngine ENGINE = new DecompositionEngine();
  private static final SolveOptions OPTIONS = SolveOptions.builder().build();
  private static final SupplierId SUPPLIER = SupplierId.of("S");

  private static PlanResult solve(StockProblem problem) {
    return ENGINE.solve(problem, OPTIONS, SolveMonitor.none());
  }

  private static double cost(PlanResult result) {
    return result.check().orElseThrow().costs().total();
  }

  private static void boundsTheOptimum(StockProblem problem) {
    PlanResult result = solve(problem);
    PlanResult apart = solve(problem.withLanes(List.of()));
    SolveOptions brief = SolveOptions.builder().timeLimit(Duration.ofSeconds(1)).build();
    PlanResult milp = new MilpEngine(new OjalgoEngine()).solve(problem, brief, SolveMonitor.none());
    if (result.plan().isEmpty()) {
      assertThat(apart.plan()).isEmpty(); // with too little money, say
      assertThat(result.status()).isEqualTo(PlanStatus.NO_PLAN_FOUND);
      return;
    }
    double rounding = 1e-6 * Math.max(1, Math.abs(cost(result)));
    double optimum = milp.check().map(c -> c.costs().total()).orElse(Double.POSITIVE_INFINITY);
    assertThat(result.lowerBound()).isLessThanOrEqualTo(optimum + rounding);
    assertThat(cost(result)).isGreaterThanOrEqualTo(milp.lowerBound() - rounding);
    assertThat(result.lowerBound()).isLessThanOrEqualTo(cost(result));
    apart.check().ifPresent(c -> assertThat(cost(result) - rounding).isLessThan(c.costs().total()));
    PlanCheck check = PlanCheck.of(problem, result.plan().orElseThrow());
    assertThat(check.violations()).isEmpty();
    assertThat(check).isEqualTo(result.check().orElseThrow());
  }

  @Test
  void boundsTheOptimumOfRandomProblems() {
    for (long seed = 1; seed <= 25; seed++) {
      boundsTheOptimum(Problems.joined(2, 2, 3, seed, SharedLimit.HARD));
    }
  }

  @Test
  void boundsTheOptimumWithElasticLimits() {
    for (long seed = 1; seed <= 10; seed++) {
      boundsTheOptimum(Problems.joined(2, 3, 3, 100 + seed, 0.5));
    }
  }

  @Test
  void boundsTheOptimumWhereGoodsArriveTooLateToBeSent() {
    for (long seed = 1; seed <= 10; seed++) {
      boundsTheOptimum(Problems.joinedLate(new int[] {2, 2, 3}, seed));
    }
  }

  @Test
  void isCloseToTheOptimumWithoutLimits() {
    double plans = 0;
    double optima = 0;
    double bounds = 0;
    for (long seed = 1; seed <= 20; seed++) {
      StockProblem problem = Problems.joined(1, 2, 4, seed, SharedLimit.HARD).withLimits(List.of());
      PlanResult milp =
          new MilpEngine(new OjalgoEngine())
              .solve(
                  problem,
                  SolveOptions.builder().timeLimit(Duration.ofSeconds(3)).targetGap(0).build(),
                  SolveMonitor.none());
      if (milp.gap() < 1e-6) {
        PlanResult result = solve(problem);
        plans += cost(result);
        optima += cost(milp);
        bounds += result.lowerBound();
      }
    }
    assertThat(optima).isPositive();
    assertThat(plans).isBetween(optima * (1 - 1e-9), 1.01 * optima);
    assertThat(bounds).isBetween(0.9 * optima, optima * (1 + 1e-9));
  }

  @Test
  void sendsWhatOneHasTooMuchOf() {
    PlanResult result = solve(pair(0, 0).build());
    OrderPlan plan = result.plan().orElseThrow();
    assertThat(plan.transfer(0, 0)).isEqualTo(1); // keeping stock costs less where it is
    assertThat(plan.transfer(0, 1)).isEqualTo(1);
    assertThat(cost(result)).isCloseTo(2 + 0.1 * (35 + 30), within(1e-9));
    assertThat(result.lowerBound()).isBetween(0.8 * cost(result), cost(result));
  }

  /** The first line has 40 units and sells none; the second has none and sells 5 a period. */
  private static StockProblem.Builder pair(int lead, int frozen) {
    SeriesId from = SeriesId.of("P", "A");
    SeriesId to = SeriesId.of("P", "B");
    StockProblem.Builder builder = StockProblem.builder(2);
    builder.add(
        StockLine.builder(from, 0, 0)
            .initialStock(40)
            .packSize(5)
            .frozenPeriods(frozen)
            .cost(StockCost.linear(0.1, 9))
            .build());
    builder.add(
        StockLine.builder(to, 5, 5)
            .packSize(5)
            .cost(StockCost.linear(0.2, 9))
            .supply(SupplyOption.of(SUPPLIER, 0, 8))
            .build());
    return builder.lane(Lane.of(from, to, lead, 1));
  }

  @Test
  void sendsNothingInFrozenPeriods() {
    OrderPlan plan = solve(pair(0, 1).build()).plan().orElseThrow();
    assertThat(plan.transfer(0, 0)).isZero();
    assertThat(plan.transfer(0, 1)).isPositive();
    OrderPlan never = solve(pair(0, 2).build()).plan().orElseThrow();
    assertThat(never.transfer(0, 1)).isZero();
    assertThat(never.packs(1, 0, 0)).isPositive();
  }

  @Test
  void sendsNoMoreThanIsOnHand() {
    StockProblem problem = pair(1, 0).build();
    StockLine owing =
        StockLine.builder(SeriesId.of("P", "A"), 0, 0)
            .initialStock(7)
            .packSize(5)
            .cost(StockCost.linear(0.1, 9))
            .build();
    StockProblem.Builder builder = StockProblem.builder(2).add(owing).add(problem.lines().get(1));
    problem.lanes().forEach(builder::lane);
    PlanResult result = solve(builder.build());
    OrderPlan plan = result.plan().orElseThrow();
    assertThat(plan.transfer(0, 0) + plan.transfer(0, 1)).isEqualTo(1);
    assertThat(plan.packs(1, 0, 0)).isEqualTo(1);
  }

  @Test
  void findsAPlanThatNeedsTransfers() {
    SeriesId from = SeriesId.of("P", "A");
    SeriesId to = SeriesId.of("P", "B");
    StockLine full =
        StockLine.builder(from, 1, 1).initialStock(20).cost(StockCost.linear(0.1, 3)).build();
    StockLine empty =
        StockLine.builder(to, 4, 4).cost(StockCost.linear(0.1, 3)).minimumStock(1, 2).build();
    StockProblem problem =
        StockProblem.builder(2).add(full).add(empty).lane(Lane.of(from, to, 1, 0.5)).build();
    PlanResult result = solve(problem);
    assertThat(result.plan().orElseThrow().transfer(0, 0)).isGreaterThanOrEqualTo(10);
  }

  @Test
  void givesTheSamePlanWithAnyNumberOfThreads() {
    StockProblem problem = Problems.joined(30, 3, 4, 7, SharedLimit.HARD);
    PlanResult alone = solve(problem);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      PlanResult together =
          ENGINE.solve(
              problem, SolveOptions.builder().parallel(threads, 4).build(), SolveMonitor.none());
      assertThat(together.plan()).isEqualTo(alone.plan());
      assertThat(together.lowerBound()).isEqualTo(alone.lowerBound());
      assertThat(together.prices()).isEqualTo(alone.prices());
    } finally {
      threads.shutdown();
    }
    assertThat(alone.plan()).isPresent();
  }

  @Test
  void tellsOfProvenBoundsOnly() {
    StockProblem problem = Problems.joined(20, 3, 4, 3, SharedLimit.HARD);
    HeardProgress heard = new HeardProgress();
    PlanResult result = ENGINE.solve(problem, OPTIONS, heard);
    assertThat(heard.all()).allMatch(p -> p.lowerBound() <= result.lowerBound());
    assertThat(heard.last().incumbent()).isCloseTo(cost(result), within(1e-6));
  }

  @Test
  void givesWhatItHasWhenTimeIsUp() {
    StockProblem problem = Problems.joined(300, 3, 6, 1, SharedLimit.HARD);
    for (int millis : new int[] {1, 30, 100, 300}) {
      SolveOptions options =
          SolveOptions.builder().timeLimit(Duration.ofMillis(millis)).targetGap(0).build();
      PlanResult result = ENGINE.solve(problem, options, SolveMonitor.none());
      result.plan().ifPresent(p -> assertThat(PlanCheck.of(problem, p).isFeasible()).isTrue());
      assertThat(result.lowerBound())
          .isLessThanOrEqualTo(
              result.check().map(c -> c.costs().total()).orElse(Double.POSITIVE_INFINITY));
    }
  }
}
