package io.synkro.predict.optimize.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.conflict.UnreachableStock.Cause;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shelf life, lanes and limits of one subject, with the answers worked out on paper. */
class RulesOfLinesTest {
  private static final SupplierId ACME = SupplierId.of("Acme");

  private static InfeasibilityReport analyse(StockProblem problem) {
    return InfeasibilityAnalysis.analyse(
        problem, SolveOptions.builder().build(), SolveMonitor.none());
  }

  private static StockLine.Builder line(String product, String warehouse, double... demand) {
    return StockLine.builder(SeriesId.of(product, warehouse), demand);
  }

  /** At the end of period 0 at most 4 units may be there, but an order brings 6. */
  @Test
  void ordersThatWouldPerishBringNothingAbout() {
    StockLine line =
        line("milk", "W", 0, 4, 4)
            .shelfLife(1)
            .supply(new SupplyOption(ACME, 0, 1, 0, 3, 9, List.of()))
            .packSize(2)
            .minimumStock(0, 3)
            .minimumStock(1, 1)
            .build();
    StockProblem problem = StockProblem.builder(3).add(line).build();
    InfeasibilityReport report = analyse(problem);
    assertThat(report.unreachable())
        .containsExactly(new UnreachableStock(line.id(), 0, 3, 3, Cause.PERISHES));
    assertThat(report.problem().lines().get(0).minimumStock(0)).isEqualTo(0);
    assertThat(report.problem().lines().get(0).minimumStock(1)).isEqualTo(1);
    assertThat(report.problem().lines().get(0).maximumStock(0)).isEqualTo(4);
    assertThat(PlanCheck.of(report.problem(), report.plan().orElseThrow()).violations()).isEmpty();
  }

  /**
   * Six units are needed, four keep, and the minimum of the last period is met by another order.
   */
  @Test
  void unitsThatPerishAreLeftOut() {
    StockLine line =
        line("milk", "W", 0, 4, 4)
            .shelfLife(1)
            .supply(SupplyOption.of(ACME, 0, 1))
            .minimumStock(0, 6)
            .minimumStock(2, 2)
            .build();
    InfeasibilityReport report = analyse(StockProblem.builder(3).add(line).build());
    assertThat(report.unreachable())
        .containsExactly(new UnreachableStock(line.id(), 0, 2, 2, Cause.PERISHES));
    assertThat(report.contradictions(period -> "week " + period))
        .containsExactly(
            "The minimum stock of milk@W for week 0 is out of reach by 2 units: orders that bring"
                + " enough would perish before they are sold.");
    assertThat(report.plan()).isPresent();
  }

  /** W has what V lacks, so nothing contradicts; without the lane it does. */
  @Test
  void lanesAreRefused() {
    StockLine from = line("p", "W", 0, 0).initialStock(9).build();
    StockLine to = line("p", "V", 0, 0).minimumStock(1, 5).build();
    StockProblem problem =
        StockProblem.builder(2).add(from).add(to).lane(Lane.of(from.id(), to.id(), 1, 0)).build();
    assertThatThrownBy(() -> analyse(problem))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("lane from p@W to p@V");
    assertThat(analyse(problem.withLanes(List.of())).unreachable()).hasSize(1);
    StockProblem lowered = new Change.LowerMinimums(List.of(to.id())).apply(problem, 0.5);
    assertThat(lowered.lanes()).isEqualTo(problem.lanes());
    assertThat(lowered.lines().get(1).minimumStock(1)).isEqualTo(2.5);
  }

  /** Ten units cost 30: the tighter budget counts, and the other has to grow as well. */
  @Test
  void ofTwoHardLimitsTheTighterCounts() {
    StockLine line =
        line("p", "W", 10).supply(SupplyOption.of(ACME, 0, 3)).minimumStock(0, 0).build();
    SharedLimit loose = new SharedLimit.Budget(0, 25, SharedLimit.HARD);
    SharedLimit tight = new SharedLimit.Budget(0, 20, SharedLimit.HARD);
    SharedLimit elastic = new SharedLimit.Budget(0, 20, 2);
    StockProblem problem =
        StockProblem.builder(1).add(line).limit(loose).limit(tight).limit(elastic).build();
    InfeasibilityReport report = analyse(problem);
    assertThat(report.conflicts())
        .containsExactly(new Conflict(List.of(tight), List.of(line.id()), true));
    Relaxation growth = report.relaxations().get(0);
    assertThat(growth.amount()).isCloseTo(0.5, within(1e-6));
    assertThat(growth.apply(problem).limits()).hasSize(2).contains(elastic);
    assertThat(PlanCheck.of(growth.apply(problem), growth.plan()).violations()).isEmpty();
  }
}
