package io.synkro.predict.trees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapKernelTest {
  private static final int FEATURES = RandomForest.FEATURES;

  @ParameterizedTest(name = "{0} outputs, leaves of {1}")
  @CsvSource({"1, 1", "3, 1", "3, 3"})
  void matchesTheDefinition(int outputs, int width) {
    SplittableRandom random = new SplittableRandom(outputs);
    for (int seed = 0; seed < 300; seed++) {
      Forest forest = RandomForest.of(seed, 4, outputs, width);
      for (int trees = 0; trees <= 4; trees += 2) {
        float[] row = RandomForest.row(random);
        double[] found = explain(forest, trees, row);
        for (int output = 0; output < outputs; output++) {
          int at = output * (FEATURES + 1);
          assertThat(Arrays.copyOfRange(found, at, at + FEATURES + 1))
              .as("seed %d, row %s, %d trees, output %d", seed, Arrays.toString(row), trees, output)
              .containsExactly(
                  new ShapDefinition(forest).explain(row, trees, output), within(1e-13));
        }
      }
    }
  }

  @Test
  void addsUpToTheMargin() {
    SplittableRandom random = new SplittableRandom(7);
    for (int seed = 1000; seed < 1100; seed++) {
      Forest forest = RandomForest.of(seed, 50, 1, 1);
      float[] row = RandomForest.row(random);
      assertThat(Arrays.stream(explain(forest, 50, row)).sum())
          .isCloseTo(margin(forest, row), within(1e-12));
    }
  }

  @Test
  void aFeatureThatNoTreeAsksForContributesNothing() {
    Forest forest = Stumps.chain(new int[] {3, 1, 3}, 6);
    double[] found = explain(forest, 1, new float[] {0, 0, 0, 0, 1, 1});
    for (int unused : new int[] {0, 2, 4, 5}) {
      assertThat(found[unused]).isEqualTo(0);
    }
    assertThat(found[6]).isEqualTo(0.125);
  }

  /**
   * All nodes ask another feature and the row passes all: by symmetry each contributes the same,
   * and together they contribute 1 minus the mean. With a point less than needed this fails.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9, 40, 301})
  void featuresInAlikePlacesContributeAlike(int features) {
    Forest forest = Stumps.chain(IntStream.range(0, features).toArray(), features);
    double mean = Math.scalb(1.0, -features);
    double[] found = explain(forest, 1, new float[features]);
    for (int f = 0; f < features; f++) {
      assertThat(found[f] * features / (1 - mean)).isCloseTo(1, within(1e-11));
    }
    assertThat(found[features]).isEqualTo(mean);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 12, 900})
  void takesFeaturesThatAreAskedForAgainAndAgain(int levels) {
    Forest forest = Stumps.chain(IntStream.range(0, levels).map(i -> i % 3).toArray(), 3);
    for (float[] row : new float[][] {{0, 0, 0}, {0, 1, 0}, {0, 1, 1}, {1, 1, 1}}) {
      assertThat(explain(forest, 1, row))
          .containsExactly(new ShapDefinition(forest).explain(row, 1, 0), within(1e-15));
    }
  }

  @Test
  void takesTreesThatAreDeeperThanTheStack() {
    Forest forest = Stumps.chain(IntStream.range(0, 200_000).map(i -> i % 3).toArray(), 3);
    assertThat(explain(forest, 1, new float[] {0, 0, 0}))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 0}, within(1e-15));
  }

  @ParameterizedTest(name = "{0} rows, {1} outputs, leaves of {2}")
  @CsvSource({"1, 1, 1", "15, 1, 1", "16, 2, 1", "300, 1, 1", "300, 2, 1", "290, 2, 2"})
  void rowsOfATableGiveWhatEachGivesAlone(int rows, int outputs, int width) {
    Forest forest = RandomForest.of(rows, 30, outputs, width);
    float[][] columns = new float[FEATURES][rows + 2];
    SplittableRandom random = new SplittableRandom(rows);
    for (int r = 0; r < rows + 2; r++) {
      float[] row = RandomForest.row(random);
      for (int f = 0; f < FEATURES; f++) {
        columns[f][r] = row[f];
      }
    }
    FeatureTable table = new FeatureTable(schema(), columns);
    ShapKernel kernel = ShapKernel.of(forest);
    double[] found = new double[rows * kernel.width()];
    ShapKernel.Worker worker = kernel.worker(30);
    worker.explain(table, 1, rows + 1, found);
    for (int again = 0; again < 2; again++) { // what a worker did before does not matter
      float[] row = new float[FEATURES];
      double[] alone = new double[kernel.width() + 3];
      for (int r = 0; r < rows; r++) {
        table.copyRow(r + 1, row);
        worker.explain(row, alone, 3);
        assertThat(Arrays.copyOfRange(found, r * kernel.width(), (r + 1) * kernel.width()))
            .isEqualTo(Arrays.copyOfRange(alone, 3, alone.length));
      }
      worker.explain(table, 1, rows + 1, found);
    }
  }

  private static double[] explain(Forest forest, int trees, float[] row) {
    ShapKernel kernel = ShapKernel.of(forest);
    double[] target = new double[kernel.width()];
    Arrays.fill(target, Double.NaN);
    kernel.worker(trees).explain(row, target, 0);
    return target;
  }

  private static double margin(Forest forest, float[] row) {
    double sum = forest.base()[0];
    for (int t = 0; t < forest.trees(); t++) {
      int node = forest.root(t);
      while (node >= 0) {
        float value = forest.dialect().prepare(row[forest.nodes().feature()[node]]);
        node = forest.child(node, value);
      }
      sum += forest.leafValue()[~node];
    }
    return sum;
  }

  private static FeatureSchema schema() {
    return new FeatureSchema(Stream.of("a", "b", "c", "d", "e").map(Feature::number).toList());
  }
}
