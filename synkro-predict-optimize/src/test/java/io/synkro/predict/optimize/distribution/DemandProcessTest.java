package io.synkro.predict.optimize.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandProcessTest {
  private static final List<DemandDistribution> PER_PERIOD =
      List.of(
          new PoissonDemand(3),
          NegativeBinomialDemand.of(3, 4),
          new GammaDemand(2, 5),
          new NormalDemand(50, 8),
          new LognormalDemand(1, 0.5),
          TableDemand.weighted(new double[] {0, 1, 6}, new double[] {5, 2, 1}));

  @Test
  void meanAndVarianceGrowWithTime() {
    for (DemandDistribution one : PER_PERIOD) {
      for (double time : new double[] {0.25, 1, 2, 7.5}) {
        DemandDistribution demand = DemandProcess.of(one).over(time);
        assertThat(demand.mean()).isCloseTo(one.mean() * time, withinPercentage(1e-10));
        assertThat(demand.sd()).isCloseTo(one.sd() * Math.sqrt(time), withinPercentage(1e-10));
      }
    }
  }

  @Test
  void onePeriodIsThatOfThePeriod() {
    for (DemandDistribution one : PER_PERIOD) {
      assertThat(DemandProcess.of(one).over(1)).isEqualTo(one);
    }
  }

  @Test
  void stretchesOfWholeDemandAddUp() {
    for (DemandDistribution one : PER_PERIOD.subList(0, 2)) {
      DemandDistribution first = DemandProcess.of(one).over(0.5);
      DemandDistribution second = DemandProcess.of(one).over(1.25);
      DemandDistribution both = DemandProcess.of(one).over(1.75);
      for (int k = 0; k < 12; k++) {
        double sum = 0;
        for (int i = 0; i <= k; i++) {
          sum += first.probability(i) * second.probability(k - i);
        }
        assertThat(both.probability(k)).isCloseTo(sum, within(1e-13));
      }
    }
  }

  @Test
  void demandThatDoesNotVaryNeverDoes() {
    DemandDistribution demand = DemandProcess.of(TableDemand.constant(4)).over(2.5);
    assertThat(demand.quantile(0.001)).isEqualTo(10);
    assertThat(demand.loss(9)).isEqualTo(1);
  }

  @Test
  void timeMustBePositive() {
    for (DemandDistribution one : PER_PERIOD) {
      assertThatThrownBy(() -> DemandProcess.of(one).over(0))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("times (0)");
    }
  }
}
