package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.List;

/**
 * How many packs of every line are ordered from each of its options, and how many are sent on each
 * lane, in each period. Immutable; safe for use by many threads.
 */
public final class OrderPlan {
  private final int periods;
  private final int[] starts;
  private final int[] packs;
  private final int[] transfers;

  private OrderPlan(Builder builder) {
    this.periods = builder.periods;
    this.starts = builder.starts;
    this.packs = builder.packs.clone();
    this.transfers = builder.transfers.clone();
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

  /**
   * Returns how many packs a lane sends.
   *
   * @param lane position of the lane in its problem
   * @param period of sending, from 0
   * @return zero or more
   */
  public int transfer(int lane, int period) {
    return transfers[lane * periods + period];
  }

  /** Refuses a problem with other lines, options, lanes or periods. */
  void requireFor(StockProblem problem) {
    boolean fits =
        periods == problem.periods()
            && transfers.length == problem.lanes().size() * periods
            && Arrays.equals(starts, Builder.starts(problem));
    Require.that(
        fits,
        "plan",
        "of another problem",
        "must be of the same lines, options, lanes and periods",
        "build it with OrderPlan.builder of this problem");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderPlan plan
        && plan.periods == periods
        && Arrays.equals(plan.starts, starts)
        && Arrays.equals(plan.packs, packs)
        && Arrays.equals(plan.transfers, transfers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(packs) + Arrays.hashCode(transfers);
  }

  /** Collects orders. Not safe for use by several threads. */
  public static final class Builder {
    private final int periods;
    private final int[] starts;
    private final int[] packs;
    private final int[] transfers;

    private Builder(StockProblem problem) {
      this.periods = problem.periods();
      this.starts = starts(problem);
      this.packs = new int[starts[starts.length - 1] * periods];
      this.transfers = new int[problem.lanes().size() * periods];
    }

    private static int[] starts(StockProblem problem) {
      List<StockLine> lines = problem.lines();
      int[] starts = new int[lines.size() + 1];
      for (int i = 0; i < lines.size(); i++) {
        starts[i + 1] = starts[i] + lines.get(i).supply().size();
      }
      return starts;
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
     * Sets what a lane sends.
     *
     * @param lane position of the lane
     * @param period of sending
     * @param count packs, zero or more
     * @return this builder
     */
    public Builder transfer(int lane, int period, int count) {
      Require.index("lane", lane, transfers.length / periods);
      Require.index("period", period, periods);
      transfers[lane * periods + period] = Require.atLeast("packs", count, 0, "");
      return this;
    }

    /**
     * Takes all orders of another plan; lanes send what they did before.
     *
     * @param other plan of a problem with the same lines and options
     * @return this builder
     */
    public Builder ordersOf(OrderPlan other) {
      Require.that(
          other.periods == periods && Arrays.equals(other.starts, starts),
          "plan",
          "of another problem",
          "must be of the same lines, options and periods",
          "");
      System.arraycopy(other.packs, 0, packs, 0, packs.length);
      return this;
    }

    /**
     * Builds the plan.
     *
     * @return the plan
     */
    public OrderPlan build() {
      return new OrderPlan(this);
    }
  }
}
