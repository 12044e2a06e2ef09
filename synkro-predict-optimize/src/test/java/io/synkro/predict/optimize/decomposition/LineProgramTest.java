package io.synkro.predict.optimize.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The dynamic program of a line against trying all of its plans. */
class LineProgramTest {
  private static final int PERIODS = 3;
  private static final int MOST_PACKS = 6;

  /** A problem of one line whose limits are so wide that they only price what is used. */
  private static StockProblem problem(SplittableRandom random) {
    StockProblem.Builder builder = StockProblem.builder(PERIODS);
    builder.add(Problems.line(0, PERIODS, random));
    for (int t = 0; t < PERIODS; t++) {
      builder.limit(new SharedLimit.Budget(t, 1e9, SharedLimit.HARD));
      builder.limit(
          new SharedLimit.Room(Problems.WAREHOUSE, Space.VOLUME, t, 1e9, SharedLimit.HARD));
    }
    return builder.build();
  }

  /** Tries all orders of an option and period, and of those after it. */
  private static final class Enumeration {
    private final StockProblem problem;
    private final double[] prices;
    private final int[] packs;
    private double least = Double.POSITIVE_INFINITY;

    Enumeration(StockProblem problem, double[] prices) {
      this.problem = problem;
      this.prices = prices;
      this.packs = new int[problem.lines().get(0).supply().size() * PERIODS];
    }

    double least() {
      order(0);
      return least;
    }

    private void order(int place) {
      if (place == packs.length) {
        price();
        return;
      }
      SupplyOption option = problem.lines().get(0).supply().get(place / PERIODS);
      order(place + 1);
      for (int count = option.minimumPacks();
          count <= Math.min(MOST_PACKS, option.maximumPacks());
          count++) {
        packs[place] = count;
        order(place + 1);
      }
      packs[place] = 0;
    }

    private void price() {
      OrderPlan.Builder builder = OrderPlan.builder(problem);
      for (int i = 0; i < packs.length; i++) {
        builder.order(0, i / PERIODS, i % PERIODS, packs[i]);
      }
      PlanCheck check = PlanCheck.of(problem, builder.build());
      if (check.isFeasible()) {
        double value = check.costs().total();
        for (int r = 0; r < prices.length; r++) {
          value += prices[r] * check.used().get(r);
        }
        least = Math.min(least, value);
      }
    }
  }

  @Test
  void findsTheCheapestOfAllPlansAtAnyPrices() {
    SplittableRandom random = new SplittableRandom(7);
    int possible = 0;
    for (int trial = 0; trial < 100; trial++) {
      StockProblem problem = problem(random);
      double[] prices = random.doubles(problem.limits().size()).map(u -> 0.3 * u).toArray();
      Ledger ledger = new Ledger(problem);
      LineTable table = new LineTable(problem, ledger);
      int[] plan = new int[table.orders()];
      LineProgram program = new LineProgram(table);
      program.price(new Limits(ledger).accountPrices(prices), 1);

      double value = program.solve(0, plan);

      double expected = new Enumeration(problem, prices).least();
      if (expected == Double.POSITIVE_INFINITY) {
        assertThat(value).isInfinite();
        continue;
      }
      possible++;
      assertThat(value).isCloseTo(expected, within(1e-9));
      double[] used = new double[ledger.size()];
      double cost = new LineBooks(table).book(0, plan, used);
      for (int r = 0; r < prices.length; r++) {
        cost += prices[r] * used[ledger.account(r)];
      }
      assertThat(cost).as("cost of the plan that was written").isCloseTo(value, within(1e-9));
    }
    assertThat(possible).isGreaterThan(50);
  }
}
