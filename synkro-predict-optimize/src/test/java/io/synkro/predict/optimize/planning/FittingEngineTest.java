package io.synkro.predict.optimize.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.HeardProgress;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittingEngineTest {
  private static final SolveOptions OPTIONS = SolveOptions.builder().build();

  /** Lines that want 10 units at 10 each, of which the budget pays for {@code share}. */
  private static StockProblem problem(int lines, int periods, double share) {
    StockProblem.Builder builder = StockProblem.builder(periods);
    for (int i = 0; i < lines; i++) {
      double[] demand = new double[periods];
      demand[0] = 10;
      builder.add(
          StockLine.builder(SeriesId.of("P" + i, "W"), demand)
              .cost(StockCost.linear(0.5, 4 + i % 7))
              .supply(
                  new SupplyOption(SupplierId.of("S"), 0, 10, 5, 7, SupplyOption.ANY, List.of()))
              .terminalValue(9, 0)
              .build());
    }
    for (int t = 0; t < periods; t++) {
      builder.limit(new SharedLimit.Budget(t, share * 100 * lines, SharedLimit.HARD));
    }
    return builder.build();
  }

  private static PlanResult solve(PlanEngine engine, StockProblem problem) {
    return engine.solve(problem, OPTIONS, SolveMonitor.none());
  }

  @Test
  void fewLinesAreProven() {
    StockProblem problem = problem(3, 1, 0.5);
    PlanResult priced = solve(new DecompositionEngine(), problem);
    PlanResult fitting = solve(PlanEngines.fitting("ojalgo"), problem);
    assertThat(priced.gap()).isGreaterThan(0.01); // else there is nothing to show
    assertThat(fitting.status()).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
    assertThat(fitting.gap()).isLessThan(3e-4);
    assertThat(fitting.lowerBound()).isGreaterThan(priced.lowerBound());
    assertThat(fitting.prices()).isEqualTo(priced.prices());
  }

  @Test
  void manyLinesAreLeftToTheDecomposition() {
    StockProblem problem = problem(67, 3, 0.5);
    PlanResult priced = solve(new DecompositionEngine(), problem);
    PlanResult fitting = solve(PlanEngines.fitting("ojalgo"), problem);
    assertThat(fitting.plan()).isEqualTo(priced.plan());
    assertThat(fitting.lowerBound()).isEqualTo(priced.lowerBound());
    PlanResult natively = solve(PlanEngines.fitting("highs"), problem(334, 3, 0.5)); // not there
    assertThat(natively.plan()).isPresent();
  }

  @Test
  void theLinearEngineIsLookedForWhenItIsNeeded() {
    PlanEngine engine = PlanEngines.fitting("highs");
    assertThat(solve(engine, problem(3, 1, 2)).status()).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
    assertThatThrownBy(() -> solve(engine, problem(3, 1, 0.5)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("io.synkro:synkro-predict-engine-highs");
  }

  @Test
  void whatIsHeardOnlyGetsBetter() {
    HeardProgress heard = new HeardProgress();
    PlanResult result = PlanEngines.fitting("ojalgo").solve(problem(5, 2, 0.4), OPTIONS, heard);
    heard.assertOnlyBetter();
    assertThat(heard.last().lowerBound()).isEqualTo(result.lowerBound());
  }
}
