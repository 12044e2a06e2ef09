package io.synkro.predict.optimize.simulate;

/** Finds an order-up-to level from demand of the past. */
@FunctionalInterface
public interface LevelRule {
  /**
   * Finds the level.
   *
   * @param history demand by period, the oldest first, units
   * @return units, finite
   */
  double level(double[] history);
}
