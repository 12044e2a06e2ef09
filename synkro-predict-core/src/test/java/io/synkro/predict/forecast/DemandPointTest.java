package io.synkro.predict.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.inventory.NormalDistribution;
import org.junit.jupiter.api.Test;

class DemandPointTest {
  /** Log-normal demand: the logarithm has mean 3 and deviation 0.5. */
  private static double logNormal(double p) {
    return Math.exp(3 + 0.5 * NormalDistribution.quantile(p));
  }

  /** Counts 0, 1, 2 and 3 with probabilities 0.6, 0.25, 0.1 and 0.05. */
  private static double count(double p) {
    return p <= 0.6 ? 0 : p <= 0.85 ? 1 : p <= 0.95 ? 2 : 3;
  }

  @Test
  void bestOfPercentagesIsTheMedianWeightedByTheInverse() {
    // Gneiting 2011, table 2: the (-1)-median of a log-normal distribution is exp(m - s²)
    assertThat(PercentagePoint.of(DemandPointTest::logNormal))
        .isCloseTo(Math.exp(3 - 0.25), within(0.3));
  }

  @Test
  void percentagesLeaveOutStepsWithoutDemand() {
    // by hand: weights 0.25, 0.05 and 0.0167 of 1, 2 and 3: half of them is reached at 1
    assertThat(PercentagePoint.of(DemandPointTest::count)).isEqualTo(1);
    assertThat(PercentagePoint.of(p -> 0)).isZero();
  }

  @Test
  void intervalLeavesOutAsMuchOnEitherSide() {
    DemandInterval interval = DemandInterval.of(DemandPointTest::logNormal, 0.9);
    assertThat(interval.lower()).isEqualTo(logNormal(0.05));
    assertThat(interval.upper()).isCloseTo(logNormal(0.95), within(1e-9));
  }

  @Test
  void intervalFromZeroOnNeedsNoRoomBelow() {
    // by hand: 0 to 1 holds 85 %, 0 to 2 holds 95 % of the counts
    assertThat(DemandInterval.of(DemandPointTest::count, 0.8)).isEqualTo(new DemandInterval(0, 1));
    assertThat(DemandInterval.of(DemandPointTest::count, 0.9)).isEqualTo(new DemandInterval(0, 2));
    assertThat(DemandInterval.of(DemandPointTest::count, 0.9).contains(2)).isTrue();
    assertThat(DemandInterval.of(DemandPointTest::count, 0.9).contains(3)).isFalse();
  }
}
