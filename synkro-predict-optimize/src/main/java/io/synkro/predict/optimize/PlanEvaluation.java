package io.synkro.predict.optimize;

import java.util.List;

/**
 * What the orders of a plan come to in another world than the one that it was made for.
 *
 * @param plan the orders with their costs and services; nothing is proven of it
 * @param violations hard limits and rules that the orders break, in words; empty if they keep all
 */
public record PlanEvaluation(StockPlan plan, List<String> violations) {
  /** {@inheritDoc} */
  public PlanEvaluation {
    violations = List.copyOf(violations);
  }
}
