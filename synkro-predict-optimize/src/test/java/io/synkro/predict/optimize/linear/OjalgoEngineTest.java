package io.synkro.predict.optimize.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OjalgoEngineTest {
  private final LinearEngine engine = LinearEngines.engine("ojalgo");

  private LinearResult solve(LinearModel model) {
    return engine.solve(model, LinearOptions.builder().build(), LinearMonitor.none());
  }

  private void assertOptimal(LinearModel model, double objective) {
    LinearResult result = solve(model);
    assertThat(result.status()).as(result.toString()).isEqualTo(LinearStatus.OPTIMAL_PROVEN);
    double found = result.incumbent().orElseThrow().objective();
    assertThat(found).isCloseTo(objective, within(1e-6 * Math.max(1, Math.abs(objective))));
    assertThat(result.lowerBound()).isLessThanOrEqualTo(found + 1e-9);
    assertThat(result.relativeGap()).as(result.toString()).isLessThanOrEqualTo(1.000001e-6);
  }

  @Test
  void solvesTextbookModels() {
    assertOptimal(TextbookModels.transport(), 1020);
    assertOptimal(TextbookModels.knapsack(), -42);
    assertOptimal(TextbookModels.setCover(), 2);
    assertOptimal(TextbookModels.productMix(), -36);
  }

  @Test
  void givesShadowPricesOfLinearPrograms() {
    LinearDuals duals = solve(TextbookModels.productMix()).duals().orElseThrow();
    assertThat(duals.row(0)).isCloseTo(0, within(1e-9));
    assertThat(duals.row(1)).isCloseTo(-1.5, within(1e-9));
    assertThat(duals.row(2)).isCloseTo(-1, within(1e-9));
    assertThat(duals.column(0)).isCloseTo(0, within(1e-9));
    assertThat(solve(TextbookModels.knapsack()).duals()).isEmpty();
  }

  @Test
  void provesThatThereIsNoPoint() {
    for (LinearModel model :
        List.of(TextbookModels.contradiction(), TextbookModels.oddIsNotEven())) {
      LinearResult result = solve(model);
      assertThat(result.status()).as(result.toString()).isEqualTo(LinearStatus.INFEASIBLE_PROVEN);
      assertThat(result.lowerBound()).isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(result.incumbent()).isEmpty();
    }
  }

  @Test
  void provesThatTheObjectiveFallsForEver() {
    LinearResult result = solve(TextbookModels.unbounded());
    assertThat(result.status()).as(result.toString()).isEqualTo(LinearStatus.UNBOUNDED);
    LinearModelBuilder free = LinearModel.builder("no_rows");
    free.column(LinearColumn.integer("", Double.NEGATIVE_INFINITY, 0, 1));
    assertThat(solve(free.build()).status()).isEqualTo(LinearStatus.UNBOUNDED);
  }

  @Test
  void solvesModelsWithoutRowsOrColumns() {
    LinearModelBuilder noRows = LinearModel.builder("no_rows").offset(2);
    noRows.column(LinearColumn.integer("", -3.5, 8, 1));
    noRows.column(LinearColumn.continuous("", -1, 8, -1));
    assertOptimal(noRows.build(), 2 - 3 - 8);
    LinearModelBuilder noColumns = LinearModel.builder("no_columns").offset(7);
    noColumns.row("").between(-1, 1);
    assertOptimal(noColumns.build(), 7);
    noColumns.row("").atLeast(1);
    assertThat(solve(noColumns.build()).status()).isEqualTo(LinearStatus.INFEASIBLE_PROVEN);
  }

  /** The reference shares nothing with the engine: it tries all points. */
  @Test
  void findsTheOptimumOfRandomIntegers() {
    SplittableRandom random = new SplittableRandom(11);
    int infeasible = 0;
    for (int n = 0; n < 600; n++) {
      LinearModel model = RandomModels.integers(random);
      double optimum = RandomModels.optimum(model);
      if (Double.isInfinite(optimum)) {
        infeasible++;
        assertThat(solve(model).status())
            .as("model " + n)
            .isEqualTo(LinearStatus.INFEASIBLE_PROVEN);
      } else {
        assertOptimal(model, optimum);
      }
    }
    assertThat(infeasible).isBetween(50, 400);
  }

  @Test
  void equalInputGivesEqualBits() {
    LinearModel model = RandomModels.lots(new SplittableRandom(3), 3, 5);
    LinearResult first = solve(model);
    LinearResult second = solve(model);
    assertThat(first.status()).isEqualTo(LinearStatus.OPTIMAL_PROVEN);
    assertThat(second.nodes()).isEqualTo(first.nodes());
    assertThat(second.lowerBound()).isEqualTo(first.lowerBound());
    assertThat(second.incumbent().orElseThrow().values())
        .isEqualTo(first.incumbent().orElseThrow().values());
  }

  @Test
  void keepsLimitsWithAnIncumbentAndABound() {
    LinearModel model = RandomModels.marketSplit(1);
    long start = System.nanoTime();
    LinearResult late =
        engine.solve(
            model,
            LinearOptions.builder().timeLimit(Duration.ofMillis(500)).build(),
            LinearMonitor.none());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(late.status()).isEqualTo(LinearStatus.FEASIBLE);
    assertThat(late.lowerBound()).isBetween(0.0, late.incumbent().orElseThrow().objective());
    LinearResult counted =
        engine.solve(model, LinearOptions.builder().nodeLimit(50).build(), LinearMonitor.none());
    assertThat(counted.nodes()).isBetween(50L, 52L);
    assertThat(counted.detail()).contains("nodes");
  }

  @Test
  void monitorHearsAndCancels() {
    List<LinearProgress> heard = new ArrayList<>();
    LinearMonitor monitor =
        new LinearMonitor() {
          @Override
          public void progress(LinearProgress progress) {
            heard.add(progress);
          }

          @Override
          public boolean cancelled() {
            return heard.size() >= 3;
          }
        };
    LinearResult result =
        engine.solve(RandomModels.marketSplit(2), LinearOptions.builder().build(), monitor);
    assertThat(result.status()).isEqualTo(LinearStatus.CANCELLED);
    assertThat(result.incumbent()).isPresent();
    assertThat(heard.get(2).incumbent()).isLessThanOrEqualTo(heard.get(0).incumbent());
    assertThat(heard.get(2).lowerBound()).isGreaterThanOrEqualTo(heard.get(0).lowerBound());
  }

  @Test
  void interruptsEndTheSearchAndStay() {
    Thread.currentThread().interrupt();
    try {
      LinearResult result = solve(RandomModels.marketSplit(2));
      assertThat(result.status()).isEqualTo(LinearStatus.CANCELLED);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void startsFromAPointOrFromPartsOfOne() {
    LinearModel model = RandomModels.marketSplit(3);
    double[] start = new double[model.columns()];
    Arrays.fill(start, Double.NaN);
    LinearOptions none = LinearOptions.builder().nodeLimit(0).build();
    assertThat(engine.solve(model, none, LinearMonitor.none()).incumbent()).isEmpty();
    for (int j = 0; j < 40; j++) {
      start[j] = j % 2;
    }
    LinearOptions options = LinearOptions.builder().start(start).nodeLimit(0).build();
    LinearSolution begun =
        engine.solve(model, options, LinearMonitor.none()).incumbent().orElseThrow();
    assertThat(begun.value(6)).isEqualTo(0);
    assertThat(begun.value(7)).isEqualTo(1);
    LinearOptions wrong = LinearOptions.builder().start(new double[1]).build();
    assertThatThrownBy(() -> engine.solve(model, wrong, LinearMonitor.none()))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesLargeModels() {
    LinearModelBuilder model = LinearModel.builder("large");
    for (int j = 0; j < 30_000; j++) {
      model.column(LinearColumn.binary("", 1));
    }
    LinearResult result = solve(model.build());
    assertThat(result.status()).isEqualTo(LinearStatus.REFUSED);
    assertThat(result.detail()).contains("30000 columns").contains("20000");
  }

  @Test
  void startsNoThread() {
    solve(RandomModels.lots(new SplittableRandom(4), 2, 4));
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().toLowerCase(Locale.ROOT).contains("ojalgo"));
  }

  @Test
  void unknownEnginesNameWhatToDo() {
    assertThatThrownBy(() -> LinearEngines.engine("highs"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("synkro-predict-engine-highs")
        .hasMessageContaining("ojalgo");
  }

  @Test
  void resultsThatContradictThemselvesCannotBeMade() {
    assertThatThrownBy(() -> LinearResult.builder("x", LinearStatus.OPTIMAL_PROVEN).build())
        .isInstanceOf(InvalidInputException.class);
  }
}
