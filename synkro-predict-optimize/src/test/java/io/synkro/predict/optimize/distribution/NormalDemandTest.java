package io.synkro.predict.optimize.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDemandTest {
  @ParameterizedTest
  @CsvSource({ // stockpyl, test_loss_functions.py, TestNormalLoss and TestNormalSecondLoss
    "-1.4, 0, 1, 1.436668142708465, 0.036668142708465, 1.46528937027904, 0.01471062972096",
    "11, 8, 3, 0.249946411763059, 3.249946411763059, 0.339029025046969, 8.660970974953031",
    "10.5, 15, 5, 5.002155685433356, 0.502155685433356, 21.45409872539056, 1.170901274609442"
  })
  void lossesMatchPublishedOnes(
      double x, double mean, double sd, double n, double nBar, double n2, double n2Bar) {
    NormalDemand demand = new NormalDemand(mean, sd);
    assertThat(demand.loss(x)).isCloseTo(n, within(1e-12));
    assertThat(demand.complementaryLoss(x)).isCloseTo(nBar, within(1e-12));
    assertThat(demand.secondLoss(x)).isCloseTo(n2, within(1e-12));
    assertThat(demand.complementarySecondLoss(x)).isCloseTo(n2Bar, within(1e-12));
  }

  @Test
  void lossesScaleWithTheUnit() {
    NormalDemand demand = new NormalDemand(8, 3);
    NormalDemand inThousandths = new NormalDemand(8000, 3000);
    assertThat(inThousandths.loss(11_000)).isCloseTo(1000 * demand.loss(11), within(1e-9));
    assertThat(inThousandths.secondLoss(11_000))
        .isCloseTo(1e6 * demand.secondLoss(11), within(1e-6));
  }

  @Test
  void withoutVariationTheMeanIsCertain() {
    NormalDemand demand = new NormalDemand(7, 0);
    assertThat(demand.cdf(6.99)).isZero();
    assertThat(demand.cdf(7)).isEqualTo(1);
    assertThat(demand.quantile(0.01)).isEqualTo(7);
    assertThat(demand.loss(4)).isEqualTo(3);
    assertThat(demand.complementaryLoss(9)).isEqualTo(2);
    assertThat(demand.secondLoss(4)).isEqualTo(4.5);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new NormalDemand(Double.NaN, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new NormalDemand(1, -1)).isInstanceOf(InvalidInputException.class);
  }
}
