package io.synkro.predict.optimize.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens where lanes join lines and there is no plan, no time, or far too much of all. */
class LaneLimitsTest {
  private static final SupplierId SUPPLIER = SupplierId.of("S");
  private static final SeriesId FROM = SeriesId.of("P", "A");
  private static final SeriesId TO = SeriesId.of("P", "B");

  private static PlanResult solve(StockProblem problem, SolveMonitor monitor) {
    return new DecompositionEngine().solve(problem, SolveOptions.builder().build(), monitor);
  }

  private static PlanResult solve(StockProblem problem) {
    return solve(problem, SolveMonitor.none());
  }

  private static StockProblem.Builder pair(StockLine.Builder from, StockLine.Builder to) {
    return StockProblem.builder(2)
        .add(from.cost(StockCost.linear(0.1, 9)).build())
        .add(to.cost(StockCost.linear(0.2, 9)).build())
        .lane(Lane.of(FROM, TO, 1, 1));
  }

  /** Asks and ends the search as soon as it is told. */
  private static final class Switch implements SolveMonitor {
    private boolean off;

    @Override
    public void progress(SolveProgress progress) {
      off |= progress.incumbent() < Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isCancelled() {
      return off;
    }
  }

  @Test
  void pricesDoNotRunAwayWhereLimitsContradictEachOther() {
    SupplyOption option = SupplyOption.of(SUPPLIER, 0, 1);
    // each order can be paid for, but not both
    StockProblem problem =
        pair(
                StockLine.builder(FROM, 0, 0).supply(option).minimumStock(1, 10),
                StockLine.builder(TO, 0, 0).supply(option).minimumStock(1, 10))
            .limit(new SharedLimit.Budget(0, 9, SharedLimit.HARD))
            .limit(new SharedLimit.Budget(1, 10, SharedLimit.HARD))
            .build();
    PlanResult result = solve(problem);
    assertThat(result.status()).isEqualTo(PlanStatus.NO_PLAN_FOUND);
    assertThat(result.plan()).isEmpty();
  }

  @Test
  void provesWhatIsPlainlyImpossible() {
    StockProblem problem =
        pair(
                StockLine.builder(FROM, 1, 1).minimumStock(1, 10),
                StockLine.builder(TO, 1, 1).supply(SupplyOption.of(SUPPLIER, 0, 1)))
            .build();
    PlanResult result = solve(problem); // nothing can be ordered for the first, nor sent to it
    assertThat(result.status()).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
    assertThat(result.conflict()).singleElement().asString().contains("P@A");
  }

  @Test
  void keepsThePlanWithoutTransfersIfThereIsNoTimeForMore() {
    PlanResult result = solve(Problems.joined(20, 3, 4, 3, SharedLimit.HARD), new Switch());
    assertThat(result.status()).isEqualTo(PlanStatus.CANCELLED);
    assertThat(result.plan()).isPresent();
    assertThat(result.lowerBound()).isLessThanOrEqualTo(result.check().get().costs().total());
  }

  @Test
  void boundsWhatTheSearchEndsWithWhenItIsCutShort() {
    StockProblem problem = Problems.joined(1, 3, 4, 5, 0.5);
    Switch off = new Switch();
    off.off = true;
    Ledger ledger = new Ledger(problem);
    LineTable table = new LineTable(problem, ledger);
    Watch watch = new Watch(SolveOptions.builder().build(), off);
    LaneBound bound = new LaneBound(table, Long.MAX_VALUE, watch);
    bound.price(new double[ledger.size()]);
    double least = bound.find(0, new int[table.orders()], false);
    assertThat(least).isFinite();
    assertThat(bound.hasPlan()).isFalse();
    double optimum = solve(problem.withLimits(List.of())).check().orElseThrow().costs().total();
    assertThat(least).isLessThanOrEqualTo(optimum);
  }

  @Test
  void knowsWhatABlockCostsAtLeast() {
    for (long seed = 1; seed <= 30; seed++) {
      StockProblem problem = Problems.joined(1, 3, 4, seed, 1).withLimits(List.of());
      Ledger ledger = new Ledger(problem);
      BlockFloor floor = new BlockFloor(new LineTable(problem, ledger));
      floor.price(new double[ledger.size()]);
      PlanResult result = solve(problem);
      double cost = result.check().orElseThrow().costs().total();
      assertThat(floor.cost(0)).isLessThanOrEqualTo(cost);
      OrderPlan plan = result.plan().orElseThrow();
      int packs = 0;
      for (int i = 0; i < 3; i++) {
        for (int t = 0; t < 4 && !problem.lines().get(i).supply().isEmpty(); t++) {
          packs += plan.packs(i, 0, t);
        }
      }
      assertThat(floor.mostPacks(0, cost)).isGreaterThanOrEqualTo(packs);
    }
  }

  @Test
  void stockWithoutEndTakesNoMemory() {
    StockProblem problem =
        pair(
                StockLine.builder(FROM, 0, 0).initialStock(1e8),
                StockLine.builder(TO, 0, 5).supply(SupplyOption.of(SUPPLIER, 0, 8)))
            .build();
    OrderPlan plan = solve(problem).plan().orElseThrow();
    assertThat(plan.transfer(0, 0)).isEqualTo(5);
    assertThat(plan.packs(1, 0, 1)).isZero();
  }

  @Test
  void minimumStocksWeighMoreThanAnyCost() {
    StockLine.Builder from =
        StockLine.builder(FROM, 1, 1).initialStock(20).minimumStock(1, 10).packSize(2);
    StockLine.Builder to = StockLine.builder(TO, 0, 20).packSize(2);
    StockProblem problem =
        StockProblem.builder(2)
            .add(from.cost(StockCost.linear(1, 1)).build())
            .add(to.cost(StockCost.linear(1, 1e12)).build())
            .lane(Lane.of(FROM, TO, 1, 1))
            .build();
    Ledger ledger = new Ledger(problem);
    LineTable table = new LineTable(problem, ledger);
    Watch watch = new Watch(SolveOptions.builder().build(), SolveMonitor.none());
    LaneSearch search = new LaneSearch(table, watch);
    search.price(new double[ledger.size()], 1);
    int[] plan = new int[table.orders()];
    assertThat(search.solve(0, plan, true)).isFinite();
    assertThat(plan[table.lanes(0) * table.periods]).isEqualTo(4); // 18 − 8 are left
  }

  @Test
  void elasticLimitsArePaidForToTheLastUnit() {
    SharedLimit limit = new SharedLimit.Budget(0, 1e9, 1e6);
    StockProblem problem =
        StockProblem.builder(1)
            .add(StockLine.builder(FROM, 1).supply(SupplyOption.of(SUPPLIER, 0, 1)).build())
            .limit(limit)
            .build();
    Ledger ledger = new Ledger(problem);
    double[] used = new double[ledger.size()];
    used[ledger.account(0)] = 1e9 + 0.5;
    assertThat(new Limits(ledger).elasticCost(used)).isCloseTo(5e5, within(1.0));
    PlanCheck check =
        PlanCheck.of(problem, OrderPlan.builder(problem).order(0, 0, 0, 1_000_000_000).build());
    assertThat(check.costs().excess()).isZero();
  }
}
