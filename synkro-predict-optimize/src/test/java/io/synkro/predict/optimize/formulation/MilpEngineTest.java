package io.synkro.predict.optimize.formulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;
import io.synkro.predict.optimize.linear.LinearCapabilities;
import io.synkro.predict.optimize.linear.LinearCapabilities.Feature;
import io.synkro.predict.optimize.linear.LinearEngine;
import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearResult;
import io.synkro.predict.optimize.linear.LinearSolution;
import io.synkro.predict.optimize.linear.LinearStatus;
import io.synkro.predict.optimize.linear.LinearTolerances;
import io.synkro.predict.optimize.linear.ojalgo.OjalgoEngine;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class MilpEngineTest {
  private static final SolveOptions EXACT = SolveOptions.builder().targetGap(0).build();

  /** Two packs of 5 at 1 a unit meet the demand of 10; each unit that waits costs 3. */
  private static StockProblem simple() {
    return StockProblem.builder(1).add(line().build()).build();
  }

  private static StockLine.Builder line() {
    return StockLine.builder(SeriesId.of("P", "W"), 10)
        .packSize(5)
        .cost(StockCost.linear(1, 3))
        .supply(SupplyOption.of(SupplierId.of("S"), 0, 1));
  }

  /** A linear engine that answers what it is told to. */
  private record Told(
      LinearCapabilities capabilities, BiFunction<LinearModel, LinearOptions, LinearResult> answer)
      implements LinearEngine {
    Told(BiFunction<LinearModel, LinearOptions, LinearResult> answer) {
      this(new LinearCapabilities(Set.of(Feature.INTEGERS, Feature.START), 99, 99, 99), answer);
    }

    @Override
    public String id() {
      return "told";
    }

    @Override
    public LinearResult solve(LinearModel model, LinearOptions options, LinearMonitor monitor) {
      return answer.apply(model, options);
    }
  }

  private static PlanResult answered(BiFunction<LinearModel, LinearOptions, LinearResult> answer) {
    return new MilpEngine(new Told(answer)).solve(simple(), EXACT, SolveMonitor.none());
  }

  private static double total(PlanResult result) {
    return result.check().orElseThrow().costs().total();
  }

  @Test
  void findsThePlan() {
    PlanResult result =
        new MilpEngine(new OjalgoEngine()).solve(simple(), EXACT, SolveMonitor.none());
    assertThat(result.status()).isEqualTo(PlanStatus.WITHIN_TARGET_GAP);
    assertThat(result.plan().orElseThrow().packs(0, 0, 0)).isEqualTo(2);
    assertThat(total(result)).isEqualTo(10);
    assertThat(result.lowerBound()).isCloseTo(10, within(1e-4)).isLessThanOrEqualTo(10);
    assertThat(result.gap()).isLessThan(1e-5);
  }

  @Test
  void doesNotBelieveThatThereIsNoPlan() {
    PlanResult result =
        answered(
            (model, options) ->
                LinearResult.builder("told", LinearStatus.INFEASIBLE_PROVEN)
                    .lowerBound(Double.POSITIVE_INFINITY)
                    .build());
    assertThat(result.status()).isEqualTo(PlanStatus.FEASIBLE);
    assertThat(total(result)).isEqualTo(30); // of the plan that orders nothing
    assertThat(result.lowerBound()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void doesNotBelieveABoundAboveItsPlan() {
    PlanResult result =
        answered(
            (model, options) ->
                LinearResult.builder("told", LinearStatus.OPTIMAL_PROVEN)
                    .incumbent(started(model, options))
                    .lowerBound(31)
                    .build());
    assertThat(result.status()).isEqualTo(PlanStatus.FEASIBLE);
    assertThat(result.lowerBound()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static LinearSolution started(LinearModel model, LinearOptions options) {
    double[] start = options.start(model).orElseThrow();
    return LinearSolution.verified(model, start, LinearTolerances.STANDARD).orElseThrow();
  }

  @Test
  void startsFromTheBetterPlan() {
    OrderPlan one = OrderPlan.builder(simple()).order(0, 0, 0, 1).build();
    List<Double> objectives = new ArrayList<>();
    Told told =
        new Told(
            (model, options) -> {
              objectives.add(started(model, options).objective());
              return LinearResult.builder("told", LinearStatus.NO_SOLUTION_FOUND).build();
            });
    PlanResult result =
        new MilpEngine(told).startingAt(one).solve(simple(), EXACT, SolveMonitor.none());
    assertThat(objectives).containsExactly(20.0); // five bought, five short
    assertThat(result.plan()).isEqualTo(Optional.of(one));
  }

  @Test
  void refusesWhatIsTooLarge() {
    StockProblem.Builder many = StockProblem.builder(50);
    many.add(StockLine.builder(SeriesId.of("P", "W"), new double[50]).build());
    Told told =
        new Told((model, options) -> LinearResult.builder("t", LinearStatus.REFUSED).build());
    assertThatThrownBy(() -> new MilpEngine(told).solve(many.build(), EXACT, SolveMonitor.none()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("milp-told")
        .hasMessageContaining("decomposition");
    assertThatThrownBy(() -> answered(told.answer()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("milp-told");
  }

  @Test
  void namesWhatContradicts() {
    StockProblem problem =
        StockProblem.builder(1).add(line().minimumStock(0, 1).shelfLife(0).build()).build();
    PlanResult result = answeredOf(problem);
    assertThat(result.status()).isEqualTo(PlanStatus.INFEASIBLE_PROVEN);
    assertThat(result.plan()).isEmpty();
    assertThat(result.conflict()).singleElement().asString().contains("P@W");
  }

  private static PlanResult answeredOf(StockProblem problem) {
    return new MilpEngine(new OjalgoEngine()).solve(problem, EXACT, SolveMonitor.none());
  }

  @Test
  void keepsItsTime() {
    SolveOptions hurried = SolveOptions.builder().timeLimit(Duration.ofNanos(1)).build();
    Told never =
        new Told(
            (model, options) -> {
              throw new AssertionError("there is no time left");
            });
    PlanResult result = new MilpEngine(never).solve(simple(), hurried, SolveMonitor.none());
    assertThat(result.status()).isEqualTo(PlanStatus.FEASIBLE);
  }

  /** Keeps what it hears, and ends the search at once or never. */
  private record Listener(List<SolveProgress> heard, boolean isCancelled) implements SolveMonitor {
    @Override
    public void progress(SolveProgress progress) {
      heard.add(progress);
    }
  }

  @Test
  void tellsTheMonitorAndHearsIt() {
    MilpEngine engine = new MilpEngine(new OjalgoEngine());
    Listener listener = new Listener(new ArrayList<>(), false);
    PlanResult whole = engine.solve(SmallProblems.withLanes(1), EXACT, listener);
    assertThat(listener.heard).isNotEmpty();
    SolveProgress last = listener.heard.get(listener.heard.size() - 1);
    assertThat(last.incumbent()).isCloseTo(total(whole), within(1e-6));
    assertThat(last.seconds()).isPositive();
    Listener hasty = new Listener(new ArrayList<>(), true);
    PlanResult cancelled = engine.solve(SmallProblems.withLanes(1), EXACT, hasty);
    assertThat(cancelled.status()).isEqualTo(PlanStatus.CANCELLED);
    assertThat(total(cancelled)).isGreaterThan(total(whole));
  }

  @Test
  void plansBillionsOfUnits() {
    StockProblem problem =
        StockProblem.builder(1)
            .add(
                StockLine.builder(SeriesId.of("P", "W"), 1e9)
                    .cost(StockCost.linear(1, 3))
                    .supply(SupplyOption.of(SupplierId.of("S"), 0, 1))
                    .build())
            .build();
    PlanResult result = answeredOf(problem);
    assertThat(result.plan().orElseThrow().packs(0, 0, 0)).isEqualTo(1_000_000_000);
    assertThat(result.lowerBound()).isCloseTo(1e9, within(2e3));
  }
}
