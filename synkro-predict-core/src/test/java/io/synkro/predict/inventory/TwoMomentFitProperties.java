package io.synkro.predict.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The fit is right if it has the two moments it was asked for: that is all it promises. */
class TwoMomentFitProperties {

  @Example
  void everyCellOfTheGridIsReproduced() {
    for (double mean : new double[] {0.1, 0.5, 1, 1.5, 2, 3.3, 5, 7, 10.01, 14, 21, 30, 45.5, 60}) {
      for (double sd : new double[] {0, 0.1, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7.5, 10, 20, 40}) {
        assertMoments(mean, sd, 1_000_000);
      }
    }
  }

  @Property(tries = 300)
  void meanAndSdAreReproduced(
      @ForAll @DoubleRange(min = 0.1, max = 60) double mean,
      @ForAll @DoubleRange(min = 0, max = 20) double sd) {
    assertMoments(mean, sd, 200_000);
  }

  @Property(tries = 300)
  void nearlyPoissonIsReproduced(
      @ForAll @DoubleRange(min = 0.1, max = 60) double mean,
      @ForAll @DoubleRange(min = -1, max = 1) double sign,
      @ForAll @DoubleRange(min = 2, max = 14) double exponent) {
    assertMoments(mean, Math.sqrt(mean * (1 + Math.signum(sign) * Math.pow(10, -exponent))), 1000);
  }

  private static void assertMoments(double mean, double sd, int max) {
    double[] fitted = TwoMomentFit.probabilities(mean, sd, max, 1e-18);
    double sum = 0;
    double first = 0;
    for (int x = 0; x < fitted.length; x++) {
      assertThat(fitted[x]).isBetween(0.0, 1 + 1e-12);
      sum += fitted[x];
      first += x * fitted[x];
    }
    double second = 0;
    for (int x = 0; x < fitted.length; x++) {
      second += fitted[x] * (x - first) * (x - first);
    }
    double share = mean - Math.floor(mean);
    double least = Math.sqrt(share * (1 - share));
    assertThat(sum).as("sum of %s and %s", mean, sd).isCloseTo(1, within(1e-9));
    assertThat(first).as("mean of %s and %s", mean, sd).isCloseTo(mean, within(1e-6));
    assertThat(Math.sqrt(second))
        .as("sd of %s and %s", mean, sd)
        .isCloseTo(Math.max(sd, least), within(1e-6));
  }
}
