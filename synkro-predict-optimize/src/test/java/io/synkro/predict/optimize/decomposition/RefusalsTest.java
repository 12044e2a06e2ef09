package io.synkro.predict.optimize.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static PlanResult solve(StockProblem problem) {
    return new DecompositionEngine()
        .solve(problem, SolveOptions.builder().build(), SolveMonitor.none());
  }

  private static StockLine.Builder line(String warehouse, double... demand) {
    return StockLine.builder(SeriesId.of("P7", warehouse), demand)
        .cost(StockCost.linear(0.1, 3))
        .supply(SupplyOption.of(SupplierId.of("S"), 0, 1));
  }

  @Test
  void billionsOfPacksAreRefused() {
    StockProblem problem = StockProblem.builder(1).add(line("W3", 1e9).build()).build();
    assertThatThrownBy(() -> solve(problem))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("P7@W3", "1.0", "E9", "larger packs");
    StockProblem packed =
        StockProblem.builder(1).add(line("W3", 1e9).packSize(1e6).build()).build();
    assertThat(solve(packed).plan().orElseThrow().packs(0, 0, 0)).isEqualTo(1000);
  }

  @Test
  void shelfLifeIsKept() {
    // waiting is dear, so without a shelf life all is bought in the frozen-free first period
    StockProblem problem =
        StockProblem.builder(3)
            .add(
                StockLine.builder(SeriesId.of("P7", "W1"), 4, 4, 4)
                    .cost(StockCost.linear(0.1, 3))
                    .supply(
                        new SupplyOption(
                            SupplierId.of("S"), 0, 1, 50, 1, SupplyOption.ANY, List.of()))
                    .shelfLife(1)
                    .build())
            .build();
    PlanResult result = solve(problem);
    assertThat(result.check().orElseThrow().isFeasible()).isTrue();
    assertThat(result.plan().orElseThrow().packs(0, 0, 0)).isLessThanOrEqualTo(8);
  }
}
