package io.synkro.predict.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.NormalDistribution;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Expected values without another source are worked out by hand beside each test. */
class QuantileScoresTest {
  private static final double[] ACTUAL = {5, 4, Double.NaN};

  @Test
  void pinballWeighsMissesByTheirSide() {
    // level 0.9: under-forecast by 2 costs 1.8, over-forecast by 1 costs 0.1; mean 0.95
    double[] quantile = {3, 5, 9};
    assertThat(QuantileScores.pinball(ACTUAL, quantile, 0.9)).isCloseTo(0.95, within(1e-12));
    assertThat(QuantileScores.scaledPinball(2, ACTUAL, quantile, 0.9))
        .isCloseTo(0.475, within(1e-12));
    assertThat(QuantileScores.pinball(ACTUAL, new double[] {Double.NaN, 5, 9}, 0.9)).isNaN();
    assertThat(QuantileScores.pinball(new double[0], new double[0], 0.9)).isNaN();
  }

  @Test
  void weightedQuantileLossIsTwicePinballByDemand() {
    double[][] quantiles = {{3, 6}, {4, 5}, {1, 2}};
    double[] levels = {0.5, 0.9};
    // level 0.5: 0.5 * 2 = 1 and 0; level 0.9: 0.1 * 1 and 0.1 * 1; 2 * (1 + 0.2) / 2 / (5 + 4)
    assertThat(QuantileScores.weightedQuantileLoss(ACTUAL, quantiles, levels))
        .isCloseTo(1.2 / 9, within(1e-12));
    double[] none = {0};
    assertThat(QuantileScores.weightedQuantileLoss(none, new double[][] {{1}}, new double[] {0.5}))
        .isNaN();
  }

  @Test
  void itsMedianAloneIsTheWape() {
    double[][] median = {{3}, {6}, {1}};
    assertThat(QuantileScores.weightedQuantileLoss(ACTUAL, median, new double[] {0.5}))
        .isCloseTo(Accuracy.wape(ACTUAL, new double[] {3, 6, 1}), within(1e-12));
  }

  @Test
  void crpsOfSamplesIsTheIntegralOfSquaredDifferences() {
    // samples 1 and 4, actual 2: F is 0 | 0.5 | 1 with steps at 1 and 4:
    // (0.5 - 0)² from 1 to 2 and (0.5 - 1)² from 2 to 4: 0.25 + 0.5
    assertThat(QuantileScores.crpsOfSamples(new double[] {2}, new double[][] {{4, 1}}))
        .isCloseTo(0.75, within(1e-12));
    assertThat(QuantileScores.crpsOfSamples(new double[] {2}, new double[][] {{5}})).isEqualTo(3);
    assertThat(QuantileScores.crpsOfSamples(ACTUAL, new double[][] {{5}, {4}, {0}})).isZero();
  }

  /** Gneiting & Raftery (2007), p. 367: σ (1/√π − 2 φ(z) − z (2 Φ(z) − 1)) with the other sign. */
  @Test
  void crpsOfNormalQuantilesTendsToTheClosedForm() {
    double mean = 3;
    double sd = 2;
    double[] levels = new double[2000];
    double[] quantiles = new double[levels.length];
    for (int k = 0; k < levels.length; k++) {
      levels[k] = (k + 0.5) / levels.length;
      quantiles[k] = mean + sd * NormalDistribution.quantile(levels[k]);
    }
    for (double actual : new double[] {3, 2.2, -1, 9}) {
      double z = (actual - mean) / sd;
      double expected =
          sd
              * (z * (2 * NormalDistribution.cdf(z) - 1)
                  + 2 * NormalDistribution.density(z)
                  - 1 / Math.sqrt(Math.PI));
      double[] one = {actual};
      double[][] grid = {quantiles};
      assertThat(QuantileScores.crps(one, grid, levels)).isCloseTo(expected, within(2e-3));
    }
  }

  @Test
  void crpsIsTwiceTheMeanPinballOfEvenLevels() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100; i++) {
      int n = 1 + random.nextInt(20);
      double[] levels = new double[n];
      double[] samples = new double[n];
      for (int k = 0; k < n; k++) {
        levels[k] = (k + 0.5) / n;
        samples[k] = k == 0 ? random.nextDouble() : samples[k - 1] + random.nextDouble();
      }
      double[] actual = {random.nextDouble(-1, 9)};
      double[][] both = {samples};
      double mean = 0;
      for (int k = 0; k < n; k++) {
        double[] quantile = {samples[k]};
        mean += QuantileScores.pinball(actual, quantile, levels[k]) / n;
      }
      double crps = QuantileScores.crps(actual, both, levels);
      assertThat(crps).isCloseTo(2 * mean, within(1e-12));
      assertThat(crps).isCloseTo(QuantileScores.crpsOfSamples(actual, both), within(1e-12));
    }
  }

  @Test
  void quantilesStandForTheLevelsAroundThem() {
    // levels 0.1 and 0.5 stand for 0 to 0.3 and 0.3 to 1; losses 0.1 * 2 and 0.5 * 1
    double crps =
        QuantileScores.crps(new double[] {6}, new double[][] {{4, 5}}, new double[] {0.1, 0.5});
    assertThat(crps).isCloseTo(2 * (0.3 * 0.2 + 0.7 * 0.5), within(1e-12));
  }

  @Test
  void shapesAndLevelsThatAreWrongAreRefused() {
    double[] one = {1};
    double[][] two = {{1, 2}};
    assertThatThrownBy(() -> QuantileScores.crps(one, two, new double[] {0.5}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("quantiles of step 0 (2)");
    assertThatThrownBy(() -> QuantileScores.crps(one, two, new double[] {0.5, 0.5}))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> QuantileScores.pinball(one, one, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> QuantileScores.crpsOfSamples(one, new double[1][0]))
        .isInstanceOf(InvalidInputException.class);
  }

  @Property(tries = 200)
  void medianPinballIsHalfTheAbsoluteError(
      @ForAll @Size(5) List<@DoubleRange(min = -1e6, max = 1e6) Double> actual,
      @ForAll @Size(5) List<@DoubleRange(min = -1e6, max = 1e6) Double> forecast) {
    assertThat(QuantileScores.pinball(array(actual), array(forecast), 0.5))
        .isCloseTo(Accuracy.mae(array(actual), array(forecast)) / 2, within(1e-6));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
