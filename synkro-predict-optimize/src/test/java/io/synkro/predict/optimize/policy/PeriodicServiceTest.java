package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodicServiceTest {
  private static final PeriodicService SMOOTH =
      new PeriodicService(new GammaDemand(3, 10), new GammaDemand(5, 10));
  private static final PeriodicService NORMAL =
      new PeriodicService(new NormalDemand(40, 20), new NormalDemand(60, 25));
  private static final PeriodicService WHOLE =
      new PeriodicService(new NegativeBinomialDemand(3, 0.75), new NegativeBinomialDemand(4, 1));

  @Test
  void steadyDemandIsArithmetic() {
    // by hand: 20 during the lead time, 10 a review; 25 leave 5 of each 10 late, 22 and 24 8 and 6
    PeriodicService service = new PeriodicService(new NormalDemand(20, 0), new NormalDemand(30, 0));
    assertThat(service.fillRate(25)).isCloseTo(0.5, within(1e-12));
    assertThat(service.orderUpToForFillRate(0.5)).isCloseTo(25, within(1e-9));
    assertThat(service.fillRate(22, 2)).isCloseTo((0.2 + 0.4) / 2, within(1e-12));
    assertThat(service.reorderPointForFillRate(0.3, 2)).isCloseTo(22, within(1e-9));
    assertThat(service.cycleService(30)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.9, 0.98, 0.9999})
  void targetsAreMet(double target) {
    for (PeriodicService service : List.of(SMOOTH, NORMAL)) {
      assertThat(service.fillRate(service.orderUpToForFillRate(target)))
          .isCloseTo(target, within(1e-10));
      assertThat(service.fillRate(service.reorderPointForFillRate(target, 15), 15))
          .isCloseTo(target, within(1e-10));
      assertThat(service.cycleService(service.orderUpToForCycles(target)))
          .isCloseTo(target, within(1e-10));
    }
    double level = WHOLE.orderUpToForFillRate(target);
    assertThat(WHOLE.fillRate(level)).isGreaterThanOrEqualTo(target);
    assertThat(WHOLE.fillRate(level - 1)).isLessThan(target);
    double reorder = WHOLE.reorderPointForFillRate(target, 15);
    assertThat(WHOLE.fillRate(reorder, 15)).isGreaterThanOrEqualTo(target);
    assertThat(WHOLE.fillRate(reorder - 1, 15)).isLessThan(target);
  }

  @Test
  void batchesAreTheMeanOfTheirPositions() {
    for (int reorder = -3; reorder < 20; reorder++) {
      assertThat(WHOLE.fillRate(reorder, 1)).isCloseTo(WHOLE.fillRate(reorder + 1), within(1e-12));
      double sum = 0;
      for (int y = 1; y <= 6; y++) {
        sum += WHOLE.fillRate(reorder + y);
      }
      assertThat(WHOLE.fillRate(reorder, 6)).isCloseTo(sum / 6, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 4, 1", "2, 10, 1", "2, 6, 5", "3, 9, 8"})
  void agreesWithSimulation(int lead, int reorder, int batch) {
    // Poisson demand of 3 a period; orders arrive after some whole periods; 400,000 periods
    PeriodicService service =
        new PeriodicService(
            lead == 0 ? TableDemand.constant(0) : new PoissonDemand(3.0 * lead),
            new PoissonDemand(3.0 * (lead + 1)));
    assertThat(service.fillRate(reorder, batch))
        .isCloseTo(simulatedFillRate(lead, reorder, batch), within(0.003));
  }

  @Test
  void risesWithTheLevelAndScales() {
    double before = -1;
    for (double level = 0; level < 200; level += 5) {
      assertThat(SMOOTH.fillRate(level)).isGreaterThan(before);
      before = SMOOTH.fillRate(level);
    }
    PeriodicService tenfold = new PeriodicService(new GammaDemand(3, 100), new GammaDemand(5, 100));
    assertThat(tenfold.orderUpToForFillRate(0.95))
        .isCloseTo(10 * SMOOTH.orderUpToForFillRate(0.95), within(1e-6));
  }

  @Test
  void refusesImpossibleInput() {
    assertThatThrownBy(() -> new PeriodicService(new PoissonDemand(3), new PoissonDemand(3)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mean demand of a review period (0) must be positive");
    assertThatThrownBy(() -> new PeriodicService(new NormalDemand(3, 1), new PoissonDemand(4)))
        .hasMessageContaining("in whole units exactly if");
    assertThatThrownBy(() -> WHOLE.fillRate(3, 0.5)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> WHOLE.orderUpToForFillRate(0))
        .isInstanceOf(InvalidInputException.class);
  }

  /** Plays the policy on Poisson demand of 3 a period and counts what is served at once. */
  private static double simulatedFillRate(int lead, int reorder, int batch) {
    SplittableRandom random = new SplittableRandom(7);
    int[] arriving = new int[lead + 1]; // of orders not yet arrived, by period modulo the lead time
    int stock = reorder + batch;
    int position = stock;
    long demanded = 0;
    long served = 0;
    for (int t = 0; t < 400_000; t++) {
      int ordered = position > reorder ? 0 : (reorder - position) / batch * batch + batch;
      position += ordered;
      arriving[(t + lead) % (lead + 1)] = ordered;
      stock += arriving[t % (lead + 1)];
      int demand = poisson(random);
      demanded += demand;
      served += Math.max(0, Math.min(stock, demand));
      stock -= demand;
      position -= demand;
    }
    return (double) served / demanded;
  }

  private static int poisson(SplittableRandom random) {
    double product = random.nextDouble();
    int count = 0;
    for (double limit = Math.exp(-3); product > limit; count++) {
      product *= random.nextDouble();
    }
    return count;
  }
}
