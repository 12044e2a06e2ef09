package io.synkro.predict.benchmarks.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.formulation.StockModel;
import io.synkro.predict.optimize.linear.LinearColumn;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearModelBuilder;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeModelTest {
  private static boolean keeps(WholeModel whole, double[] point) {
    for (WholeModel.Row row : whole.rows()) {
      long sum = 0;
      for (int e = 0; e < row.size(); e++) {
        sum += row.coefficients()[e] * Math.round(point[row.column(e)]);
      }
      if (sum < row.least() || sum > row.most()) {
        return false;
      }
    }
    for (int j = 0; j < point.length; j++) {
      if (point[j] < whole.lower(j) || point[j] > whole.upper(j) || point[j] % 1 != 0) {
        return false;
      }
    }
    return true;
  }

  private static double cost(WholeModel whole, double[] point) {
    double sum = 0;
    for (int j = 0; j < point.length; j++) {
      sum += whole.costs()[j] * point[j];
    }
    return whole.bound(sum);
  }

  private static OrderPlan planned(StockProblem problem) {
    SolveOptions options = SolveOptions.builder().build();
    return new DecompositionEngine()
        .solve(problem, options, SolveMonitor.none())
        .plan()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void plansAreWholePointsThatCostNoLess(boolean lanes) {
    StockProblem problem =
        lanes
            ? StockInstances.generateWithLanes(StockInstances.Size.TINY, 2, 0.8)
            : StockInstances.generate(StockInstances.Size.TINY, 2, 0.8);
    StockModel model = StockModel.of(problem);
    WholeModel whole = WholeModel.of(model.linear()).orElseThrow();
    for (OrderPlan plan : List.of(OrderPlan.builder(problem).build(), planned(problem))) {
      double[] point = model.point(plan).orElseThrow();
      assertThat(keeps(whole, point)).isTrue();
      double total = PlanCheck.of(problem, plan).costs().total();
      assertThat(cost(whole, point)).isLessThanOrEqualTo(total).isCloseTo(total, within(0.01));
    }
  }

  /** 0.123 x + y / 3 at most 1.1: with 2 and 3 the farthest, 5 / 4e-7 / 1.1 rounds up to 1e8. */
  @Test
  void rowsAreMultipliedRoundedAndWidened() {
    LinearModelBuilder builder = LinearModel.builder("row");
    int x = builder.column(LinearColumn.integer("x", 0, 2, 1.5));
    int y = builder.column(LinearColumn.continuous("y", 0, 3, -1.0 / 3));
    builder.row("real").term(x, 0.123).term(y, 1.0 / 3).atMost(1.1);
    builder.row("whole").term(x, 7).term(y, 2).between(1.5, 9);
    WholeModel whole = WholeModel.of(builder.build()).orElseThrow();
    WholeModel.Row real = whole.rows().get(0);
    assertThat(real.coefficients()).containsExactly(12_300_000, 33_333_333);
    assertThat(real.most()).isEqualTo(110_000_001); // and a third of three more
    WholeModel.Row second = whole.rows().get(1);
    assertThat(second.coefficients()).containsExactly(7, 2);
    assertThat(second.least()).isEqualTo(2);
    assertThat(second.most()).isEqualTo(9);
    assertThat(whole.costs()).containsExactly(1_500_000, -333_333);
    assertThat(whole.bound(0)).isCloseTo(-1e-6, within(1e-12)); // three times a third of 1e-6
  }

  @Test
  void whatDoesNotFitIsRefused() {
    LinearModelBuilder open = LinearModel.builder("open");
    open.column(LinearColumn.continuous("x", 0, Double.POSITIVE_INFINITY, 1));
    assertThat(WholeModel.of(open.build())).isEmpty();
    LinearModelBuilder broken = LinearModel.builder("broken");
    broken.column(LinearColumn.continuous("x", 0, 1.5, 1));
    assertThat(WholeModel.of(broken.build())).isEmpty();
    LinearModelBuilder large = LinearModel.builder("large");
    large.row("").term(large.column(LinearColumn.integer("x", 0, 1e9, 1)), 1e7).atMost(1);
    assertThat(WholeModel.of(large.build())).isEmpty();
  }
}
