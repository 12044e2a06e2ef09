package io.synkro.predict.optimize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Digits of the examples: stockpyl's test_rq.py, as far as its iterations have settled. */
class ReorderApproximationsTest {
  private static final ReorderApproximations EXAMPLE =
      normal(new StockCosts(8, 0.225, 7.5), 1300, 150, 1 / 12.0);
  private static final ReorderApproximations PROBLEM_5_1 =
      normal(new StockCosts(50, 3.1, 45), 800, 40, 4 / 365.0);

  @Test
  void expectedInventoryLevelMatchesTheTextbook() {
    ReorderPlan example = EXAMPLE.expectedInventoryLevel(); // example 5.2
    assertThat(example.reorderPoint()).isCloseTo(213.9704421358024, within(5e-8));
    assertThat(example.quantity()).isCloseTo(318.5901810768729, within(5e-8));
    assertThat(example.cost()).isCloseTo(95.45114022285196, within(1e-9));
    ReorderPlan problem = PROBLEM_5_1.expectedInventoryLevel(); // problem 5.1 (a)
    assertThat(problem.reorderPoint()).isCloseTo(17.972649360167715, within(5e-8));
    assertThat(problem.quantity()).isCloseTo(162.1231617283653, within(5e-8));
    assertThat(problem.cost()).isCloseTo(531.1189321826714, within(1e-9));
  }

  @Test
  void theOthersMatchTheTextbook() {
    ReorderPlan eoqb = // problem 5.3 (b); the root itself, mpmath with 40 digits
        normal(new StockCosts(85, 3 / 14.0, 40), 192, 17.4, 3).eoqWithBackorders();
    assertThat(eoqb.quantity()).isCloseTo(391.3259510944808, within(1e-9));
    assertThat(eoqb.reorderPoint()).isCloseTo(609.025205656448, within(1e-9));
    ReorderPlan safety = PROBLEM_5_1.eoqWithSafetyStock(); // problem 5.1 (c)
    assertThat(safety.reorderPoint()).isCloseTo(15.125515371852014, within(1e-9));
    assertThat(safety.quantity()).isCloseTo(160.6438657804998, within(1e-9));
    ReorderPlan loss = EXAMPLE.lossFunction(); // example 5.6
    assertThat(loss.reorderPoint()).isCloseTo(126.8670642878315, within(5e-6));
    assertThat(loss.quantity()).isCloseTo(328.4491413581765, within(5e-6));
  }

  @RepeatedTest(40)
  void approximationsAreNearTheOptimumAndNeverBelow(RepetitionInfo info) {
    ReorderApproximations approximations = any(info);
    double least = approximations.model().optimum().cost();
    double slack = 1 - 1e-12;
    // Zheng (1992): at most an eighth above
    assertThat(approximations.eoqWithBackorders().cost()).isBetween(least * slack, least * 1.125);
    assertThat(approximations.eoqWithSafetyStock().cost()).isGreaterThan(least * slack);
    assertThat(approximations.lossFunction().cost()).isGreaterThan(least * slack);
  }

  @RepeatedTest(40)
  void lossFunctionsSatisfyTheirEquations(RepetitionInfo info) {
    ContinuousReview model = any(info).model();
    ReorderPlan plan = new ReorderApproximations(model).lossFunction();
    double both = model.costs().holding() + model.costs().stockout();
    double ordered = model.costs().fixed() * model.demandRate();
    DemandDistribution demand = model.leadTimeDemand();
    assertThat(demand.loss(plan.reorderPoint()) * both / model.costs().holding())
        .isCloseTo(plan.quantity(), withinPercentage(1e-8));
    assertThat(
            Math.sqrt(
                2
                    * (ordered + both * demand.secondLoss(plan.reorderPoint()))
                    / model.costs().holding()))
        .isCloseTo(plan.quantity(), withinPercentage(1e-6));
  }

  @Test
  void littleVariationIsTheEconomicOrderQuantity() {
    ReorderApproximations steady = normal(new StockCosts(8, 0.225, 7.5), 1300, 1e-6, 1 / 12.0);
    double economic = Math.sqrt(2 * 8 * 1300 / 0.225);
    assertThat(steady.expectedInventoryLevel().quantity()).isCloseTo(economic, within(1e-3));
    assertThat(steady.eoqWithSafetyStock().reorderPoint()).isCloseTo(1300 / 12.0, within(1e-3));
    assertThat(steady.lossFunction().cost())
        .isCloseTo(steady.model().optimum().cost(), withinPercentage(1e-6));
  }

  @Test
  void refusesWhatTheyAreNotFor() {
    StockCosts costs = new StockCosts(8, 0.225, 7.5);
    assertThatThrownBy(
            () -> new ReorderApproximations(new ContinuousReview(costs, 5, new PoissonDemand(5))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must not be in whole units");
    assertThatThrownBy(() -> normal(new StockCosts(0, 1, 1), 5, 1, 1))
        .hasMessageContaining("fixed cost (0)");
    // an order of √(2 · 8 · 1300 / 0.225) costs more to hold than being short of it ever does
    assertThatThrownBy(
            () -> normal(new StockCosts(8, 0.225, 0.01), 1300, 150, 1).expectedInventoryLevel())
        .hasMessageContaining("stockout (0.01) is too small a cost per unit short");
  }

  private static ReorderApproximations normal(
      StockCosts costs, double rate, double sd, double leadTime) {
    return new ReorderApproximations(
        new ContinuousReview(
            costs, rate, new NormalDemand(rate * leadTime, sd * Math.sqrt(leadTime))));
  }

  private static ReorderApproximations any(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    StockCosts costs =
        new StockCosts(Math.exp(6 * random.nextDouble() - 2), 1, Math.exp(4 * random.nextDouble()));
    List<DemandDistribution> demands =
        List.of(
            new NormalDemand(50, 30 * random.nextDouble()),
            new GammaDemand(0.5 + 5 * random.nextDouble(), 10));
    return new ReorderApproximations(
        new ContinuousReview(
            costs, 1 + 50 * random.nextDouble(), demands.get(info.getCurrentRepetition() % 2)));
  }
}
