package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.lotsize.EconomicOrderQuantity;
import io.synkro.predict.optimize.lotsize.PlannedBackorders;
import io.synkro.predict.optimize.newsvendor.Newsvendor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Digits of the examples: stockpyl's test_rq.py. */
class ContinuousReviewTest {
  /** Snyder &amp; Shen, example 5.1: a month of 1,300 a year with a standard deviation of 150. */
  private static final ContinuousReview EXAMPLE =
      new ContinuousReview(
          new StockCosts(8, 0.225, 7.5), 1300, new NormalDemand(1300 / 12.0, 150 / Math.sqrt(12)));

  private static final ContinuousReview PROBLEM_5_1 =
      new ContinuousReview(
          new StockCosts(50, 3.1, 45),
          800,
          new NormalDemand(800 * 4 / 365.0, 40 * Math.sqrt(4 / 365.0)));

  @Test
  void costMatchesTheTextbook() {
    assertThat(EXAMPLE.costOf(126.8, 328.5)).isCloseTo(78.07116250928294, within(1e-9));
    assertThat(EXAMPLE.costOf(100, 250)).isCloseTo(87.34647802817499, within(1e-9));
    assertThat(PROBLEM_5_1.costOf(-1.9859, 166.95)).isCloseTo(484.2110418415538, within(1e-8));
    // example 5.8, Poisson
    ContinuousReview poisson =
        new ContinuousReview(new StockCosts(100, 20, 150), 1.5, new PoissonDemand(3));
    assertThat(poisson.costOf(8, 12)).isCloseTo(242.5281637662021, within(1e-9));
  }

  @Test
  void reorderPointMatchesTheTextbook() {
    // example 5.1; the digits are of the root itself (mpmath, 40 digits), as those of stockpyl stop
    // where costs differ by 1e-6
    assertThat(EXAMPLE.reorderPointFor(318)).isCloseTo(127.788035028258, within(1e-10));
    assertThat(EXAMPLE.reorderPointFor(150)).isCloseTo(147.194957839158, within(1e-10));
    assertThat(EXAMPLE.reorderPointFor(750)).isCloseTo(99.8537734790512, within(1e-10));
    assertThat(PROBLEM_5_1.reorderPointFor(150)).isCloseTo(-0.88513029343618, within(1e-10));
  }

  @Test
  void poissonOptimumMatchesTheTextbook() {
    // examples 5.8 and problem 5.2
    assertThat(
            new ContinuousReview(new StockCosts(100, 20, 150), 1.5, new PoissonDemand(3)).optimum())
        .satisfies(plan -> assertPlan(plan, 3, 5, 107.92358063314975));
    assertThat(new ContinuousReview(new StockCosts(4, 4, 28), 12, new PoissonDemand(6)).optimum())
        .satisfies(plan -> assertPlan(plan, 6, 7, 28.241312842169155));
  }

  @Test
  void normalOptimumSatisfiesZhengsConditions() {
    // Zheng (1992): both ends cost as much by themselves as the policy on average
    for (ContinuousReview model : List.of(EXAMPLE, PROBLEM_5_1)) {
      ReorderPlan plan = model.optimum();
      double low = model.costs().newsvendor(model.leadTimeDemand()).cost(plan.reorderPoint());
      double high =
          model
              .costs()
              .newsvendor(model.leadTimeDemand())
              .cost(plan.reorderPoint() + plan.quantity());
      assertThat(low).isCloseTo(plan.cost(), withinPercentage(1e-9));
      assertThat(high).isCloseTo(plan.cost(), withinPercentage(1e-9));
    }
  }

  @RepeatedTest(60)
  void noOtherPolicyIsCheaper(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    DemandDistribution demand =
        info.getCurrentRepetition() % 2 == 0
            ? new GammaDemand(0.3 + 5 * random.nextDouble(), 8)
            : TableDemand.observed(random.doubles(7, 0, 30).toArray());
    ContinuousReview model = any(random, demand);
    ReorderPlan plan = model.optimum();
    assertThat(model.costOf(plan.reorderPoint(), plan.quantity()))
        .isCloseTo(plan.cost(), withinPercentage(1e-9));
    for (int i = 0; i < 200; i++) {
      double quantity = plan.quantity() * Math.exp(random.nextDouble() - 0.5);
      double reorder = plan.reorderPoint() + plan.quantity() * (random.nextDouble() - 0.5);
      double best = model.costOf(model.reorderPointFor(quantity), quantity);
      assertThat(best)
          .isGreaterThan(plan.cost() * (1 - 1e-12))
          .isLessThan(model.costOf(reorder, quantity) * (1 + 1e-12));
    }
  }

  @RepeatedTest(60)
  void noOtherWholePolicyIsCheaper(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    DemandDistribution demand =
        info.getCurrentRepetition() % 2 == 0
            ? new PoissonDemand(0.01 + 8 * random.nextDouble())
            : new NegativeBinomialDemand(0.1 + 5 * random.nextDouble(), 0.2 + random.nextDouble());
    ContinuousReview model = any(random, demand);
    ReorderPlan plan = model.optimum();
    double least = Double.POSITIVE_INFINITY;
    for (int quantity = 1; quantity <= 2 * plan.quantity() + 2; quantity++) {
      double cheapest = Double.POSITIVE_INFINITY;
      for (int reorder = -60; reorder <= 60; reorder++) {
        cheapest = Math.min(cheapest, model.costOf(reorder, quantity));
      }
      assertThat(model.costOf(model.reorderPointFor(quantity), quantity))
          .isCloseTo(cheapest, withinPercentage(1e-9));
      least = Math.min(least, cheapest);
    }
    assertThat(plan.cost()).isCloseTo(least, withinPercentage(1e-9));
    assertThat(model.costOf(plan.reorderPoint(), plan.quantity())).isEqualTo(plan.cost());
  }

  @Test
  void costIsTheMeanOverAllPositions() {
    // Snyder & Shen, equations 5.7 (by Simpson's rule) and 5.48, for demands of another kind
    ContinuousReview whole =
        new ContinuousReview(new StockCosts(20, 1, 9), 4, new NegativeBinomialDemand(6, 1.5));
    double sum = 20 * 4;
    for (int y = 3; y <= 17; y++) {
      sum += whole.costs().newsvendor(whole.leadTimeDemand()).cost(y);
    }
    assertThat(whole.costOf(2, 15)).isCloseTo(sum / 15, within(1e-10));
    ContinuousReview smooth =
        new ContinuousReview(new StockCosts(20, 1, 9), 4, new GammaDemand(3, 2));
    double integral = 0;
    int steps = 20_000;
    for (int i = 0; i <= steps; i++) {
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      integral +=
          weight * smooth.costs().newsvendor(smooth.leadTimeDemand()).cost(2 + 15.0 * i / steps);
    }
    assertThat(smooth.costOf(2, 15))
        .isCloseTo((20 * 4 + integral * 15 / steps / 3) / 15, withinPercentage(1e-9));
  }

  @RepeatedTest(10)
  void steadyDemandIsTheEconomicOrderQuantityWithBackorders(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    ContinuousReview model = any(random, new NormalDemand(12, 0));
    PlannedBackorders.Plan steady =
        new PlannedBackorders(
                new EconomicOrderQuantity(
                    model.costs().fixed(), model.costs().holding(), model.demandRate()),
                model.costs().stockout())
            .optimum();
    ReorderPlan plan = model.optimum();
    assertThat(plan.cost()).isCloseTo(steady.cost(), withinPercentage(1e-9));
    assertThat(plan.quantity()).isCloseTo(steady.quantity(), withinPercentage(1e-5));
    assertThat(12 - plan.reorderPoint())
        .isCloseTo(steady.quantity() * steady.stockoutFraction(), withinPercentage(1e-4));
  }

  @Test
  void variationAndDearerOrdersCostMoreAndUnitsDoNotMatter() {
    double before = 0;
    for (double sd = 0; sd < 100; sd += 7) {
      ContinuousReview model =
          new ContinuousReview(new StockCosts(8, 0.225, 7.5), 1300, new NormalDemand(108, sd));
      assertThat(model.optimum().cost()).isGreaterThan(before);
      before = model.optimum().cost();
    }
    double quantity = 0;
    for (double fixed = 1e-9; fixed < 1e9; fixed *= 10) {
      ContinuousReview model =
          new ContinuousReview(new StockCosts(fixed, 0.225, 7.5), 1300, EXAMPLE.leadTimeDemand());
      assertThat(model.optimum().quantity()).isGreaterThan(quantity);
      quantity = model.optimum().quantity();
    }
    ContinuousReview thousands = // the example in thousandths of a unit
        new ContinuousReview(
            new StockCosts(8, 0.225e-3, 7.5e-3),
            1300e3,
            new NormalDemand(1300e3 / 12, 150e3 / Math.sqrt(12)));
    assertThat(thousands.optimum().cost())
        .isCloseTo(EXAMPLE.optimum().cost(), withinPercentage(1e-9));
    assertThat(thousands.optimum().quantity())
        .isCloseTo(1e3 * EXAMPLE.optimum().quantity(), withinPercentage(1e-6));
  }

  @Test
  void largeWholeDemandApproachesTheNormal() {
    StockCosts costs = new StockCosts(50, 1, 1e6);
    ReorderPlan whole = new ContinuousReview(costs, 1e9, new PoissonDemand(1e9)).optimum();
    ReorderPlan smooth =
        new ContinuousReview(costs, 1e9, new NormalDemand(1e9, Math.sqrt(1e9))).optimum();
    assertThat(whole.cost()).isCloseTo(smooth.cost(), withinPercentage(1e-3));
    assertThat(whole.quantity()).isCloseTo(smooth.quantity(), withinPercentage(1e-3));
    assertThat(whole.reorderPoint()).isCloseTo(smooth.reorderPoint(), within(10.0));
  }

  @Test
  void freeOrdersOfWholeUnitsAreABaseStock() {
    ContinuousReview model = new ContinuousReview(new StockCosts(0, 1, 9), 4, new PoissonDemand(6));
    Newsvendor base = model.costs().newsvendor(model.leadTimeDemand());
    assertThat(model.optimum().quantity()).isEqualTo(1);
    assertThat(model.optimum().reorderPoint()).isEqualTo(base.optimalStock() - 1);
    assertThat(model.optimum().cost()).isCloseTo(base.optimalCost(), withinPercentage(1e-9));
  }

  @Test
  void refusesImpossibleInput() {
    assertThatThrownBy(
            () -> new ContinuousReview(new StockCosts(1, 1, 1), -1, new PoissonDemand(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("demandRate (-1)");
    assertThatThrownBy(
            () ->
                new ContinuousReview(new StockCosts(0, 1, 1), 5, new NormalDemand(5, 1)).optimum())
        .hasMessageContaining("use a base-stock policy where orders cost nothing");
    assertThatThrownBy(() -> EXAMPLE.costOf(1, 0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> EXAMPLE.costOf(Double.NaN, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> new StockCosts(1, 0, 1))
        .hasMessageContaining("holding (0) must be positive");
  }

  private static ContinuousReview any(SplittableRandom random, DemandDistribution demand) {
    StockCosts costs =
        new StockCosts(1 + 60 * random.nextDouble(), 1, Math.exp(1 + 4 * random.nextDouble()));
    return new ContinuousReview(costs, 0.5 + 5 * random.nextDouble(), demand);
  }

  private static void assertPlan(ReorderPlan plan, double reorder, double quantity, double cost) {
    assertThat(plan.reorderPoint()).isEqualTo(reorder);
    assertThat(plan.quantity()).isEqualTo(quantity);
    assertThat(plan.cost()).isCloseTo(cost, within(1e-9));
  }
}
