package io.synkro.predict.forecast.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.demand.SimulatedDemand;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiscontinuationTest {
  private static double[] sales(int length, double chance, long seed) {
    SimulatedDemand random = new SimulatedDemand(seed);
    double[] values = new double[length];
    Arrays.setAll(values, t -> random.uniform() < chance ? 1 + random.poisson(2) : 0);
    return values;
  }

  /** 40 sales in 80 steps, no two in a row without one: then a gap. */
  private static double[] everyOther(int gap) {
    double[] values = new double[80 + gap];
    for (int t = 1; t < 80; t += 2) {
      values[t] = 3;
    }
    return values;
  }

  @Test
  void theGapMustBeLessLikelyThanOneInTenThousand() {
    // the last 8 sales are 15 steps, 7 without a sale: z = 8 / 17; 12 log z = -9.05, 13 log z =
    // -9.80 and log 1e-4 = -9.21; all 79 steps since the first sale: z = 40 / 81, 14 log z = -9.88
    // and 13 log z = -9.17, which decides
    assertThat(Discontinuation.gap(everyOther(13))).isZero();
    assertThat(Discontinuation.gap(everyOther(14))).isEqualTo(14);
  }

  @Test
  void stepsThatWereNotObservedDoNotCount() {
    double[] missing = everyOther(30);
    Arrays.fill(missing, 80, 110, Double.NaN);
    assertThat(Discontinuation.gap(missing)).isZero();
    Arrays.fill(missing, 90, 104, 0);
    assertThat(Discontinuation.gap(missing)).isEqualTo(14);
  }

  @Test
  void aProductThatCameBackIsNotDiscontinuedAndMayPauseAgain() {
    double[] back = Arrays.copyOf(everyOther(40), 200);
    back[120] = 2;
    assertThat(Discontinuation.gap(Arrays.copyOf(back, 121))).isZero();
    for (int t = 121; t < 140; t++) {
      back[t] = 2;
    }
    assertThat(Discontinuation.gap(Arrays.copyOf(back, 200))).isZero(); // 60 after a pause of 40
  }

  @Test
  void fewSalesTellNothing() {
    double[] values = new double[100];
    Arrays.fill(values, 0, 7, 5);
    assertThat(Discontinuation.gap(values)).isZero();
    values[7] = 5;
    assertThat(Discontinuation.gap(values)).isEqualTo(92);
    assertThat(Discontinuation.gap(new double[50])).isZero();
  }

  @Test
  void productsThatSellAtTheirRateAreHardlyEverTakenForDiscontinued() {
    int alarms = 0;
    for (int seed = 0; seed < 2000; seed++) {
      for (double chance : new double[] {0.02, 0.1, 0.4}) {
        alarms += Discontinuation.gap(sales(400, chance, seed)) > 0 ? 1 : 0;
      }
    }
    assertThat(alarms).isLessThanOrEqualTo(3); // 6000 series at less than 1e-4
  }
}
