package io.synkro.predict.optimize.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Digits of the examples: stockpyl's test_eoq.py. */
class JointReplenishmentTest {

  @Test
  void silverMatchesHisExample() {
    // Silver (1976), also in Silver, Pyke & Thomas (2017), chapter 10
    double[] fixed = {1.87, 5.27, 7.94, 8.19, 8.87};
    double[] rates = {1736, 656, 558, 170, 142};
    List<EconomicOrderQuantity> products = new ArrayList<>();
    for (int n = 0; n < fixed.length; n++) {
      products.add(new EconomicOrderQuantity(fixed[n], 0.2, rates[n]));
    }
    JointSchedule schedule = new JointReplenishment(10, products).silver();
    assertThat(schedule.multiples()).containsExactly(1, 1, 1, 3, 3);
    assertThat(schedule.cycle()).isCloseTo(0.2813771490671472, within(1e-12));
    assertThat(schedule.cost()).isCloseTo(218.68632025498687, within(1e-9));
    assertThat(schedule.quantities().get(3)).isCloseTo(143.50234602424507, within(1e-9));
  }

  @Test
  void silverMatchesTheTextbook() {
    JointReplenishment problem = // Snyder & Shen, test_hw_2_scmo
        new JointReplenishment(
            1500,
            List.of(
                new EconomicOrderQuantity(4000, 300, 9100),
                new EconomicOrderQuantity(1000, 200, 83_200),
                new EconomicOrderQuantity(2000, 200, 20_800)));
    assertThat(problem.silver().multiples()).containsExactly(3, 1, 2);
    assertThat(problem.silver().cost()).isCloseTo(566_083.0327787611, within(1e-8));
    assertThat(problem.silver().cycle()).isCloseTo(0.017076411245211497, within(1e-14));
  }

  @RepeatedTest(60)
  void theOptimumIsThatOfAllSchedules(RepetitionInfo info) {
    JointReplenishment problem = any(new SplittableRandom(info.getCurrentRepetition()), 3);
    double least = Double.POSITIVE_INFINITY;
    for (int first = 1; first <= 40; first++) {
      for (int second = 1; second <= 40; second++) {
        for (int third = 1; third <= 40; third++) {
          least = Math.min(least, cost(problem, first, second, third));
        }
      }
    }
    JointSchedule optimum = problem.optimum();
    assertThat(optimum.cost()).isCloseTo(least, withinPercentage(1e-9));
    assertThat(optimum.cost()).isLessThanOrEqualTo(problem.silver().cost());
  }

  @RepeatedTest(10)
  void manyProductsCostMoreThanAloneWithoutTheSharedCost(RepetitionInfo info) {
    JointReplenishment problem = any(new SplittableRandom(info.getCurrentRepetition()), 100);
    double alone = problem.products().stream().mapToDouble(p -> p.optimum().cost()).sum();
    JointSchedule optimum = problem.optimum();
    assertThat(optimum.cost()).isBetween(alone, problem.silver().cost());
    assertThat(optimum.cost()).isGreaterThan(alone + problem.sharedCost() / optimum.cycle());
  }

  @Test
  void oneProductIsTheEconomicOrderQuantity() {
    LotSize alone = new EconomicOrderQuantity(30 + 12, 2, 100).optimum();
    JointReplenishment problem =
        new JointReplenishment(30, List.of(new EconomicOrderQuantity(12, 2, 100)));
    for (JointSchedule schedule : List.of(problem.silver(), problem.optimum())) {
      assertThat(schedule.cost()).isCloseTo(alone.cost(), within(1e-10));
      assertThat(schedule.quantities().get(0)).isCloseTo(alone.quantity(), within(1e-10));
    }
  }

  @Test
  void productsThatCostNothingToAddAreInEveryOrder() {
    JointReplenishment problem =
        new JointReplenishment(
            10, List.of(new EconomicOrderQuantity(0, 1, 5), new EconomicOrderQuantity(0, 2, 7)));
    assertThat(problem.optimum().multiples()).containsExactly(1, 1);
    assertThat(problem.optimum()).isEqualTo(problem.silver());
  }

  @Test
  void refusesWhatIsNotJoint() {
    List<EconomicOrderQuantity> products = List.of(new EconomicOrderQuantity(1, 1, 1));
    JointReplenishment endless =
        new JointReplenishment(1e-20, any(new SplittableRandom(1), 9).products());
    assertThat(endless.silver().multiples()).hasSize(9);
    assertThatThrownBy(endless::optimum)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is too small beside the products' costs");
    assertThatThrownBy(() -> new JointReplenishment(0, products))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sharedCost (0) must be positive");
    assertThatThrownBy(() -> new JointReplenishment(1, List.of(new EconomicOrderQuantity(1, 1, 0))))
        .hasMessageContaining("demandRate of product 0");
    assertThatThrownBy(() -> new JointReplenishment(1, List.of()))
        .isInstanceOf(InvalidInputException.class);
  }

  private static double cost(JointReplenishment problem, int... multiples) {
    double perOrder = problem.sharedCost();
    double perTime = 0;
    for (int n = 0; n < multiples.length; n++) {
      EconomicOrderQuantity product = problem.products().get(n);
      perOrder += product.fixedCost() / multiples[n];
      perTime += product.holdingCost() * product.demandRate() * multiples[n];
    }
    return Math.sqrt(2 * perOrder * perTime);
  }

  private static JointReplenishment any(SplittableRandom random, int count) {
    List<EconomicOrderQuantity> products = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      products.add(
          new EconomicOrderQuantity(
              20 * random.nextDouble(), 1, Math.exp(4 * random.nextDouble())));
    }
    return new JointReplenishment(2 + 20 * random.nextDouble(), products);
  }
}
