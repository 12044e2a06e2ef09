package io.synkro.predict.optimize.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The bundle method on functions whose maximum is known. */
class BundleTest {
  private static final byte[] NO_CHOICE = {};

  /** Maximises c − Σ w·|x − a|, whose maximum is c at a. */
  private static Bundle climb(double[] top, double[] caps, int points) {
    Bundle bundle = Bundle.at(new double[top.length], caps, 1);
    for (int p = 0; p < points; p++) {
      double[] at = bundle.next();
      double value = 100;
      double[] slope = new double[top.length];
      for (int i = 0; i < top.length; i++) {
        double weight = 1 + i;
        value -= weight * Math.abs(at[i] - top[i]);
        slope[i] = at[i] < top[i] ? weight : -weight;
      }
      bundle.add(new Bundle.Plane(value, slope, NO_CHOICE));
    }
    bundle.next();
    return bundle;
  }

  private static double[] unbounded(int size) {
    double[] caps = new double[size];
    Arrays.fill(caps, Double.POSITIVE_INFINITY);
    return caps;
  }

  @Test
  void reachesTheTopOfAPyramid() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 20; trial++) {
      double[] top = random.doubles(6).map(u -> 10 * u).toArray();
      double[] found = climb(top, unbounded(6), 150).center();
      for (int i = 0; i < top.length; i++) {
        assertThat(found[i]).isCloseTo(top[i], within(0.02));
      }
    }
  }

  @Test
  void staysWithinZeroAndItsCaps() {
    double[] caps = {2, 50, 50};
    double[] found = climb(new double[] {5, 4, -3}, caps, 100).center();
    assertThat(found[0]).isCloseTo(2, within(0.01));
    assertThat(found[1]).isCloseTo(4, within(0.01));
    assertThat(found[2]).isCloseTo(0, within(0.01));
  }

  @Test
  void hopesForLessAsItLearns() {
    double[] top = {3, 1, 4, 1, 5};
    double early = climb(top, unbounded(5), 10).hoped();
    double late = climb(top, unbounded(5), 150).hoped();
    assertThat(late).isLessThan(early / 10);
  }

  @Test
  void staysFiniteWhereTheFunctionRisesWithoutEnd() {
    double[] caps = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    Bundle bundle = Bundle.at(new double[2], caps, 1);
    for (int i = 0; i < 2000; i++) {
      double[] at = bundle.next();
      assertThat(at[0] + at[1]).isFinite();
      bundle.add(new Bundle.Plane(3 * at[0] - at[1], new double[] {3, -1}, new byte[0]));
    }
    assertThat(bundle.center()[0]).isGreaterThan(1e50);
  }
}
