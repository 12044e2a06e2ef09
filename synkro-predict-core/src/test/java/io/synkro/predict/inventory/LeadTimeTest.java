package io.synkro.predict.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTimeTest {

  @Test
  void fixedLeadTimeArrivesOnItsDay() {
    LeadTime week = LeadTime.fixed(7);
    assertThat(week.meanDays()).isEqualTo(7);
    assertThat(week.sdDays()).isZero();
    assertThat(week.maxDays()).isEqualTo(7);
    assertThat(week.probability(7)).isEqualTo(1);
    assertThat(week.probability(8)).isZero();
    assertThat(week.probabilityWithin(6)).isZero();
    assertThat(week.probabilityWithin(400)).isEqualTo(1);
    assertThat(week).hasToString("7.0 days (sd 0.0)");
  }

  @Test
  void observedLeadTimesKeepTheirShares() {
    // by hand: mean of 2, 2, 4, 8 is 4; squared deviations 4 + 4 + 0 + 16 over 4 is 6
    LeadTime observed = LeadTime.observed(2, 8, 4, 2);
    assertThat(observed.meanDays()).isCloseTo(4, within(1e-15));
    assertThat(observed.sdDays()).isCloseTo(Math.sqrt(6), within(1e-15));
    assertThat(observed.probability(2)).isEqualTo(0.5);
    assertThat(observed.probabilityWithin(4)).isEqualTo(0.75);
  }

  @Test
  void probabilitiesWithZerosAtTheEndEndEarlier() {
    LeadTime leadTime = LeadTime.ofProbabilities(0, 0.6, 0.4, 0, 0);
    assertThat(leadTime.maxDays()).isEqualTo(2);
    assertThat(leadTime).isEqualTo(LeadTime.ofProbabilities(0, 0.6, 0.4));
    assertThat(leadTime.hashCode()).isEqualTo(LeadTime.ofProbabilities(0, 0.6, 0.4).hashCode());
  }

  @ParameterizedTest
  @CsvSource({ // the moments asked for; where whole days cannot vary so little, the least they can
    "7, 2, 2",
    "7, 0, 0",
    "2.5, 0, 0.5",
    "0.1, 0.5, 0.5",
    "14, 7, 7",
    "30, 40, 40",
    "60, 40, 40",
    "3, 1.7320508075688772, 1.7320508075688772",
    "3, 1.73205, 1.73205",
    "366, 20, 20",
    "0, 0, 0"
  })
  void meanAndSdAreReproduced(double mean, double sd, double expectedSd) {
    LeadTime leadTime = LeadTime.ofMeanAndSd(mean, sd);
    assertThat(leadTime.meanDays()).isCloseTo(mean, within(1e-6));
    assertThat(leadTime.sdDays()).isCloseTo(expectedSd, within(1e-6));
    assertThat(leadTime.probabilityWithin(leadTime.maxDays())).isCloseTo(1, within(1e-12));
  }

  @Test
  void poissonMomentsGiveThePoissonDistribution() {
    // P(X = 2) of a Poisson distribution with mean 3: 9/2 e^-3
    assertThat(LeadTime.ofMeanAndSd(3, Math.sqrt(3)).probability(2))
        .isCloseTo(4.5 * Math.exp(-3), within(1e-9));
  }

  @Test
  void refusesWhatNoLeadTimeHas() {
    assertThatThrownBy(() -> LeadTime.fixed(-1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("lead time (-1) must be from 0 to 3660 days. Maybe convert to days.");
    assertThatThrownBy(LeadTime::observed).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> LeadTime.observed(3, -1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> LeadTime.observed(-1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> LeadTime.observed(2_000_000_000))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> LeadTime.ofProbabilities(0.5, 0.4))
        .hasMessageContaining("must be 1. Maybe divide each by the sum.");
    assertThatThrownBy(() -> LeadTime.ofProbabilities(1.5, -0.5))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> LeadTime.ofMeanAndSd(Double.NaN, 1))
        .hasMessage(
            "mean of the lead time (NaN) must be from 0 to 366 days. Maybe convert weeks to days.");
    assertThatThrownBy(() -> LeadTime.ofMeanAndSd(0, 2))
        .hasMessageContaining("must be 0 where the mean is 0. Maybe use LeadTime.fixed(0).");
    assertThatThrownBy(() -> LeadTime.ofMeanAndSd(0.1, 40))
        .hasMessageContaining("standard deviation of the lead time (40.0) is too large for a mean");
    assertThatThrownBy(() -> LeadTime.fixed(3).probability(-1))
        .isInstanceOf(InvalidInputException.class);
  }
}
