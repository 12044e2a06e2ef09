package io.synkro.predict.optimize.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.distribution.UniformDemand;
import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;
import io.synkro.predict.optimize.newsvendor.MismatchCosts;
import org.junit.jupiter.api.Test;

/** Textbook cases: Snyder &amp; Shen, Fundamentals of Supply Chain Theory; digits by stockpyl. */
class SupplyUncertaintyTest {
  private static final EoqWithDisruptions EXAMPLE_9_1 =
      new EoqWithDisruptions(
          new EconomicOrderQuantity(8, 0.225, 1300), 5, new EoqWithDisruptions.Supplier(1.5, 14));
  private static final EoqWithDisruptions PROBLEM_9_8 =
      new EoqWithDisruptions(
          new EconomicOrderQuantity(35, 4, 30), 22, new EoqWithDisruptions.Supplier(1, 12));

  @Test
  void eoqWithDisruptionsMatchesTheTextbook() {
    assertThat(EXAMPLE_9_1.optimum().quantity()).isCloseTo(772.8110631910017, within(5e-5));
    assertThat(EXAMPLE_9_1.optimum().cost()).isCloseTo(173.9500025731971, within(1e-9));
    assertThat(EXAMPLE_9_1.costOf(1100)).isCloseTo(184.7949312205155, within(1e-9));
    assertThat(EXAMPLE_9_1.approximateCostOf(400)).isCloseTo(212.2569014084507, within(1e-9));
    assertThat(PROBLEM_9_8.optimum().quantity()).isCloseTo(24.066284024222202, within(5e-5));
    assertThat(PROBLEM_9_8.costOf(15)).isCloseTo(107.0780850066119, within(1e-9));
    double approximate = PROBLEM_9_8.approximateOptimum().quantity();
    assertThat(approximate).isCloseTo(24.066680759605532, within(1e-10));
    assertThat(PROBLEM_9_8.approximateCostOf(approximate))
        .isCloseTo(96.26672303842213, within(1e-10));
  }

  @Test
  void noOtherQuantityCostsLess() {
    for (double down : new double[] {1e-3, 0.5, 20}) {
      for (double back : new double[] {0.1, 4, 300}) {
        EoqWithDisruptions eoq =
            new EoqWithDisruptions(
                new EconomicOrderQuantity(8, 0.225, 1300),
                5,
                new EoqWithDisruptions.Supplier(down, back));
        double best = eoq.costOf(eoq.optimum().quantity());
        double bestApproximate = eoq.approximateCostOf(eoq.approximateOptimum().quantity());
        for (double q = 1; q < 1e6; q *= 1.03) {
          assertThat(eoq.costOf(q)).isGreaterThanOrEqualTo(best * (1 - 1e-12));
          assertThat(eoq.approximateCostOf(q))
              .isGreaterThanOrEqualTo(bestApproximate * (1 - 1e-12));
        }
        assertThat(bestApproximate)
            .isCloseTo(0.225 * eoq.approximateOptimum().quantity(), withinPercentage(1e-9));
      }
    }
  }

  @Test
  void aReliableSupplierLeavesTheEconomicOrderQuantity() {
    double eoq = Math.sqrt(2 * 8 * 1300 / 0.225); // Harris 1913
    EoqWithDisruptions rare =
        new EoqWithDisruptions(
            new EconomicOrderQuantity(8, 0.225, 1300),
            5,
            new EoqWithDisruptions.Supplier(1e-9, 100));
    assertThat(rare.optimum().quantity()).isCloseTo(eoq, withinPercentage(1e-4));
    SupplyYield none = new SupplyYield(0, 0);
    assertThat(
            new EoqWithAdditiveYield(new EconomicOrderQuantity(8, 0.225, 1300), none)
                .optimum()
                .quantity())
        .isCloseTo(eoq, within(1e-9));
    SupplyYield all = new SupplyYield(1, 0);
    assertThat(
            new EoqWithMultiplicativeYield(new EconomicOrderQuantity(8, 0.225, 1300), all)
                .optimum()
                .quantity())
        .isCloseTo(eoq, within(1e-9));
    SupplyYield half = new SupplyYield(0.5, 0);
    assertThat(
            new EoqWithMultiplicativeYield(new EconomicOrderQuantity(8, 0.225, 1300), half)
                .optimum()
                .quantity())
        .isCloseTo(2 * eoq, within(1e-9));
  }

  @Test
  void eoqWithYieldMatchesTheTextbook() {
    EoqWithAdditiveYield example94 =
        new EoqWithAdditiveYield(
            new EconomicOrderQuantity(18_500, 0.06, 75_000), new SupplyYield(-15_000, 9_000));
    assertThat(example94.optimum().quantity()).isCloseTo(230246.37046881882, within(1e-7));
    assertThat(example94.costOf(example94.optimum().quantity()))
        .isCloseTo(example94.optimum().cost(), withinPercentage(1e-12));
    assertThat(example94.optimum().cost()).isCloseTo(12914.78222812913, within(1e-8));
    assertThat(example94.costOf(200_000)).isCloseTo(13063.13513513514, within(1e-8));
    EoqWithMultiplicativeYield example95 =
        new EoqWithMultiplicativeYield(
            new EconomicOrderQuantity(18_500, 0.06, 75_000),
            new SupplyYield(5 / 6.0, 0.14085904245475275));
    assertThat(example95.optimum().quantity()).isCloseTo(254460.2129999894, within(1e-7));
    assertThat(example95.costOf(example95.optimum().quantity()))
        .isCloseTo(example95.optimum().cost(), withinPercentage(1e-12));
    assertThat(example95.optimum().cost()).isCloseTo(13086.52523999946, within(1e-8));
    for (double q : new double[] {1e5, 2e5, 3e5, 1e6}) {
      assertThat(example94.costOf(q)).isGreaterThanOrEqualTo(example94.optimum().cost());
      assertThat(example95.costOf(q)).isGreaterThanOrEqualTo(example95.optimum().cost());
    }
  }

  @Test
  void newsvendorWithDisruptionsMatchesTheTextbook() { // example 9.3
    NewsvendorWithDisruptions newsvendor =
        new NewsvendorWithDisruptions(new MismatchCosts(0.25, 3), 2000, 0.04, 0.25);
    assertThat(newsvendor.optimalStock()).isEqualTo(8000);
    assertThat(newsvendor.cost(8000)).isCloseTo(2737.0689302470355, within(1e-4));
    assertThat(newsvendor.cost(2000)).isCloseTo(3310.344827558603, within(1e-4));
    assertThat(newsvendor.cost(1200)).isCloseTo(5710.344790717086, within(1e-4));
  }

  @Test
  void newsvendorWithDisruptionsAddsUpItsSeries() {
    NewsvendorWithDisruptions newsvendor =
        new NewsvendorWithDisruptions(new MismatchCosts(1, 6), 10, 0.1, 0.3);
    for (double stock : new double[] {0, 10, 17, 40, 95}) {
      double sum = 0;
      for (int n = 0; n < 500; n++) { // equation 9.14
        double probability = n == 0 ? 0.3 / 0.4 : 0.1 * 0.3 / 0.4 * Math.pow(0.7, n - 1);
        double gap = stock - (n + 1) * 10;
        sum += probability * (gap > 0 ? gap : -6 * gap);
      }
      assertThat(newsvendor.cost(stock)).isCloseTo(sum, within(1e-9));
    }
  }

  @Test
  void longerDisruptionsCallForMoreStock() {
    double last = 0;
    for (double recovery : new double[] {0.9, 0.3, 0.05, 0.004}) {
      NewsvendorWithDisruptions newsvendor =
          new NewsvendorWithDisruptions(new MismatchCosts(1, 20), 10, 0.1, recovery);
      assertThat(newsvendor.optimalStock()).isGreaterThanOrEqualTo(last);
      last = newsvendor.optimalStock();
    }
    assertThat(last).isGreaterThan(1000);
  }

  @Test
  void newsvendorWithAdditiveYieldMatchesTheTextbook() {
    NewsvendorWithAdditiveYield example96 =
        new NewsvendorWithAdditiveYield(
            new MismatchCosts(15e6, 75e6), 1.5, new UniformDemand(-0.5, 0.5));
    assertThat(example96.optimalStock()).isCloseTo(11 / 6.0, within(1e-12));
    assertThat(example96.cost(example96.optimalStock())).isCloseTo(6_250_000, within(1e-6));
    NewsvendorWithAdditiveYield problem95 =
        new NewsvendorWithAdditiveYield(new MismatchCosts(150, 1200), 25, new UniformDemand(-5, 0));
    assertThat(problem95.optimalStock()).isCloseTo(29.45, within(0.01));
    assertThat(problem95.cost(problem95.optimalStock())).isCloseTo(333.34, within(0.01));
  }

  @Test
  void withoutLossOfYieldTheDemandIsOrdered() {
    NewsvendorWithAdditiveYield certain =
        new NewsvendorWithAdditiveYield(new MismatchCosts(1, 5), 40, TableDemand.constant(-3));
    assertThat(certain.optimalStock()).isEqualTo(43);
    assertThat(certain.cost(43)).isZero();
    NewsvendorWithAdditiveYield random =
        new NewsvendorWithAdditiveYield(new MismatchCosts(1, 5), 40, new NormalDemand(-3, 4));
    assertThat(random.optimalStock()).isGreaterThan(43);
    assertThat(random.cost(random.optimalStock())).isLessThan(random.cost(43));
  }

  @Test
  void refusesWhatHasNoBestOrder() {
    assertThatThrownBy(() -> new EconomicOrderQuantity(1, 0, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("endless");
    assertThatThrownBy(() -> new EoqWithDisruptions.Supplier(0, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EconomicOrderQuantity");
    assertThatThrownBy(
            () ->
                new EoqWithMultiplicativeYield(
                    new EconomicOrderQuantity(1, 1, 5), new SupplyYield(0, 1)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () ->
                new EoqWithAdditiveYield(new EconomicOrderQuantity(1, 1, 5), new SupplyYield(-9, 1))
                    .costOf(8))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new NewsvendorWithDisruptions(new MismatchCosts(1, 5), 2, 0.1, 1))
        .isInstanceOf(InvalidInputException.class);
  }
}
