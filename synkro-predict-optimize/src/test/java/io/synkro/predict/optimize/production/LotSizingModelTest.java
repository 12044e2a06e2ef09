package io.synkro.predict.optimize.production;

import static io.synkro.predict.optimize.production.LotCases.cost;
import static io.synkro.predict.optimize.production.LotCases.optimum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.linear.LinearEngines;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearResult;
import io.synkro.predict.optimize.linear.LinearSolution;
import io.synkro.predict.optimize.linear.LinearStatus;
import io.synkro.predict.optimize.linear.MpsReader;
import io.synkro.predict.optimize.linear.MpsWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LotSizingModelTest {
  @Test
  void bothModelsHaveTheOptimumOfTheSolver() {
    for (int seed = 0; seed < 25; seed++) {
      compare(LotCases.tiny(seed));
    }
    for (int seed = 0; seed < 4; seed++) {
      compare(LotCases.tight(seed, 3, 5, 0.9));
    }
  }

  private static void compare(CapacitatedLotSizing problem) {
    LotSizingResult ours = optimum(problem);
    for (LotSizingModel model :
        List.of(LotSizingModel.aggregate(problem), LotSizingModel.facilityLocation(problem))) {
      LinearResult theirs = solve(model.model());
      if (ours.status() == PlanStatus.INFEASIBLE_PROVEN) {
        assertThat(theirs.status()).isEqualTo(LinearStatus.INFEASIBLE_PROVEN);
      } else {
        LinearSolution solution = theirs.incumbent().orElseThrow();
        assertThat(theirs.status()).isEqualTo(LinearStatus.OPTIMAL_PROVEN);
        assertThat(solution.objective()).isCloseTo(cost(ours), within(1e-5 * (1 + cost(ours))));
        LotSizingCheck check =
            LotSizingCheck.of(problem, model.plan(solution.values()).orElseThrow());
        assertThat(check.violations()).isEmpty();
        assertThat(check.total()).isCloseTo(cost(ours), within(1e-5 * (1 + cost(ours))));
      }
    }
  }

  private static LinearResult solve(LinearModel model) {
    return LinearEngines.engine("ojalgo")
        .solve(model, LinearOptions.builder().build(), LinearMonitor.none());
  }

  @Test
  void namesTellItemAndPeriod() {
    CapacitatedLotSizing problem = LotCases.tight(1, 2, 3, 0.9);
    LinearModel model = problem.toLinearModel();
    assertThat(model.columns()).isEqualTo(18);
    assertThat(model.columnName(0)).isEqualTo("y_item0_0");
    assertThat(model.rowName(model.rows() - 1)).isEqualTo("capacity_2");
    assertThat(model.integerColumns()).isEqualTo(6);
  }

  @Test
  void setupsThatMissDemandMakeNoPlan() {
    CapacitatedLotSizing problem = LotCases.tight(1, 2, 3, 0.9);
    LotSizingModel model = LotSizingModel.aggregate(problem);
    assertThat(model.plan(new double[18])).isEmpty();
  }

  @Test
  void survivesItsFile() throws IOException {
    LinearModel model = LotSizingModel.facilityLocation(LotCases.tight(3, 2, 4, 0.9)).model();
    StringWriter file = new StringWriter();
    MpsWriter.write(model, file);
    LinearModel back = MpsReader.read(new StringReader(file.toString()));
    double expected = solve(model).incumbent().orElseThrow().objective();
    assertThat(solve(back).incumbent().orElseThrow().objective())
        .isCloseTo(expected, within(1e-6 * expected));
  }
}
