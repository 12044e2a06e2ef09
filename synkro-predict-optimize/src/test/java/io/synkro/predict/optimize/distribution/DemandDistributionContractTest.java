package io.synkro.predict.optimize.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.LeadTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every distribution of demand promises, over families and sizes. */
class DemandDistributionContractTest {
  private static final double[] PROBABILITIES = {
    1e-9, 0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999, 1 - 1e-9
  };

  static Stream<DemandDistribution> all() {
    return Stream.of(
        new NormalDemand(50, 8),
        new NormalDemand(-3, 2),
        new NormalDemand(7, 0),
        new LognormalDemand(2, 0.3),
        LognormalDemand.of(1e6, 2e6),
        new GammaDemand(2, 3),
        new GammaDemand(0.3, 10),
        new GammaDemand(0.05, 10),
        new GammaDemand(2500, 4e5),
        GammaDemand.exponential(1e-3),
        new UniformDemand(-0.5, 0.5),
        new UniformDemand(20, 220),
        new PoissonDemand(1e-3),
        new PoissonDemand(6),
        new PoissonDemand(3000),
        new PoissonDemand(1e9),
        NegativeBinomialDemand.of(16, Math.sqrt(80)),
        NegativeBinomialDemand.of(0.5, 3),
        NegativeBinomialDemand.of(1e6, 3e5),
        NegativeBinomialDemand.of(1e9, 4e4),
        NegativeBinomialDemand.of(1e-3, 1),
        NegativeBinomialDemand.geometric(0.2),
        TableDemand.ofProbabilities(0, 0.25, 0.05, 0.1, 0.2, 0.15, 0.1, 0.1, 0.05),
        TableDemand.observed(2.5, -1, 7.25, 7.25, 3),
        TableDemand.constant(4),
        new ShiftedDemand(new PoissonDemand(2), 5),
        MixtureDemand.of(List.of(new PoissonDemand(2), TableDemand.constant(9)), 3, 1),
        MixtureDemand.of(List.of(new NormalDemand(0, 0), new GammaDemand(3, 2)), 1, 4),
        LeadTimeDemand.of(
            NegativeBinomialDemand.of(2, 3), LeadTime.ofProbabilities(0.1, 0.5, 0.4), 1),
        ForecastDemand.ofQuantiles(
            new double[] {0.1, 0.5, 0.9, 0.975}, new double[] {0, 4, 11, 16}));
  }

  @ParameterizedTest
  @MethodSource("all")
  void quantilesInvertProbabilities(DemandDistribution demand) {
    double last = Double.NEGATIVE_INFINITY;
    for (double p : PROBABILITIES) {
      double q = demand.quantile(p);
      double below = demand.isDiscrete() ? q - 1 : q - 1e-9 * (Math.abs(q) + demand.sd());
      assertThat(q).isGreaterThanOrEqualTo(last);
      assertThat(demand.cdf(q)).isGreaterThanOrEqualTo(p - 2e-14);
      if (demand.sd() > 0) {
        assertThat(demand.cdf(below)).isLessThan(p + 1e-14);
      }
      last = q;
    }
    assertThat(demand.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(demand.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThatThrownBy(() -> demand.quantile(0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> demand.quantile(1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> demand.quantile(Double.NaN)).isInstanceOf(InvalidInputException.class);
  }

  @ParameterizedTest
  @MethodSource("all")
  void lossFallsByTheProbabilityOfRunningOut(DemandDistribution demand) {
    double unit = scale(demand);
    for (double p : PROBABILITIES) {
      double a = demand.quantile(p);
      double b = a + (demand.isDiscrete() ? 1 : demand.sd() / 10);
      double fall = demand.loss(a) - demand.loss(b);
      double tiny = 1e-12 * (unit + Math.abs(a));
      assertThat(fall).isLessThanOrEqualTo((b - a) * (1 - demand.cdf(a)) + tiny);
      double least = demand.isDiscrete() ? demand.cdf(a) : demand.cdf(b);
      assertThat(fall).isGreaterThanOrEqualTo((b - a) * (1 - least) - tiny);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void secondLossFallsByTheFirst(DemandDistribution demand) {
    double unit = scale(demand);
    for (double p : PROBABILITIES) {
      double a = demand.quantile(p);
      double b = a + (demand.isDiscrete() ? 1 : demand.sd() / 10);
      double fall = demand.secondLoss(a) - demand.secondLoss(b);
      double tiny = 1e-12 * (unit + Math.abs(a)) * (unit + Math.abs(a));
      double most = demand.isDiscrete() ? demand.loss(b) : demand.loss(a);
      assertThat(fall).isLessThanOrEqualTo((b - a) * most + tiny);
      assertThat(fall).isGreaterThanOrEqualTo((b - a) * demand.loss(b) - tiny);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void lossesAndTheirComplementsAddUp(DemandDistribution demand) {
    double unit = scale(demand);
    double step = demand.isDiscrete() ? 1 : 0;
    for (double p : PROBABILITIES) {
      double x = demand.quantile(p);
      double distance = x - demand.mean();
      double tiny = 1e-12 * (unit + Math.abs(x));
      assertThat(demand.complementaryLoss(x) - demand.loss(x)).isCloseTo(distance, within(tiny));
      double both = (distance * distance + demand.sd() * demand.sd() + step * distance) / 2;
      assertThat(demand.secondLoss(x) + demand.complementarySecondLoss(x))
          .isCloseTo(both, within(tiny * (unit + Math.abs(x))));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void farBelowAllDemandIsShortAndFarAboveNone(DemandDistribution demand) {
    double far = Math.rint(demand.mean() - 1e4 * (1 + demand.sd()));
    assertThat(demand.cdf(far)).isZero();
    assertThat(demand.loss(far)).isCloseTo(demand.mean() - far, within(1e-9 * (1 + scale(demand))));
    assertThat(demand.complementaryLoss(far)).isZero();
    double high = Math.rint(demand.mean() + 1e6 * (1 + demand.sd()));
    assertThat(demand.loss(high)).isLessThan(1e-3 * (1 + demand.sd()));
    assertThat(demand.loss(Double.POSITIVE_INFINITY)).isZero();
    assertThat(demand.secondLoss(Double.POSITIVE_INFINITY)).isZero();
  }

  @ParameterizedTest
  @MethodSource("all")
  void discreteDemandHasItsProbabilityOnWholeNumbers(DemandDistribution demand) {
    double x = demand.quantile(0.6);
    if (demand.isDiscrete()) {
      assertThat(demand.probability(x)).isCloseTo(demand.cdf(x) - demand.cdf(x - 1), within(1e-14));
      assertThat(demand.probability(x + 0.5)).isZero();
      assertThat(demand.cdf(x + 0.5)).isEqualTo(demand.cdf(x));
      assertThatThrownBy(() -> demand.secondLoss(x + 0.5))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("whole");
    } else {
      assertThat(demand.probability(demand.quantile(0.61) + 0.125)).isZero();
    }
  }

  private static double scale(DemandDistribution demand) {
    return Math.abs(demand.mean()) + demand.sd();
  }
}
