package io.synkro.predict.optimize.newsvendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.LognormalDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Textbook cases: Snyder &amp; Shen, Fundamentals of Supply Chain Theory; digits by stockpyl. */
class NewsvendorTest {
  private static final List<DemandDistribution> DEMANDS =
      List.of(
          new NormalDemand(50, 8),
          new GammaDemand(0.7, 40),
          new LognormalDemand(3, 1),
          new PoissonDemand(6),
          NegativeBinomialDemand.of(20, 15),
          TableDemand.observed(0, 0, 1, 5, 5, 9));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Example 4.3, 0.18, 0.70, 50, 8, 56.60395592743389, 1.997605193176645",
    "Problem 4.1, 43, 79, 900, 60, 922.7214038234755, 2718.196781782411"
  })
  void normalDemand(
      String source, double h, double p, double mean, double sd, double stock, double cost) {
    Newsvendor newsvendor = new Newsvendor(new MismatchCosts(h, p), new NormalDemand(mean, sd));
    assertThat(newsvendor.optimalStock()).isCloseTo(stock, within(1e-9));
    assertThat(newsvendor.optimalCost()).isCloseTo(cost, within(1e-9));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Example 4.7, 1, 4, 6, 8, 3.570106945770946, 5, 6.590296024616344",
    "Problem 4.8a, 200, 270, 18, 19, 786.0884409351115, 13, 1445.751062891969"
  })
  void poissonDemand(
      String source,
      double h,
      double p,
      double mean,
      double stock,
      double cost,
      double other,
      double costOfOther) {
    Newsvendor newsvendor = new Newsvendor(new MismatchCosts(h, p), new PoissonDemand(mean));
    assertThat(newsvendor.optimalStock()).isEqualTo(stock);
    assertThat(newsvendor.optimalCost()).isCloseTo(cost, within(1e-9));
    assertThat(newsvendor.cost(other)).isCloseTo(costOfOther, within(1e-9));
  }

  @Test
  void tabulatedDemand() { // problem 4.7b
    TableDemand demand = TableDemand.ofProbabilities(0, 0.25, 0.05, 0.1, 0.2, 0.15, 0.1, 0.1, 0.05);
    Newsvendor newsvendor = new Newsvendor(new MismatchCosts(500_000, 1_000_000), demand);
    assertThat(newsvendor.optimalStock()).isEqualTo(5);
    assertThat(newsvendor.optimalCost()).isCloseTo(1_225_000, within(1e-6));
    assertThat(newsvendor.cost(3)).isCloseTo(1_725_000, within(1e-6));
  }

  @Test
  void leadTimeIsPartOfTheDemand() { // problem 4.1 with a lead time of 3: four periods of demand
    Newsvendor newsvendor =
        new Newsvendor(new MismatchCosts(43, 79), new NormalDemand(4 * 900, 2 * 60));
    assertThat(newsvendor.cost(4000)).isCloseTo(17201.6408202457, within(1e-8));
  }

  @Test
  void noOtherStockCostsLess() {
    for (DemandDistribution demand : DEMANDS) {
      for (double p : new double[] {0.01, 1, 7, 999}) {
        Newsvendor newsvendor = new Newsvendor(new MismatchCosts(1, p), demand);
        double best = newsvendor.optimalStock();
        for (double step : new double[] {1, 2, 9, 60}) {
          assertThat(newsvendor.cost(best + step)).isGreaterThanOrEqualTo(newsvendor.optimalCost());
          assertThat(newsvendor.cost(best - step)).isGreaterThanOrEqualTo(newsvendor.optimalCost());
        }
      }
    }
  }

  @Test
  void dearerStockoutsCallForMoreStockAndDearerCostsScale() {
    for (DemandDistribution demand : DEMANDS) {
      double last = Double.NEGATIVE_INFINITY;
      for (double p : new double[] {0.01, 0.5, 1, 20, 1e4}) {
        Newsvendor newsvendor = new Newsvendor(new MismatchCosts(1, p), demand);
        Newsvendor dearer = new Newsvendor(new MismatchCosts(3, 3 * p), demand);
        assertThat(newsvendor.optimalStock()).isGreaterThanOrEqualTo(last);
        assertThat(dearer.optimalCost())
            .isCloseTo(3 * newsvendor.optimalCost(), within(1e-6 * dearer.optimalCost()));
        last = newsvendor.optimalStock();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({ // revenue, purchase, salvage, mean, sd, h, p
    "Problem 4.3b, 7, 2.5, 1.5, 50, 10, 0, 0, 59.084578685373856, 210.4768082523147",
    "with costs, 7, 2.5, 1.5, 50, 10, 1, 5, 59.388143168769034, 195.4729310431908"
  })
  void profitOfNormalDemand(
      String source,
      double r,
      double c,
      double v,
      double mean,
      double sd,
      double h,
      double p,
      double stock,
      double profit) {
    ProfitNewsvendor newsvendor =
        new ProfitNewsvendor(
            new UnitPrices(r, c, v), new MismatchCosts(h, p), new NormalDemand(mean, sd));
    assertThat(newsvendor.optimalStock()).isCloseTo(stock, within(1e-9));
    assertThat(newsvendor.optimalProfit()).isCloseTo(profit, within(1e-9));
  }

  @Test
  void profitOfPoissonDemand() {
    ProfitNewsvendor example42 =
        new ProfitNewsvendor(
            new UnitPrices(1, 0.3, 0.12), new MismatchCosts(0, 0), new PoissonDemand(50));
    assertThat(example42.optimalStock()).isEqualTo(56);
    assertThat(example42.optimalProfit()).isCloseTo(33.20276478819082, within(1e-9));
    ProfitNewsvendor problem43b =
        new ProfitNewsvendor(
            new UnitPrices(7, 2.5, 1.5), new MismatchCosts(1, 5), new PoissonDemand(50));
    assertThat(problem43b.optimalStock()).isEqualTo(57);
    assertThat(problem43b.profit(62)).isCloseTo(199.20829019138736, within(1e-9));
  }

  @Test
  void certainDemandEarnsItsMargin() {
    ProfitNewsvendor newsvendor =
        new ProfitNewsvendor(
            new UnitPrices(7, 2.5, -1), new MismatchCosts(1, 5), TableDemand.constant(50));
    assertThat(newsvendor.optimalStock()).isEqualTo(50);
    assertThat(newsvendor.optimalProfit()).isEqualTo(225);
  }

  @Test
  void myopicCost() { // problem 4.1 and, with stockpyl's set_myopic_cost_to, example 4.1
    MyopicNewsvendor problem41 =
        new MyopicNewsvendor(
            new Newsvendor(new MismatchCosts(43, 79), new NormalDemand(900, 60)), 65, 55, 0.9);
    assertThat(problem41.optimalStock()).isCloseTo(903.0832764843523, within(1e-9));
    assertThat(problem41.optimalCost()).isCloseTo(61416.404244990816, within(1e-7));
    assertThat(problem41.cost(650)).isCloseTo(74375.02466917748, within(1e-7));
    MyopicNewsvendor example41 =
        new MyopicNewsvendor(
            new Newsvendor(new MismatchCosts(0.18, 0.7), new NormalDemand(50, 8)), 0.3, 0.4, 0.98);
    assertThat(example41.cost(52.77089781575166)).isCloseTo(17, within(1e-9));
    assertThat(example41.cost(129.5454545454546)).isCloseTo(22, within(1e-9));
  }

  @Test
  void aPriceThatStaysTheSameMakesTheMyopicStockThatOfTheNewsvendor() {
    Newsvendor period = new Newsvendor(new MismatchCosts(1, 9), new GammaDemand(2, 5));
    assertThat(new MyopicNewsvendor(period, 4, 4, 1).optimalStock())
        .isEqualTo(period.optimalStock());
    assertThat(new MyopicNewsvendor(period, 4, 4.5, 1).optimalStock())
        .as("a rising price calls for more")
        .isGreaterThan(period.optimalStock());
  }

  @Test
  void refusesWhatHasNoBestStock() {
    Newsvendor free = new Newsvendor(new MismatchCosts(0, 5), new PoissonDemand(3));
    assertThatThrownBy(free::optimalStock)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holding cost");
    Newsvendor period = new Newsvendor(new MismatchCosts(1, 9), new PoissonDemand(3));
    assertThatThrownBy(() -> new MyopicNewsvendor(period, 4, 6, 1).optimalStock())
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new UnitPrices(2, 2, 1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new UnitPrices(3, 2, 2)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new MismatchCosts(-1, 2)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new MyopicNewsvendor(period, 4, 4, 1.1))
        .isInstanceOf(InvalidInputException.class);
  }
}
