package io.synkro.predict.optimize.engine;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.problem.SharedLimit;

/**
 * What a shared limit is worth: its Lagrangian multiplier at the best lower bound.
 *
 * @param limit the limit
 * @param marginalValue how much a unit more of it lowers the lower bound, per unit, zero or more;
 *     for small changes the cost of the best plan changes by nearly as much
 */
public record LimitPrice(SharedLimit limit, double marginalValue) {
  /** {@inheritDoc} */
  public LimitPrice {
    Require.nonNegative("marginalValue of " + limit, marginalValue, "");
  }
}
