package io.synkro.predict.trees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.internal.RandomForests.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kernels must give the walk's sums to the last bit; that the walk gives the engines' is tested
 * where the engines are.
 */
class KernelsTest {
  static Stream<Shape> shapes() {
    return Stream.of(
        new Shape(Dialect.LIGHTGBM, 0, 1, 1, 1),
        new Shape(Dialect.LIGHTGBM, 20, 1, 1, 1),
        new Shape(Dialect.LIGHTGBM, 40, 2, 1, 1),
        new Shape(Dialect.LIGHTGBM, 40, 31, 1, 1),
        new Shape(Dialect.XGBOOST, 40, 63, 1, 1),
        new Shape(Dialect.LIGHTGBM, 30, 64, 1, 1),
        new Shape(Dialect.XGBOOST, 30, 65, 1, 1),
        new Shape(Dialect.LIGHTGBM, 10, 200, 1, 1),
        new Shape(Dialect.XGBOOST, 10, 256, 1, 1),
        new Shape(Dialect.LIGHTGBM, 30, 31, 4, 1),
        new Shape(Dialect.XGBOOST, 30, 31, 3, 3),
        new Shape(Dialect.XGBOOST, 6, 300, 2, 2),
        new Shape(Dialect.LIGHTGBM, 6, 3000, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void giveTheSumsOfTheWalk(Shape shape) {
    for (int seed = 0; seed < 12; seed++) {
      RandomForests random = new RandomForests(seed);
      Forest forest = random.forest(shape);
      FeatureTable rows = random.rows(700);
      Scorer scorer = new Scorer(forest);
      double[] walk = scored(scorer, Kernel.WALK, rows, 256, shape);
      assertThat(walk).doesNotContain(Double.NaN);
      if (scorer.kernel(1) != Kernel.WALK) {
        assertThat(scored(scorer, Kernel.MASK, rows, 256, shape)).isEqualTo(walk);
        for (int size : new int[] {1, 5, 28, 63, 64, 65, 200, 256}) {
          assertThat(scored(scorer, Kernel.SLICE, rows, size, shape)).isEqualTo(walk);
        }
      }
      double[] chosen = new double[walk.length];
      scorer.margins(new Scorer.Batch(rows, 0, 700, forest.trees()), scorer.work(700), chosen);
      assertThat(chosen).isEqualTo(walk);
    }
  }

  private static double[] scored(
      Scorer scorer, Kernel kernel, FeatureTable rows, int size, Shape shape) {
    double[] sums = new double[rows.rows() * shape.outputs()];
    Scorer.Work work = scorer.work(256); // the same memory for all blocks: nothing may stay in it
    for (int from = 0; from < rows.rows(); from += size) {
      int to = Math.min(rows.rows(), from + size);
      scorer.margins(kernel, new Scorer.Batch(rows, from, to, shape.trees()), work, sums);
    }
    return sums;
  }

  @Test
  void countOnlyTheFirstTrees() {
    RandomForests random = new RandomForests(3);
    Forest forest = random.forest(new Shape(Dialect.LIGHTGBM, 25, 40, 1, 1));
    FeatureTable rows = random.rows(100);
    Scorer scorer = new Scorer(forest);
    double[] sums = new double[100];
    for (int trees : new int[] {0, 1, 13, 25}) {
      double[] expected = new double[100];
      for (int r = 0; r < 100; r++) {
        float[] row = new float[forest.features()];
        rows.copyRow(r, row);
        for (int f = 0; f < row.length; f++) {
          row[f] = forest.dialect().prepare(row[f]);
        }
        expected[r] = 0.5; // the base of random forests
        for (int t = 0; t < trees; t++) {
          expected[r] += forest.leafValue()[forest.leaf(t, row)];
        }
      }
      for (Kernel kernel : Kernel.values()) {
        scorer.margins(kernel, new Scorer.Batch(rows, 0, 100, trees), scorer.work(100), sums);
        assertThat(sums).as("%s, %d trees", kernel, trees).isEqualTo(expected);
      }
    }
  }

  /** Large trees, and tables of categories that would take too much memory, are walked through. */
  @Test
  void areChosenByShapeAndRows() {
    RandomForests random = new RandomForests(1);
    Scorer small = new Scorer(random.forest(new Shape(Dialect.LIGHTGBM, 5, 256, 1, 1)));
    assertThat(small.kernel(1)).isEqualTo(Kernel.MASK);
    assertThat(small.kernel(28)).isEqualTo(Kernel.SLICE);
    Scorer large = new Scorer(random.forest(new Shape(Dialect.LIGHTGBM, 5, 257, 1, 1)));
    assertThat(large.kernel(28)).isEqualTo(Kernel.WALK);
    assertThat(new Scorer(manyCategories()).kernel(28)).isEqualTo(Kernel.WALK);
    assertThatThrownBy(
            () ->
                large.margins(
                    Kernel.MASK,
                    new Scorer.Batch(random.rows(1), 0, 1, 5),
                    large.work(1),
                    new double[1]))
        .isInstanceOf(IllegalStateException.class);
  }

  /** 4096 nodes that each ask for another of 2^17 categories: 2^17 rows of 64 longs. */
  private static Forest manyCategories() {
    int trees = 4096;
    int[] count = new int[trees + 1];
    int[] leafStart = new int[trees + 1];
    int[] left = new int[trees];
    int[] right = new int[trees];
    byte[] rules = new byte[trees];
    float[] sets = new float[trees];
    int[] categories = new int[trees * 32];
    for (int t = 0; t < trees; t++) {
      count[t + 1] = t + 1;
      leafStart[t + 1] = 2 * (t + 1);
      left[t] = ~(2 * t);
      right[t] = ~(2 * t + 1);
      rules[t] = (byte) (Forest.CATEGORY | Forest.NAN_IS_MISSING);
      sets[t] = t;
    }
    Arrays.setAll(categories, i -> i);
    int[] setStart = new int[trees + 1];
    Arrays.setAll(setStart, t -> 32 * t);
    return new Forest(
        Dialect.LIGHTGBM,
        1,
        new double[1],
        new int[trees],
        count,
        leafStart,
        new Forest.Nodes(new int[trees], sets, rules, left, right, setStart, categories),
        1,
        new double[2 * trees],
        new int[2 * trees],
        new Forest.Cover(new double[0], new double[0]));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50, 254, 255, 5000, 70_000})
  void ranksAreThoseOfBinarySearch(int size) {
    for (int seed = 0; seed < 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] all = new float[size];
      for (int i = 0; i < size; i++) {
        double wide = Math.exp(random.nextDouble(-80, 80)) * (random.nextBoolean() ? 1 : -1);
        all[i] = (float) (seed == 0 ? wide : random.nextDouble(-3, 3));
      }
      if (seed == 4) {
        all[0] = Float.POSITIVE_INFINITY;
        all[size - 1] = Float.NEGATIVE_INFINITY;
      }
      Arrays.sort(all);
      float[] ascending = distinct(all);
      Thresholds thresholds = new Thresholds(ascending);
      for (int i = 0; i < 3000; i++) {
        float near = ascending[random.nextInt(ascending.length)];
        float value =
            switch (random.nextInt(4)) {
              case 0 -> near;
              case 1 -> Math.nextUp(near);
              case 2 -> Math.nextDown(near);
              default -> random.nextBoolean() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            };
        int at = Arrays.binarySearch(ascending, value + 0.0f);
        assertThat(thresholds.below(value)).isEqualTo(at >= 0 ? at : -at - 1);
      }
    }
  }

  private static float[] distinct(float[] sorted) {
    int kept = 0;
    for (float value : sorted) {
      if (kept == 0 || value > sorted[kept - 1]) {
        sorted[kept++] = value + 0.0f;
      }
    }
    return Arrays.copyOf(sorted, kept);
  }
}
