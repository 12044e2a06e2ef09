package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import org.junit.jupiter.api.Test;

/** Digits of the examples: stockpyl's test_ss.py and the example of its documentation. */
class PowerApproximationTest {

  @Test
  void matchesTheTextbook() {
    NormalDemand demand = new NormalDemand(190, 48); // Snyder & Shen, problem 4.32
    PowerApproximation policy = PowerApproximation.of(new StockCosts(60, 2, 36), demand, demand);
    assertThat(policy.reorderPoint()).isCloseTo(226.6137928222839, within(1e-9));
    assertThat(policy.orderUpTo()).isCloseTo(324.3797868133974, within(1e-9));
    NormalDemand paper = new NormalDemand(50, 8);
    PowerApproximation documented =
        PowerApproximation.of(new StockCosts(2.5, 0.18, 0.7), paper, paper);
    assertThat(documented.reorderPoint()).isCloseTo(40.19461695647407, within(1e-9));
    assertThat(documented.orderUpTo()).isCloseTo(74.29017010980579, within(1e-9));
  }

  @Test
  void smallOrdersAreLimitedByTheNewsvendor() {
    NormalDemand demand = new NormalDemand(190, 48);
    StockCosts costs = new StockCosts(60, 2, 36);
    PowerApproximation limited = PowerApproximation.limited(costs, demand, demand);
    assertThat(limited.orderUpTo())
        .isCloseTo(costs.newsvendor(demand).optimalStock(), within(1e-9));
    assertThat(limited.reorderPoint()).isCloseTo(226.6137928222839, within(1e-9));
    StockCosts dear = new StockCosts(6000, 2, 36);
    assertThat(PowerApproximation.limited(dear, demand, demand))
        .isEqualTo(PowerApproximation.of(dear, demand, demand));
  }

  @Test
  void costsLittleMoreThanTheOptimum() {
    // Ehrhardt & Mosier (1984): mostly within 1 % over settings such as these
    double excess = 0;
    int settings = 0;
    for (double mean : new double[] {2, 8, 16}) {
      for (double fixed : new double[] {32, 64}) {
        for (double stockout : new double[] {4, 9, 24, 99}) {
          for (int lead = 0; lead <= 4; lead += 2) {
            StockCosts costs = new StockCosts(fixed, 1, stockout);
            for (double spread : new double[] {0.5, 2}) {
              NegativeBinomialDemand period = new NegativeBinomialDemand(mean, mean / spread);
              PeriodicReview model = new PeriodicReview(costs, period, period.times(lead + 1.0));
              PowerApproximation policy =
                  PowerApproximation.limited(costs, period, model.protectionDemand());
              double reorder = Math.rint(policy.reorderPoint());
              double level = Math.max(reorder + 1, Math.rint(policy.orderUpTo()));
              double ratio = model.costOf(reorder, level) / model.optimum().cost();
              assertThat(ratio).isGreaterThan(1 - 1e-12);
              excess += ratio - 1;
              settings++;
            }
          }
        }
      }
    }
    assertThat(excess / settings).isLessThan(0.02);
  }

  @Test
  void growsWithTheFixedCostAndScales() {
    NormalDemand demand = new NormalDemand(20, 5);
    double before = 0;
    for (double fixed = 1; fixed < 1e6; fixed *= 10) {
      PowerApproximation policy =
          PowerApproximation.of(new StockCosts(fixed, 1, 9), demand, demand);
      double quantity = policy.orderUpTo() - policy.reorderPoint();
      assertThat(quantity).isCloseTo(before == 0 ? quantity : before, withinPercentage(1e-9));
      before = quantity * Math.pow(10, 0.506);
      assertThat(PowerApproximation.of(new StockCosts(2 * fixed, 2, 18), demand, demand))
          .satisfies(
              twice -> assertThat(twice.orderUpTo()).isCloseTo(policy.orderUpTo(), within(1e-6)));
    }
  }

  @Test
  void refusesImpossibleInput() {
    PoissonDemand demand = new PoissonDemand(5);
    assertThatThrownBy(() -> PowerApproximation.of(new StockCosts(0, 1, 1), demand, demand))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("fixed cost (0)");
    assertThatThrownBy(
            () -> PowerApproximation.of(new StockCosts(1, 1, 1), demand, new NormalDemand(5, 0)))
        .hasMessageContaining("sd of the protection demand (0)");
  }
}
