package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReorderServiceTest {
  private static final List<DemandDistribution> SMOOTH =
      List.of(new NormalDemand(100, 30), new GammaDemand(2, 20), new NormalDemand(1e9, 1e5));
  private static final List<DemandDistribution> WHOLE =
      List.of(
          new PoissonDemand(0.001),
          new PoissonDemand(20),
          new NegativeBinomialDemand(5, 0.4),
          new PoissonDemand(1e9));

  @Test
  void matchesTheTextbook() {
    // Chopra & Meindl, Supply Chain Management, fill rate examples: two weeks of 2,500 with sd 500,
    // lots of 10,000; 6,000 fill 99.75 % and 97.5 % need a safety stock of 67
    ReorderService service = new ReorderService(new NormalDemand(5000, 500 * Math.sqrt(2)));
    assertThat(service.approximateFillRate(6000, 10_000)).isCloseTo(0.9975, within(5e-5));
    assertThat(service.reorderPointForApproximateFillRate(0.975, 10_000))
        .isCloseTo(5067, within(0.5));
    // the same, cycle service level: two weeks and 6,000 give 92 %
    assertThat(service.cycleService(6000)).isCloseTo(0.92, within(0.005));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.9, 0.95, 0.999, 0.9999999})
  void smoothDemandMeetsTargetsExactly(double target) {
    for (DemandDistribution demand : SMOOTH) {
      ReorderService service = new ReorderService(demand);
      for (double quantity : new double[] {0.1, 1, 10, 1000}) {
        double q = quantity * demand.sd();
        double allowed = 1 - target;
        assertThat(service.backorderedShare(service.reorderPointForFillRate(target, q), q))
            .isCloseTo(allowed, withinPercentage(1e-6));
        double approximate = service.reorderPointForApproximateFillRate(target, q);
        assertThat(demand.loss(approximate)).isCloseTo(allowed * q, withinPercentage(1e-6));
      }
      assertThat(service.cycleService(service.reorderPointForCycles(target)))
          .isCloseTo(target, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.9, 0.95, 0.999, 0.9999999})
  void wholeDemandMeetsTargetsWithTheLeastReorderPoint(double target) {
    for (DemandDistribution demand : WHOLE) {
      ReorderService service = new ReorderService(demand);
      for (double q : new double[] {1, 7, 1000}) {
        double r = service.reorderPointForFillRate(target, q);
        assertThat(service.backorderedShare(r, q)).isLessThanOrEqualTo(1 - target);
        assertThat(service.backorderedShare(r - 1, q)).isGreaterThan(1 - target);
        double a = service.reorderPointForApproximateFillRate(target, q);
        assertThat(demand.loss(a)).isLessThanOrEqualTo((1 - target) * q);
        assertThat(demand.loss(a - 1)).isGreaterThan((1 - target) * q);
      }
      double c = service.reorderPointForCycles(target);
      assertThat(service.cycleService(c)).isGreaterThanOrEqualTo(target);
      assertThat(service.cycleService(c - 1)).isLessThan(target);
    }
  }

  @Test
  void theShareIsTheMeanOverAllPositions() {
    // Axsäter (2015), chapter 5: a unit is served if the demand before it is below the position
    for (DemandDistribution demand : WHOLE.subList(0, 3)) {
      for (int q = 1; q < 30; q += 7) {
        for (int r = -5; r < 40; r += 3) {
          double sum = 0;
          for (int y = r + 1; y <= r + q; y++) {
            sum += demand.cdf(y - 1);
          }
          assertThat(new ReorderService(demand).readyRate(r, q)).isCloseTo(sum / q, within(1e-12));
        }
      }
    }
  }

  @Test
  void largerTargetsNeedMoreAndLargerOrdersLess() {
    for (DemandDistribution demand : List.of(SMOOTH.get(1), WHOLE.get(2))) {
      ReorderService service = new ReorderService(demand);
      double before = Double.NEGATIVE_INFINITY;
      for (double target = 0.01; target < 1; target += 0.01) {
        double r = service.reorderPointForReadyRate(target, 12);
        assertThat(r).isGreaterThanOrEqualTo(before);
        assertThat(r).isGreaterThanOrEqualTo(service.reorderPointForReadyRate(target, 13));
        assertThat(r).isLessThanOrEqualTo(service.reorderPointForApproximateFillRate(target, 12));
        assertThat(r).isLessThanOrEqualTo(service.reorderPointForCycles(target));
        before = r;
      }
    }
  }

  @Test
  void smallOrdersAreABaseStockAndSteadyDemandIsArithmetic() {
    NormalDemand demand = new NormalDemand(100, 30);
    assertThat(new ReorderService(demand).reorderPointForFillRate(0.95, 1e-4))
        .isCloseTo(demand.quantile(0.95), within(1e-3));
    // by hand: of lots of 40 the last 10 may be late, and 90 of 100 are there before the next lot
    ReorderService steady = new ReorderService(new NormalDemand(100, 0));
    assertThat(steady.reorderPointForFillRate(0.75, 40)).isCloseTo(90, within(1e-9));
    assertThat(steady.fillRate(90, 40)).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void scalesWithTheUnit() {
    double r = new ReorderService(new GammaDemand(2, 20)).reorderPointForFillRate(0.97, 30);
    double tenfold = new ReorderService(new GammaDemand(2, 200)).reorderPointForFillRate(0.97, 300);
    assertThat(tenfold).isCloseTo(10 * r, withinPercentage(1e-9));
  }

  @Test
  void refusesImpossibleInput() {
    ReorderService service = new ReorderService(new PoissonDemand(3));
    assertThatThrownBy(() -> service.reorderPointForFillRate(1, 10))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("target (1) must be above 0 and below 1");
    assertThatThrownBy(() -> service.fillRate(2, 1.5))
        .hasMessageContaining("quantity (1.5) must be a whole number");
    assertThatThrownBy(() -> service.fillRate(2, 0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> service.fillRate(Double.NaN, 1))
        .isInstanceOf(InvalidInputException.class);
  }
}
