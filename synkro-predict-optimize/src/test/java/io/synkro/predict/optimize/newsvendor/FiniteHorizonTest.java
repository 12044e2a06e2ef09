package io.synkro.predict.optimize.newsvendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FiniteHorizonTest {
  private static final MismatchCosts NOTHING = new MismatchCosts(0, 0);

  @Test
  void baseStockMatchesTheTextbook() {
    // Snyder & Shen, problem 4.29; digits: stockpyl, test_finite_horizon.py, which leaves out
    // demand beyond four standard deviations
    FiniteHorizonPlan plan =
        FiniteHorizon.of(
                repeated(10, new NormalDemand(18, 3), new StockCosts(0, 1, 25), 1, 0.98),
                new MismatchCosts(1, 25))
            .withDemandBetween(6, 30)
            .solve(0);
    assertThat(plan.totalCost()).isCloseTo(234.79622567591318, within(1e-9));
    for (int t = 0; t < 10; t++) {
      assertThat(plan.reorderPoint(t)).isEqualTo(plan.orderUpToLevel(t));
    }
  }

  @Test
  void fixedCostsMatchTheDocumentedExample() {
    // stockpyl, documentation of finite_horizon_dp
    FiniteHorizon horizon =
        FiniteHorizon.of(
            repeated(5, new NormalDemand(100, 20), new StockCosts(50, 1, 20), 2, 1),
            new MismatchCosts(1, 20));
    FiniteHorizonPlan plan = horizon.withDemandBetween(20, 180).solve(0);
    assertThat(plan.totalCost()).isCloseTo(1558.6946467384012, within(1e-8));
    for (int t = 0; t < 4; t++) {
      assertThat(plan.reorderPoint(t)).isEqualTo(110);
      assertThat(plan.orderUpToLevel(t)).isEqualTo(133);
    }
    assertThat(plan.reorderPoint(4)).isEqualTo(111);
    assertThat(plan.orderUpToLevel(4)).isEqualTo(126);
    // with all demand it costs about 6e-5 more in each period, the probability left out
    assertThat(horizon.solve(0).totalCost()).isBetween(1558.7, 1559.1);
  }

  @Test
  void agreesWithTryingEverything() {
    SplittableRandom random = new SplittableRandom(42);
    for (int run = 0; run < 40; run++) {
      List<StockPeriod> periods = new ArrayList<>();
      int count = 1 + random.nextInt(3);
      for (int t = 0; t < count; t++) {
        double[] weights = random.doubles(4).toArray();
        DemandDistribution demand = TableDemand.weighted(new double[] {0, 1, 2, 4}, weights);
        periods.add(
            new StockPeriod(
                demand,
                new StockCosts(
                    random.nextInt(3) * 2.5, 0.1 + random.nextDouble(), random.nextDouble() * 8),
                random.nextDouble() * 3,
                0.9 + random.nextDouble() / 10));
      }
      MismatchCosts terminal = new MismatchCosts(random.nextDouble(), random.nextDouble() * 9);
      int stock = random.nextInt(9) - 4;
      assertThat(FiniteHorizon.of(periods, terminal).solve(stock).totalCost())
          .isCloseTo(cheapest(periods, terminal, 0, stock), within(1e-9));
    }
  }

  private static double cheapest(
      List<StockPeriod> periods, MismatchCosts terminal, int t, int stock) {
    if (t == periods.size()) {
      return stock > 0 ? terminal.holding() * stock : -terminal.stockout() * stock;
    }
    StockPeriod period = periods.get(t);
    double best = Double.POSITIVE_INFINITY;
    for (int y = stock; y <= Math.max(stock, 13); y++) { // 13 covers all demand of three periods
      double cost = (y > stock ? period.costs().fixed() : 0) + period.purchase() * (y - stock);
      for (int d = 0; d <= 4; d++) {
        double probability = period.demand().probability(d);
        MismatchCosts mismatch = period.costs().mismatch();
        double left = y > d ? mismatch.holding() * (y - d) : mismatch.stockout() * (d - y);
        if (probability > 0) {
          cost +=
              probability * (left + period.discount() * cheapest(periods, terminal, t + 1, y - d));
        }
      }
      best = Math.min(best, cost);
    }
    return best;
  }

  @Test
  void onePeriodIsTheNewsvendor() {
    Newsvendor newsvendor = new Newsvendor(new MismatchCosts(1, 4), new PoissonDemand(6));
    FiniteHorizonPlan plan =
        FiniteHorizon.of(repeated(1, newsvendor.demand(), new StockCosts(0, 1, 4), 0, 1), NOTHING)
            .solve(0);
    assertThat(plan.orderUpToLevel(0)).isEqualTo(8);
    assertThat(plan.totalCost()).isCloseTo(newsvendor.optimalCost(), within(1e-12));
  }

  @Test
  void fixedCostsLowerTheReorderPointAndRaiseTheLevel() {
    double lastCost = 0;
    long lastGap = -1;
    for (double fixed : new double[] {0, 5, 40, 200}) {
      FiniteHorizonPlan plan =
          FiniteHorizon.of(
                  repeated(8, new PoissonDemand(10), new StockCosts(fixed, 1, 10), 1, 1), NOTHING)
              .solve(0);
      assertThat(plan.totalCost()).isGreaterThan(lastCost);
      long gap = plan.orderUpToLevel(0) - plan.reorderPoint(0);
      assertThat(gap).isGreaterThan(lastGap);
      lastCost = plan.totalCost();
      lastGap = gap;
    }
  }

  @Test
  void costsScaleAndStockIsWorthItsPrice() {
    List<StockPeriod> periods =
        repeated(6, new PoissonDemand(5), new StockCosts(20, 1, 9), 3, 0.95);
    List<StockPeriod> dearer =
        repeated(6, new PoissonDemand(5), new StockCosts(40, 2, 18), 6, 0.95);
    FiniteHorizonPlan plan = FiniteHorizon.of(periods, NOTHING).solve(-2);
    assertThat(FiniteHorizon.of(dearer, NOTHING).solve(-2).totalCost())
        .isCloseTo(2 * plan.totalCost(), within(1e-9));
    assertThat(plan.cost(0, -1000) - plan.cost(0, -999)).isCloseTo(3, within(1e-9));
    assertThat(plan.orderUpTo(0, -1000)).isEqualTo(plan.orderUpToLevel(0));
    assertThat(plan.orderUpTo(0, plan.reorderPoint(0) + 1)).isEqualTo(plan.reorderPoint(0) + 1);
  }

  @Test
  void whereOrderingNeverPaysUnitsStayOwed() {
    FiniteHorizonPlan plan =
        FiniteHorizon.of(
                repeated(3, TableDemand.constant(2), new StockCosts(1, 1, 4), 50, 1), NOTHING)
            .solve(0);
    assertThat(plan.totalCost()).isCloseTo(4 * (2 + 4 + 6), within(1e-9));
    assertThat(plan.orderUpTo(0, 0)).isZero();
    assertThatThrownBy(() -> plan.orderUpToLevel(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("order at some stock");
    assertThatThrownBy(() -> plan.cost(0, -1000)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> plan.cost(3, 0)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void orderingForTheWholeHorizonReachesFarBeyondADay() {
    FiniteHorizonPlan plan =
        FiniteHorizon.of(
                repeated(30, TableDemand.constant(2), new StockCosts(900, 0.01, 50), 3, 1), NOTHING)
            .solve(0);
    assertThat(plan.orderUpToLevel(0)).isEqualTo(60);
    // one order, its units, and 58 + 56 + … + 0 units held for a period
    assertThat(plan.totalCost()).isCloseTo(900 + 3 * 60 + 0.01 * 870, within(1e-9));
  }

  @Test
  void debtsMayGrowUntilOrderingIsCheap() {
    List<StockPeriod> periods =
        new ArrayList<>(
            repeated(10, TableDemand.constant(2), new StockCosts(1000, 0.01, 0.5), 0, 1));
    periods.addAll(repeated(1, TableDemand.constant(2), new StockCosts(17, 0.01, 0.5), 0, 1));
    periods.addAll(repeated(1, TableDemand.constant(2), new StockCosts(10, 0.01, 0.5), 0, 1));
    FiniteHorizonPlan plan = FiniteHorizon.of(periods, new MismatchCosts(0, 30)).solve(0);
    // 2, 4 … 20 units owed at 0.5, then one order of 24 of which 2 are held for a period; the last
    // period alone would order more cheaply, but owing 22 units till then costs 11
    assertThat(plan.totalCost()).isCloseTo(55 + 17 + 0.02, within(1e-9));
    assertThat(plan.orderUpTo(10, -20)).isEqualTo(4);
  }

  @Test
  void refusesWhatWouldTakeForEver() {
    assertThatThrownBy(
            () ->
                FiniteHorizon.of(
                    repeated(2, new NormalDemand(1e9, 1e8), new StockCosts(1, 1, 4), 1, 1),
                    NOTHING))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("packs");
    FiniteHorizon wide =
        FiniteHorizon.of(
            repeated(50, new NormalDemand(1e5, 1e4), new StockCosts(1, 1, 4), 1, 1), NOTHING);
    assertThatThrownBy(() -> wide.solve(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("packs");
    assertThatThrownBy(() -> new StockCosts(1, 0, 4))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("endless stock");
  }

  private static List<StockPeriod> repeated(
      int count, DemandDistribution demand, StockCosts costs, double purchase, double discount) {
    return Collections.nCopies(count, new StockPeriod(demand, costs, purchase, discount));
  }
}
