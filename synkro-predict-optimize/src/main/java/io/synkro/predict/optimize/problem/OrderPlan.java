package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.List;

/**
 * How many packs of every line are ordered from each of its options in each period. Immutable; safe
 * for use by many threads.
 */
public final class OrderPlan {
  private final int periods;
  private final int[] starts;
  private final int[] packs;

  private OrderPlan(int periods, int[] starts, int[] packs) {
    this.periods = periods;
    this.starts = starts;
    this.packs = packs;
  }

  /**
   * Starts a plan without orders.
   *
   * @param problem what is planned
   * @return a builder
   */
  public static Builder builder(StockProblem problem) {
    return new Builder(problem);
  }

  /**
   * Returns how many packs are ordered.
   *
   * @param line position of the line in its problem
   * @param option position of the option in its line
   * @param period of the order, from 0
   * @return zero or more
   */
  public int packs(int line, int option, int period) {
    return packs[(starts[line] + option) * periods + period];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderPlan plan
        && plan.periods == periods
        && Arrays.equals(plan.starts, starts)
        && Arrays.equals(plan.packs, packs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packs);
  }

  /** Collects orders. Not safe for use by several threads. */
  public static final class Builder {
    private final int periods;
    private final int[] starts;
    private final int[] packs;

    private Builder(StockProblem problem) {
      List<StockLine> lines = problem.lines();
      this.periods = problem.periods();
      this.starts = new int[lines.size() + 1];
      for (int i = 0; i < lines.size(); i++) {
        starts[i + 1] = starts[i] + lines.get(i).supply().size();
      }
      this.packs = new int[starts[lines.size()] * periods];
    }

    /**
     * Sets an order.
     *
     * @param line position of the line
     * @param option position of its option
     * @param period of the order
     * @param count packs, zero or more
     * @return this builder
     */
    public Builder order(int line, int option, int period, int count) {
      Require.index("line", line, starts.length - 1);
      Require.index("option", option, starts[line + 1] - starts[line]);
      Require.index("period", period, periods);
      packs[(starts[line] + option) * periods + period] = Require.atLeast("packs", count, 0, "");
      return this;
    }

    /**
     * Builds the plan.
     *
     * @return the plan
     */
    public OrderPlan build() {
      return new OrderPlan(periods, starts, packs.clone());
    }
  }
}
