package io.synkro.predict.hierarchy;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Forecasts of all nodes that add up. Immutable; safe for use by many threads.
 *
 * <p>A series without a base forecast has none here either (NaN), unless the method splits those of
 * totals; totals are then the sums of their other series, and NaN if there are none.
 */
public final class ReconciledForecast {
  private final double[][] values;
  private final Solution[] solutions;

  /** How good the forecasts of a step are. All are coherent, and not negative where asked for. */
  public enum Solution {
    /** They are what the method defines. */
    OPTIMAL,
    /** The search for them ended at its limit; better ones may exist. */
    FEASIBLE
  }

  /** Takes the arrays as they are. */
  ReconciledForecast(double[][] values, Solution[] solutions) {
    this.values = values;
    this.solutions = solutions;
  }

  /**
   * Returns the number of nodes.
   *
   * @return as many as the hierarchy has
   */
  public int nodes() {
    return values.length;
  }

  /**
   * Returns the number of steps.
   *
   * @return as many as the base forecasts have
   */
  public int steps() {
    return solutions.length;
  }

  /**
   * Returns a forecast.
   *
   * @param node number of the node in the hierarchy
   * @param step from 0
   * @return units; NaN if the node has no forecast
   */
  public double value(int node, int step) {
    Require.index("step", step, steps());
    return values[Require.index("node", node, nodes())][step];
  }

  /**
   * Returns the forecasts of a node.
   *
   * @param node number of the node in the hierarchy
   * @return one value a step, a copy
   */
  public double[] values(int node) {
    return values[Require.index("node", node, nodes())].clone();
  }

  /**
   * Returns the nodes without a forecast.
   *
   * @return their numbers, ascending; empty if all have one
   */
  public int[] missing() {
    return IntStream.range(0, nodes())
        .filter(node -> Arrays.stream(values[node]).anyMatch(Double::isNaN))
        .toArray();
  }

  /**
   * Says how good a step's forecasts are.
   *
   * @param step from 0
   * @return optimal, except where a search for forecasts took too long
   */
  public Solution solution(int step) {
    return solutions[Require.index("step", step, steps())];
  }

  /**
   * Says whether all steps' forecasts are what the method defines.
   *
   * @return false if the search ended at its limit for some step
   */
  public boolean isOptimal() {
    return Arrays.stream(solutions).allMatch(solution -> solution == Solution.OPTIMAL);
  }
}
