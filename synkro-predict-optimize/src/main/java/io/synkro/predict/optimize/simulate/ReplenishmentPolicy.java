package io.synkro.predict.optimize.simulate;

/**
 * Decides at each review how much to order, from what is known by then. A policy may keep what it
 * worked out before; such a policy serves one simulation and one thread.
 */
@FunctionalInterface
public interface ReplenishmentPolicy {
  /**
   * Decides.
   *
   * @param view what is known at the review, after receipts and before the demand of the period
   * @return units to order; zero or less for none. Packs, minimum order and capacity are seen to by
   *     the simulation.
   */
  double order(StockView view);
}
