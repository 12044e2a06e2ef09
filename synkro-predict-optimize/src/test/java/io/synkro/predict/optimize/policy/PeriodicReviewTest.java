package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.newsvendor.Newsvendor;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodicReviewTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({ // fixed, holding, stockout, Poisson mean, s, S, cost (digits: stockpyl's test_ss.py)
    "Snyder & Shen example 4.7, 5, 1, 4, 6, 4, 10, 8.034111561471642, 1e-9",
    "Snyder & Shen problem 4.31, 150, 40, 125, 4, 2, 7, 223.5748295669688, 1e-9",
    "Zheng & Federgruen 1991, 64, 1, 9, 20, 14, 62, 49.173, 5e-4",
    "Zheng & Federgruen 1991, 64, 1, 9, 23, 17, 52, 52.757, 5e-4",
    "Zheng & Federgruen 1991, 64, 1, 9, 51, 43, 110, 71.611, 5e-4",
    "Zheng & Federgruen 1991, 64, 1, 9, 64, 55, 74, 78.402, 5e-4"
  })
  void matchesTheTextbook(
      String source,
      double fixed,
      double holding,
      double stockout,
      double mean,
      double reorder,
      double level,
      double cost,
      double tolerance) {
    PeriodicReview model =
        PeriodicReview.withoutLeadTime(
            new StockCosts(fixed, holding, stockout), new PoissonDemand(mean));
    OrderUpToPlan plan = model.optimum();
    assertThat(plan.reorderPoint()).isEqualTo(reorder);
    assertThat(plan.orderUpTo()).isEqualTo(level);
    assertThat(plan.cost()).isCloseTo(cost, within(tolerance));
    assertThat(model.costOf(reorder, level)).isCloseTo(plan.cost(), withinPercentage(1e-10));
  }

  @RepeatedTest(12)
  void noOtherPolicyIsCheaper(RepetitionInfo info) {
    PeriodicReview model = any(new SplittableRandom(info.getCurrentRepetition()));
    double least = Double.POSITIVE_INFINITY;
    for (int reorder = -20; reorder < 30; reorder++) {
      for (int level = reorder + 1; level < 60; level++) {
        least = Math.min(least, model.costOf(reorder, level));
      }
    }
    OrderUpToPlan plan = model.optimum();
    assertThat(plan.cost()).isCloseTo(least, withinPercentage(1e-9));
    assertThat(model.costOf(plan.reorderPoint(), plan.orderUpTo()))
        .isCloseTo(plan.cost(), withinPercentage(1e-10));
  }

  @RepeatedTest(10)
  void costIsThatOfTheStationaryPosition(RepetitionInfo info) {
    PeriodicReview model = any(new SplittableRandom(info.getCurrentRepetition()));
    assertThat(model.costOf(2, 13)).isCloseTo(stationaryCost(model, 2, 13), withinPercentage(1e-8));
  }

  @Test
  void freeOrdersAreABaseStock() {
    StockCosts costs = new StockCosts(0, 1, 9);
    Newsvendor base = costs.newsvendor(new PoissonDemand(12));
    OrderUpToPlan plan =
        new PeriodicReview(costs, new PoissonDemand(4), new PoissonDemand(12)).optimum();
    assertThat(plan.orderUpTo()).isEqualTo(base.optimalStock());
    assertThat(plan.reorderPoint()).isEqualTo(base.optimalStock() - 1);
    assertThat(plan.cost()).isCloseTo(base.optimalCost(), withinPercentage(1e-10));
  }

  @Test
  void dearerOrdersAreRarerAndCostsScale() {
    double before = 0;
    double units = 0;
    for (double fixed = 1; fixed < 1e5; fixed *= 3) {
      OrderUpToPlan plan = poisson(new StockCosts(fixed, 1, 9), 5).optimum();
      assertThat(plan.cost()).isGreaterThan(before);
      assertThat(plan.orderUpTo() - plan.reorderPoint()).isGreaterThanOrEqualTo(units);
      before = plan.cost();
      units = plan.orderUpTo() - plan.reorderPoint();
      OrderUpToPlan tenfold = poisson(new StockCosts(10 * fixed, 10, 90), 5).optimum();
      assertThat(tenfold.cost()).isCloseTo(10 * plan.cost(), withinPercentage(1e-9));
      assertThat(tenfold.orderUpTo()).isEqualTo(plan.orderUpTo());
    }
    // long cycles are the economic order quantity: √(2 K λ h p / (h + p))
    assertThat(before).isCloseTo(Math.sqrt(2 * 59_049 * 5 * 0.9), withinPercentage(0.5));
  }

  @Test
  void slowAndFastMoversAndTargetsNearOne() {
    // 0.001 a period: hold one unit for 1 or wait at 1e6 · 0.001 = 1,000; it is reordered when sold
    OrderUpToPlan slow = poisson(new StockCosts(50, 1, 1e6), 0.001).optimum();
    assertThat(slow.reorderPoint()).isZero();
    assertThat(slow.orderUpTo()).isEqualTo(1);
    OrderUpToPlan fast = poisson(new StockCosts(50, 1, 1e6), 1e9).optimum();
    // orders are placed each period, for the newsvendor's level
    Newsvendor base = new StockCosts(50, 1, 1e6).newsvendor(new PoissonDemand(1e9));
    assertThat(fast.orderUpTo()).isEqualTo(base.optimalStock());
    assertThat(fast.cost()).isCloseTo(50 + base.optimalCost(), withinPercentage(1e-9));
  }

  @Test
  void refusesWhatIsNotExactOrWouldNotEnd() {
    StockCosts costs = new StockCosts(1e9, 1, 9);
    assertThatThrownBy(() -> poisson(costs, 1e4).optimum())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be at most 32768. Maybe count in packs");
    assertThatThrownBy(() -> poisson(costs, 10).costOf(-1e12, 5))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> PeriodicReview.withoutLeadTime(costs, new NormalDemand(5, 1)))
        .hasMessageContaining("must be in whole units");
    assertThatThrownBy(() -> PeriodicReview.withoutLeadTime(costs, TableDemand.constant(0)))
        .hasMessageContaining("mean of the period demand (0)");
    assertThatThrownBy(() -> poisson(costs, 5).costOf(3, 3))
        .hasMessageContaining("orderUpTo (3.0) must be above the reorder point 3.0");
    assertThatThrownBy(() -> poisson(costs, 5).costOf(3.5, 7))
        .isInstanceOf(InvalidInputException.class);
  }

  private static PeriodicReview poisson(StockCosts costs, double mean) {
    return PeriodicReview.withoutLeadTime(costs, new PoissonDemand(mean));
  }

  private static PeriodicReview any(SplittableRandom random) {
    StockCosts costs =
        new StockCosts(30 * random.nextDouble(), 1, Math.exp(1 + 2 * random.nextDouble()));
    double mean = 0.2 + 4 * random.nextDouble();
    int periods = 1 + random.nextInt(3);
    if (random.nextBoolean()) {
      return new PeriodicReview(costs, new PoissonDemand(mean), new PoissonDemand(periods * mean));
    }
    if (random.nextBoolean()) {
      DemandDistribution lumpy = TableDemand.ofProbabilities(0.6, 0.1, 0, 0, 0, 0.3);
      return PeriodicReview.withoutLeadTime(costs, lumpy);
    }
    NegativeBinomialDemand demand = new NegativeBinomialDemand(mean, 0.5 + random.nextDouble());
    return new PeriodicReview(costs, demand, demand.times(periods));
  }

  /** Repeats periods until the probabilities of the position after ordering do not change. */
  private static double stationaryCost(PeriodicReview model, int reorder, int level) {
    int units = level - reorder;
    double[] shares = new double[units]; // of positions level, level - 1, ...
    shares[0] = 1;
    double ordering = 0;
    for (int period = 0; period < 5000; period++) {
      double[] next = new double[units];
      double kept = 0;
      for (int i = 0; i < units; i++) {
        for (int demand = 0; i + demand < units; demand++) {
          double share = shares[i] * model.periodDemand().probability(demand);
          next[i + demand] += share;
          kept += share;
        }
      }
      ordering = 1 - kept;
      next[0] += ordering;
      shares = next;
    }
    double cost = ordering * model.costs().fixed();
    for (int i = 0; i < units; i++) {
      cost += shares[i] * model.costs().newsvendor(model.protectionDemand()).cost(level - i);
    }
    return cost;
  }
}
