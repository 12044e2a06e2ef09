package io.synkro.predict.optimize.simulate;

/** Finds an order-up-to level from what is known at a review. */
@FunctionalInterface
public interface LevelRule {
  /**
   * Finds the level.
   *
   * @param view what is known; its {@link StockView#lastDemand} is the history
   * @return units, finite
   */
  double level(StockView view);
}
