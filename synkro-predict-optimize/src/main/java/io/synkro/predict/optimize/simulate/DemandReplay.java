package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * Demand of one product in one warehouse that a simulation goes through, with what was known before
 * it begins. Immutable; safe for use by many threads.
 */
public final class DemandReplay {
  private final double[] demand;
  private final int start;
  private final double opening;

  private DemandReplay(double[] demand, int start, double opening) {
    Require.that(
        start >= 0 && start < demand.length,
        "start",
        start,
        "must be from 0 to %d, the periods less one".formatted(demand.length - 1),
        "leave at least one period to simulate");
    this.demand = demand.clone();
    this.start = start;
    this.opening = opening;
    for (int t = 0; t < demand.length; t++) {
      if (!(demand[t] >= 0 && Double.isFinite(demand[t]))) {
        Require.nonNegative("demand[" + t + "]", demand[t], "fill gaps, take returns out");
      }
    }
  }

  /**
   * Creates a replay that begins with stock on hand and no open order.
   *
   * @param demand units by period, the oldest first; none negative or missing
   * @param start the first period to simulate; those before it are known from the beginning
   * @param openingStock units on hand, zero or more
   * @return the replay
   */
  public static DemandReplay of(double[] demand, int start, double openingStock) {
    return new DemandReplay(demand, start, Require.nonNegative("openingStock", openingStock, ""));
  }

  /**
   * Creates a replay that begins with what the policy asks for at an empty shelf, as if that had
   * been ordered a lead time earlier: two policies are then compared without the stock of a third.
   *
   * @param demand units by period, the oldest first; none negative or missing
   * @param start the first period to simulate; those before it are known from the beginning
   * @return the replay
   */
  public static DemandReplay stockedByPolicy(double[] demand, int start) {
    return new DemandReplay(demand, start, Double.NaN);
  }

  /**
   * Returns how many periods are simulated.
   *
   * @return at least 1
   */
  public int periods() {
    return demand.length - start;
  }

  /**
   * Returns the demand before the simulation.
   *
   * @return units by period, the oldest first; a copy, may be empty
   */
  public double[] history() {
    return Arrays.copyOf(demand, start);
  }

  int start() {
    return start;
  }

  int end() {
    return demand.length;
  }

  double at(int period) {
    return demand[period];
  }

  double[] copyOf(int from, int to) {
    return Arrays.copyOfRange(demand, from, to);
  }

  /** Returns the stock at the beginning, NaN if the policy brings it. */
  double opening() {
    return opening;
  }
}
