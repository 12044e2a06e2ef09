package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;

/**
 * The (R, s, S) policy: at a review at which the inventory position is at or below s, it orders up
 * to S. With s = S it is the (R, S) policy, and base stock with a review in every period. Source:
 * Silver, Pyke &amp; Thomas (2017), Inventory and Production Management in Supply Chains, chapter
 * 6.
 *
 * @param reorderPoint s, units
 * @param level S, units, not below s
 */
public record OrderUpToPolicy(double reorderPoint, double level) implements ReplenishmentPolicy {
  /** {@inheritDoc} */
  public OrderUpToPolicy {
    Require.that(Double.isFinite(level), "level", level, "must be finite", "");
    Require.that(
        reorderPoint <= level, "reorderPoint", reorderPoint, "must be at most S, " + level, "");
  }

  /**
   * Creates the policy that orders up to a level at every review.
   *
   * @param level units, finite
   * @return the policy
   */
  public static OrderUpToPolicy level(double level) {
    return new OrderUpToPolicy(level, level);
  }

  @Override
  public double order(StockView view) {
    double position = view.position();
    return position <= reorderPoint ? level - position : 0;
  }
}
