package io.synkro.predict.optimize.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.linear.LinearCheck;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearTolerances;
import io.synkro.predict.optimize.linear.MpsReader;
import io.synkro.predict.optimize.linear.MpsWriter;
import io.synkro.predict.optimize.linear.ojalgo.OjalgoEngine;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class StockModelTest {
  private static final SolveOptions EXACT = SolveOptions.builder().targetGap(0).build();

  private static PlanResult solved(StockProblem problem) {
    return new MilpEngine(new OjalgoEngine()).solve(problem, EXACT, SolveMonitor.none());
  }

  @Test
  void theObjectiveIsTheCostOfThePlan() {
    int mapped = 0;
    int feasible = 0;
    for (long seed = 0; seed < 100; seed++) {
      StockProblem problem =
          List.<LongFunction<StockProblem>>of(
                  SmallProblems::withLanes,
                  SmallProblems::withoutLanes,
                  SmallProblems::withLateArrivals)
              .get((int) seed % 3)
              .apply(seed);
      StockModel model = StockModel.of(problem);
      Random random = new Random(seed);
      for (int n = 0; n < 200; n++) {
        OrderPlan plan = SmallProblems.plan(problem, random);
        PlanCheck check = PlanCheck.of(problem, plan);
        Optional<double[]> point = model.point(plan);
        feasible += check.isFeasible() ? 1 : 0;
        mapped += point.isPresent() ? 1 : 0;
        if (point.isPresent()) {
          LinearCheck linear =
              LinearCheck.of(model.linear(), point.get(), LinearTolerances.STANDARD);
          assertThat(check.violations()).isEmpty();
          assertThat(linear.objective()).isCloseTo(check.costs().total(), within(1e-6));
          assertThat(model.plan(point.get())).isEqualTo(plan);
        }
      }
    }
    // what pays for nothing has no point, but most plans that keep the rules have one
    assertThat(feasible).isGreaterThan(500);
    assertThat(mapped).isGreaterThan(feasible / 3);
  }

  private static void checkOptima(LongFunction<StockProblem> problems, int count, int mostMissing) {
    int infeasible = 0;
    for (long seed = 0; seed < count; seed++) {
      StockProblem problem = problems.apply(seed);
      double cheapest = SmallProblems.cheapest(problem);
      PlanResult result = solved(problem);
      if (cheapest == Double.POSITIVE_INFINITY) {
        assertThat(result.status()).as("seed %d", seed).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
        assertThat(result.conflict()).isNotEmpty();
        infeasible++;
      } else {
        assertThat(result.status()).as("seed %d", seed).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
        assertThat(result.check().orElseThrow().costs().total())
            .as("seed %d", seed)
            .isCloseTo(cheapest, within(1e-5));
        assertThat(result.lowerBound()).isLessThanOrEqualTo(cheapest + 1e-6);
      }
    }
    assertThat(infeasible).isBetween(1, mostMissing);
  }

  @Test
  void theOptimumIsTheCheapestOfAllPlans() {
    checkOptima(SmallProblems::withoutLanes, 16, 12);
  }

  @Test
  void theOptimumWithLanesIsTheCheapestOfAllPlans() {
    checkOptima(SmallProblems::withLanes, 12, 9);
    checkOptima(SmallProblems::withLateArrivals, 12, 9);
  }

  @Test
  void theDecompositionAgrees() {
    for (long seed = 0; seed < 8; seed++) {
      StockProblem problem = SmallProblems.withoutLanes(seed);
      if (PlanCheck.of(problem, OrderPlan.builder(problem).build()).isFeasible()) {
        double optimum = solved(problem).check().orElseThrow().costs().total();
        PlanResult other = new DecompositionEngine().solve(problem, EXACT, SolveMonitor.none());
        assertThat(other.lowerBound()).as("seed %d", seed).isLessThanOrEqualTo(optimum + 1e-5);
        assertThat(other.check().orElseThrow().costs().total())
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(optimum - 1e-5);
      }
    }
  }

  @Test
  void filesKeepTheModel() throws IOException {
    LinearModel model = StockModel.of(SmallProblems.withLanes(3)).linear();
    StringWriter text = new StringWriter();
    MpsWriter.write(model, text);
    LinearModel read = MpsReader.read(new StringReader(text.toString()));
    assertThat(read.columns()).isEqualTo(model.columns());
    assertThat(read.matrix().nonzeros()).isEqualTo(model.matrix().nonzeros());
    assertThat(text.toString()).contains("packs_0_P@W0_S_0_t0", "balance_1_P@W1__t1", "onhand_0");
  }
}
