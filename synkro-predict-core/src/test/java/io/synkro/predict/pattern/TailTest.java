package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Expected numbers are of SciPy 1.17.1 unless a comment names another source. */
class TailTest {
  private static final Percentage TIGHT = Percentage.withPercentage(1e-8);

  @Test
  void poissonTailsEqualScipy() {
    assertThat(Tail.countAtMost(3, 7.5, 7.5)).isCloseTo(0.05914545983268393, TIGHT);
    assertThat(Tail.countAtLeast(20, 7.5, 7.5)).isCloseTo(0.00011074946488183024, TIGHT);
  }

  @Test
  void negativeBinomialTailsEqualScipy() {
    assertThat(Tail.countAtMost(2, 4, 10)).isCloseTo(0.37871554586732137, TIGHT);
    assertThat(Tail.countAtLeast(25, 4, 10)).isCloseTo(0.00010515331408773785, TIGHT);
  }

  @Test
  void theWholeLineHasProbabilityOne() {
    for (int x = 0; x < 30; x++) {
      double both = Tail.countAtMost(x, 6, 9) + Tail.countAtLeast(x + 1, 6, 9);
      assertThat(both).isCloseTo(1, offset(1e-12));
    }
    assertThat(Tail.countAtLeast(0, 6, 9)).isEqualTo(1);
    assertThat(Tail.countAtMost(-1, 6, 9)).isZero();
  }

  @Test
  void normalTailEqualsScipyFarOutToo() {
    assertThat(Tail.normalTwoSided(-1.96)).isCloseTo(0.04999579029644087, TIGHT);
    assertThat(Tail.normalTwoSided(8)).isCloseTo(1.244192114854348e-15, TIGHT);
    assertThat(Tail.normalTwoSided(0)).isEqualTo(1);
  }

  /** Fisher's lady tasting tea, three of four cups right: 17 of 70 ways, as in R's fisher.test. */
  @Test
  void theLadyTastingTeaGetsFishersPValue() {
    assertThat(Tail.hypergeometricAtLeast(3, 4, 4, 8)).isCloseTo(17 / 70.0, TIGHT);
    assertThat(Tail.hypergeometricAtLeast(4, 4, 4, 8)).isCloseTo(1 / 70.0, TIGHT);
    assertThat(Tail.hypergeometricAtLeast(0, 4, 4, 8)).isEqualTo(1);
  }

  @Test
  void aTinyHypergeometricTailEqualsScipy() {
    assertThat(Tail.hypergeometricAtLeast(40, 300, 200, 10_000))
        .isCloseTo(2.7788703215673955e-22, TIGHT);
  }

  /** scipy.stats.false_discovery_control([.01, .04, .03, .005]). */
  @Test
  void benjaminiHochbergEqualsScipy() {
    assertThat(MultipleTests.benjaminiHochberg(new double[] {0.01, 0.04, 0.03, 0.005}))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.02, 0.04, 0.04, 0.02);
  }

  /** By hand: 4 x 0.005, 3 x 0.01, 2 x 0.03, then 0.04 raised to the one before it. */
  @Test
  void holmEqualsTheComputationByHand() {
    assertThat(MultipleTests.holm(new double[] {0.01, 0.04, 0.03, 0.005}, 4))
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(0.03, 0.06, 0.06, 0.02);
    assertThat(MultipleTests.holm(new double[] {0.01}, 1000)).containsExactly(1);
  }
}
