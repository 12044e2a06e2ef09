package io.synkro.predict.stockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CumulativeDemandTest {

  @Test
  void demandHasGammaTailsAndExcess() {
    // scipy 1.17.1, scipy.stats.gamma with mean 10, sd 5: sf(12) and the integral of sf beyond 12
    CumulativeDemand demand = new CumulativeDemand(10, 5);
    assertThat(demand.beyond(12).probability()).isCloseTo(0.2942299164965642, within(1e-12));
    assertThat(demand.beyond(12).units()).isCloseTo(1.2318285382973144, within(1e-12));
    assertThat(demand.beyond(0).probability()).isEqualTo(1);
    assertThat(demand.beyond(0).units()).isCloseTo(10, within(1e-12));
  }

  @Test
  void gammaAndNormalMeetWhereTheyAreSwapped() {
    // at a shape of 1000 the gamma distribution's skewness is 2 / sqrt(1000) = 0.06
    CumulativeDemand gamma = new CumulativeDemand(1000, 1000 / Math.sqrt(999));
    CumulativeDemand normal = new CumulativeDemand(1000, 1000 / Math.sqrt(1001));
    for (double stock = 900; stock <= 1100; stock += 10) {
      assertThat(gamma.beyond(stock).probability())
          .isCloseTo(normal.beyond(stock).probability(), within(0.006));
      assertThat(gamma.beyond(stock).units()).isCloseTo(normal.beyond(stock).units(), within(0.3));
    }
  }

  @Test
  void certainDemandEitherExceedsOrDoesNot() {
    assertThat(new CumulativeDemand(10, 0).beyond(10).probability()).isZero();
    assertThat(new CumulativeDemand(10, 0).beyond(9.9).probability()).isEqualTo(1);
    assertThat(new CumulativeDemand(10, 0).beyond(7).units()).isEqualTo(3);
    assertThat(new CumulativeDemand(0, 0).beyond(0).probability()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1.4, 2, 0.167, 0.234", "14, 17, 0.173, 0.201"}) // as the Javadoc says
  void theRiskOfSlowMoversIsOverstated(double mean, int stock, double exact, double reported) {
    double covered = 0;
    double term = Math.exp(-mean); // Poisson probabilities, by their definition
    for (int units = 0; units <= stock; units++) {
      covered += term;
      term *= mean / (units + 1);
    }
    assertThat(1 - covered).isCloseTo(exact, within(5e-4));
    assertThat(new CumulativeDemand(mean, Math.sqrt(mean)).beyond(stock).probability())
        .isCloseTo(reported, within(5e-4));
  }
}
