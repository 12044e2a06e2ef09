package io.synkro.predict.optimize.lotsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.optimize.lotsize.WagnerWhitin.PeriodCosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Digits of the examples: stockpyl's test_wagner_whitin.py. */
class WagnerWhitinTest {

  @Test
  void matchesTheTextbook() {
    // Snyder & Shen, example 3.9
    LotPlan plan = plan(new PeriodCosts(500, 0, 2), 90, 120, 80, 70);
    assertThat(plan.orders()).containsExactly(210, 0, 150, 0);
    assertThat(plan.cost()).isCloseTo(1380, within(1e-9));
    assertThat(nextOrders(plan)).containsExactly(2, 4, 4, 4);
    assertThat(plan.costToGo(1)).isCloseTo(940, within(1e-9));
    // stockpyl's test_all_scalars, where 600 and then 400 would cost as much
    LotPlan steady = plan(new PeriodCosts(100, 0, 0.1), 200, 200, 200, 200, 200);
    assertThat(steady.orders()).containsExactly(400, 0, 600, 0, 0);
    assertThat(steady.cost()).isCloseTo(280, within(1e-9));
    // problem 3.27
    LotPlan problem = plan(new PeriodCosts(120, 0, 0.8), 150, 100, 80, 200);
    assertThat(problem.orders()).containsExactly(150, 180, 0, 200);
    assertThat(problem.cost()).isCloseTo(424, within(1e-9));
    assertThat(nextOrders(problem)).containsExactly(1, 3, 3, 4);
  }

  @Test
  void ordersWhenItIsCheapestAndNothingForNoDemand() {
    // stockpyl's test_177: by hand, 110 in the third period and 3 periods of holding 7
    List<PeriodCosts> costs =
        IntStream.of(110, 108, 110, 120, 125, 134)
            .mapToObj(fixed -> new PeriodCosts(fixed, 0, 1))
            .toList();
    LotPlan plan = WagnerWhitin.plan(new double[] {0, 0, 0, 0, 0, 7}, costs);
    assertThat(plan.orders()).containsExactly(0, 0, 7, 0, 0, 0);
    assertThat(plan.cost()).isCloseTo(131, within(1e-12));
    assertThat(WagnerWhitin.plan(new double[3], new PeriodCosts(10, 1, 1)).cost()).isZero();
  }

  @Test
  void buysAheadOfDearerPrices() {
    // by hand: 10 more now at 1 and two periods of holding at 0.5 are cheaper than 10 at 3 later,
    // and holding costs are those of the periods gone through
    List<PeriodCosts> costs =
        List.of(new PeriodCosts(5, 1, 0.5), new PeriodCosts(50, 1, 0.25), new PeriodCosts(5, 3, 9));
    LotPlan plan = WagnerWhitin.plan(new double[] {10, 0, 10}, costs);
    assertThat(plan.orders()).containsExactly(20, 0, 0);
    assertThat(plan.cost()).isCloseTo(5 + 20 + 7.5, within(1e-12));
  }

  @RepeatedTest(60)
  void noChoiceOfOrderPeriodsIsCheaper(RepetitionInfo info) {
    SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
    int periods = 1 + random.nextInt(10);
    double[] demand = new double[periods];
    List<PeriodCosts> costs = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      demand[t] = random.nextInt(3) == 0 ? 0 : 100 * random.nextDouble();
      costs.add(
          new PeriodCosts(200 * random.nextDouble(), 3 * random.nextDouble(), random.nextDouble()));
    }
    LotPlan plan = WagnerWhitin.plan(demand, costs);
    assertThat(plan.cost()).isCloseTo(cheapest(demand, costs), withinPercentage(1e-9));
    assertThat(plan.cost()).isCloseTo(cost(plan.orders(), demand, costs), withinPercentage(1e-9));
    assertThat(Arrays.stream(plan.orders()).sum())
        .isCloseTo(Arrays.stream(demand).sum(), within(1e-9));
  }

  @RepeatedTest(10)
  void steadyDemandApproachesTheEconomicOrderQuantity(RepetitionInfo info) {
    double fixed = 500.0 * info.getCurrentRepetition();
    double[] demand = new double[2000];
    Arrays.fill(demand, 1);
    double perPeriod = WagnerWhitin.plan(demand, new PeriodCosts(fixed, 0, 1)).cost() / 2000;
    // what is used in its own period is not held: half a unit less than of a steady outflow
    double economic = new EconomicOrderQuantity(fixed, 1, 1).optimum().cost() - 0.5;
    assertThat(perPeriod).isCloseTo(economic, withinPercentage(3));
  }

  @Test
  void costsScaleAndLongHorizonsEnd() {
    double[] demand = new SplittableRandom(1).doubles(5000, 0, 100).toArray();
    LotPlan plan = WagnerWhitin.plan(demand, new PeriodCosts(300, 1, 0.5));
    LotPlan dearer = WagnerWhitin.plan(demand, new PeriodCosts(600, 2, 1));
    assertThat(dearer.orders()).containsExactly(plan.orders());
    assertThat(dearer.cost()).isEqualTo(2 * plan.cost());
  }

  @Test
  void refusesImpossibleInput() {
    PeriodCosts costs = new PeriodCosts(1, 0, 1);
    assertThatThrownBy(() -> WagnerWhitin.plan(new double[0], costs))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> WagnerWhitin.plan(new double[] {1, -1}, costs))
        .hasMessageContaining("demand of period 1 (-1)");
    assertThatThrownBy(() -> WagnerWhitin.plan(new double[2], List.of(costs)))
        .hasMessageContaining("costs (1) must be as many as the periods of demand, 2");
    assertThatThrownBy(
            () -> WagnerWhitin.plan(new double[] {1e300, 1e300}, new PeriodCosts(0, 1e10, 0)))
        .hasMessageContaining("cost of the plan");
    assertThatThrownBy(() -> new PeriodCosts(1, 0, Double.NaN))
        .isInstanceOf(InvalidInputException.class);
  }

  private static LotPlan plan(PeriodCosts costs, double... demand) {
    return WagnerWhitin.plan(demand, costs);
  }

  private static int[] nextOrders(LotPlan plan) {
    return IntStream.range(0, plan.periods()).map(plan::nextOrder).toArray();
  }

  /** Tries all sets of order periods; each unit comes from the last of them before it. */
  private static double cheapest(double[] demand, List<PeriodCosts> costs) {
    double least = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << demand.length; set++) {
      double[] orders = new double[demand.length];
      int last = -1;
      boolean served = true;
      for (int t = 0; t < demand.length; t++) {
        last = (set >> t & 1) == 1 ? t : last;
        served &= last >= 0 || demand[t] == 0;
        if (last >= 0) {
          orders[last] += demand[t];
        }
      }
      least = served ? Math.min(least, cost(orders, demand, costs)) : least;
    }
    return least;
  }

  private static double cost(double[] orders, double[] demand, List<PeriodCosts> costs) {
    double stock = 0;
    double sum = 0;
    for (int t = 0; t < demand.length; t++) {
      stock += orders[t] - demand[t];
      PeriodCosts period = costs.get(t);
      sum += (orders[t] > 0 ? period.fixed() : 0) + period.unit() * orders[t];
      sum += period.holding() * stock;
    }
    return sum;
  }
}
