package io.synkro.predict.optimize.engine;

/**
 * Where a search is.
 *
 * @param seconds since it began
 * @param incumbent total cost of the best plan so far; positive infinity if there is none yet
 * @param lowerBound what every plan costs at least; negative infinity if nothing is proven yet
 */
public record SolveProgress(double seconds, double incumbent, double lowerBound) {
  /**
   * Returns how much cheaper than the best plan another can be at most.
   *
   * @return share of the cost of the best plan; positive infinity if there is none or no bound
   */
  public double gap() {
    return PlanResult.gap(incumbent - lowerBound, incumbent);
  }
}
