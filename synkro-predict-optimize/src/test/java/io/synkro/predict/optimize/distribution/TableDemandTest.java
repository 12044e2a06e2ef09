package io.synkro.predict.optimize.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableDemandTest {
  @Test
  void lossesMatchPublishedOnes() {
    // stockpyl, test_loss_functions.py, TestDiscreteSecondLoss.test_pmf
    TableDemand demand =
        TableDemand.ofProbabilities(0, 0.13, 0.15, 0.02, 0.15, 0.1, 0.02, 0.04, 0.09, 0.15, 0.15);
    assertThat(demand.secondLoss(6)).isCloseTo(1.44, within(1e-12));
    assertThat(demand.complementarySecondLoss(6)).isCloseTo(4.12, within(1e-12));
  }

  @Test
  void agreesWithTheFamilyItTabulates() {
    PoissonDemand poisson = new PoissonDemand(7);
    double[] probabilities = new double[60];
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = poisson.probability(k);
    }
    TableDemand table = TableDemand.ofProbabilities(probabilities);
    for (double x : new double[] {-2, 0, 4.5, 7, 11, 30}) {
      assertThat(table.cdf(x)).isCloseTo(poisson.cdf(x), within(1e-14));
      assertThat(table.loss(x)).isCloseTo(poisson.loss(x), within(1e-13));
      assertThat(table.complementaryLoss(x)).isCloseTo(poisson.complementaryLoss(x), within(1e-13));
    }
    assertThat(table.secondLoss(9)).isCloseTo(poisson.secondLoss(9), within(1e-12));
  }

  @Test
  void valuesMayComeInAnyOrderAndTwice() {
    TableDemand demand = TableDemand.observed(5, 2, 5, -0.0);
    assertThat(demand.values()).containsExactly(0, 2, 5);
    assertThat(demand.probabilities()).containsExactly(0.25, 0.25, 0.5);
    assertThat(demand)
        .isEqualTo(TableDemand.weighted(new double[] {0, 2, 5}, new double[] {1, 1, 2}));
    assertThat(demand.probability(0)).isEqualTo(0.25);
    assertThat(demand.probability(-0.0)).isEqualTo(0.25);
  }

  @Test
  void quantilesForgiveTheRoundingOfSums() {
    TableDemand demand =
        TableDemand.ofProbabilities(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
    assertThat(0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1 + 0.1).isLessThan(0.8);
    for (int k = 1; k < 10; k++) {
      assertThat(demand.quantile(k / 10.0)).isEqualTo(k - 1);
    }
  }

  @Test
  void sumsAddUpAllCombinations() {
    TableDemand die =
        TableDemand.ofProbabilities(
            new double[] {1, 2, 3, 4, 5, 6},
            new double[] {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0});
    TableDemand two = die.plus(die);
    assertThat(two.probability(7)).isCloseTo(6 / 36.0, within(1e-15));
    assertThat(two.probability(12)).isCloseTo(1 / 36.0, within(1e-15));
    assertThat(two.mean()).isCloseTo(7, within(1e-14));
    assertThatThrownBy(() -> die.plus(TableDemand.constant(0.5)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> die.plus(TableDemand.observed(0, 1e9)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("packs");
  }

  @Test
  void mixturesWeighTheirParts() {
    MixtureDemand mixture =
        MixtureDemand.of(List.of(TableDemand.constant(2), TableDemand.constant(8)), 3, 1);
    assertThat(mixture.mean()).isEqualTo(3.5);
    assertThat(mixture.sd()).isCloseTo(Math.sqrt(6.75), within(1e-14));
    assertThat(mixture.loss(4)).isEqualTo(1);
    assertThat(mixture.quantile(0.75)).isEqualTo(2);
    assertThat(mixture.quantile(0.76)).isEqualTo(8);
    assertThatThrownBy(
            () -> MixtureDemand.of(List.of(new NormalDemand(1, 1), new PoissonDemand(1)), 1, 1))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> TableDemand.ofProbabilities(0.5, 0.4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sum of the probabilities");
    assertThatThrownBy(() -> TableDemand.observed()).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> TableDemand.observed(1, Double.NaN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("values[1]");
    assertThatThrownBy(() -> TableDemand.weighted(new double[] {1}, new double[] {0}))
        .isInstanceOf(InvalidInputException.class);
  }
}
