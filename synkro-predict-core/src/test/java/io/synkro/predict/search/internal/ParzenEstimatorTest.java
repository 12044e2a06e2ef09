package io.synkro.predict.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Expected values are those of {@code _ParzenEstimator.log_pdf} of Optuna 5.0.0, prior weight 1,
 * magic clipping, multivariate. It counts densities of real numbers in units of the parameter, here
 * they are in shares of its range.
 */
class ParzenEstimatorTest {
  private static final Dimension REAL = new NumberDimension(0, 10, false, false);
  private static final Dimension WHOLE = new NumberDimension(1, 10, false, true);

  private static ParzenEstimator estimator(List<Dimension> dimensions, double[]... columns) {
    List<double[]> points =
        IntStream.range(0, columns[0].length)
            .mapToObj(i -> Arrays.stream(columns).mapToDouble(column -> column[i]).toArray())
            .toList();
    return new ParzenEstimator(dimensions, points);
  }

  private static void agrees(ParzenEstimator estimator, double shift, double[] at, double... logs) {
    for (int i = 0; i < at.length; i++) {
      assertThat(estimator.logDensity(new double[] {at[i]}) - shift)
          .isCloseTo(logs[i], within(1e-9));
    }
  }

  @Test
  void agreesWithOptunaOnRealNumbers() {
    agrees(
        estimator(List.of(REAL), new double[] {1, 2.5, 4, 4.2}),
        Math.log(10),
        new double[] {0, 2.5, 9.9},
        -2.3553170696783514,
        -1.735439499350905,
        -3.9785423041985446);
    agrees(
        estimator(List.of(REAL), new double[0]),
        Math.log(10),
        new double[] {5, 0},
        -2.261607292503096,
        -2.386607292503096);
  }

  @Test
  void agreesWithOptunaOnTheLogarithmicScale() {
    Dimension dimension = new NumberDimension(0.001, 1, true, false);
    agrees(
        estimator(List.of(dimension), new double[] {0.01, 0.3, 0.05}),
        Math.log(Math.log(1000)),
        new double[] {0.001, 0.02, 0.9},
        -2.758634367037405,
        -1.7447091841674076,
        -2.183456173958438);
  }

  @Test
  void agreesWithOptunaOnWholeNumbers() {
    agrees(
        estimator(List.of(WHOLE), new double[] {3, 7, 7}),
        0,
        new double[] {1, 7, 10},
        -2.7166780605411804,
        -2.0285406250267086,
        -2.6151478079919275);
    Dimension log = new NumberDimension(2, 256, true, true);
    agrees(
        estimator(List.of(log), new double[] {4, 31, 100, 255}),
        0,
        new double[] {2, 31, 256},
        -2.860717536825012,
        -5.0850967497927595,
        -6.733279704459514);
  }

  @Test
  void agreesWithOptunaOnSeveralDimensions() {
    ParzenEstimator joint =
        estimator(List.of(REAL, WHOLE), new double[] {1, 2.5, 4, 4.2}, new double[] {3, 7, 7, 9});
    double shift = Math.log(10);
    assertThat(joint.logDensity(new double[] {0, 9}) - shift)
        .isCloseTo(-4.9430440121653305, within(1e-9));
    assertThat(joint.logDensity(new double[] {2.5, 7}) - shift)
        .isCloseTo(-3.7419895980229896, within(1e-9));
    assertThat(joint.logDensity(new double[] {9.9, 1}) - shift)
        .isCloseTo(-6.354075304483957, within(1e-9));
  }

  @Test
  void agreesWithOptunaOnTheWeightsOfManyPoints() {
    double[] many = IntStream.range(0, 40).mapToDouble(i -> (i * 37 % 100) / 10.0).toArray();
    agrees(
        estimator(List.of(REAL), many),
        Math.log(10),
        new double[] {0.05, 5, 9.7},
        -3.020804002287674,
        -2.431345116158953,
        -2.0694165206185646);
  }

  @Test
  void theWholeOfItIsOne() {
    List<Dimension> dimensions =
        List.of(
            new ChoiceDimension(3),
            new NumberDimension(1, 8, true, true),
            new NumberDimension(0, 1, false, false));
    SplittableRandom random = new SplittableRandom(11);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      points.add(dimensions.stream().mapToDouble(d -> d.draw(random)).toArray());
    }
    ParzenEstimator estimator = new ParzenEstimator(dimensions, points);
    double sum = 0;
    int grid = 2000;
    for (int choice = 0; choice < 3; choice++) {
      for (int whole = 1; whole <= 8; whole++) {
        for (int i = 0; i < grid; i++) {
          double[] point = {choice, whole, (i + 0.5) / grid};
          sum += Math.exp(estimator.logDensity(point)) / grid;
        }
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
  }

  /** What is drawn and what is said of its density must be the same distribution. */
  @Test
  void drawsWhatItsDensitySays() {
    List<Dimension> dimensions = List.of(new ChoiceDimension(3), WHOLE);
    ParzenEstimator estimator =
        estimator(dimensions, new double[] {0, 0, 2}, new double[] {3, 4, 9});
    SplittableRandom random = new SplittableRandom(13);
    int n = 60_000;
    int[][] counts = new int[3][11];
    for (int i = 0; i < n; i++) {
      double[] point = estimator.draw(random);
      counts[(int) point[0]][(int) point[1]]++;
    }
    for (int choice = 0; choice < 3; choice++) {
      for (int whole = 1; whole <= 10; whole++) {
        double expected = Math.exp(estimator.logDensity(new double[] {choice, whole}));
        assertThat((double) counts[choice][whole] / n)
            .isCloseTo(expected, within(5 * Math.sqrt(expected / n)));
      }
    }
  }
}
