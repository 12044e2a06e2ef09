package io.synkro.predict.optimize.policy;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.function.DoublePredicate;

/** Searches for the least stock level from which on something holds. */
final class LeastLevel {
  private static final double FINEST = 0x1p-80;

  private LeastLevel() {}

  /**
   * Halves an interval until it is one unit or, of levels that are not whole, two doubles.
   *
   * @param below where it does not hold; whole if levels are
   * @param high where it holds; whole if levels are
   * @param whole whether levels are whole numbers
   * @param holds false up to some level and true from there on
   * @return the least level at which it holds, above {@code below} and at most {@code high}
   */
  static double between(double below, double high, boolean whole, DoublePredicate holds) {
    double left = below;
    double right = high;
    double smallest = whole ? 1 : Math.max(Math.abs(below), Math.abs(high)) * FINEST;
    while (right - left > smallest) {
      double half = left + (right - left) / 2;
      double middle = whole ? Math.floor(half) : half;
      if (middle <= left || middle >= right) {
        break; // no double lies between
      }
      if (holds.test(middle)) {
        right = middle;
      } else {
        left = middle;
      }
    }
    return right;
  }

  /**
   * Returns the least stock that is short of no more than some units on average.
   *
   * @param demand any demand
   * @param unitsShort positive
   * @return units
   */
  static double forUnitsShort(DemandDistribution demand, double unitsShort) {
    double low = demand.mean() - unitsShort; // n(x) is at least mean - x
    double high = demand.mean() + scarfDistance(demand.sd(), unitsShort);
    boolean whole = demand.isDiscrete();
    return between(
        whole ? Math.ceil(low) - 1 : low,
        whole ? Math.ceil(high) : high,
        whole,
        x -> demand.loss(x) <= unitsShort);
  }

  /**
   * Returns how far above the mean stock has to be so that no demand with this standard deviation
   * is short of more than some units: (√(σ² + d²) − d) / 2 = units at d = σ² / (4 units) − units.
   * Source: Scarf (1958), "A min-max solution of an inventory problem", Studies in the Mathematical
   * Theory of Inventory and Production.
   *
   * @param sd standard deviation σ, zero or more
   * @param units positive
   * @return units, may be negative
   */
  static double scarfDistance(double sd, double units) {
    return sd * (sd / (4 * units)) - units;
  }

  /** Refuses levels that demand in whole units never leads to. */
  static void requireWhole(String name, double value, DemandDistribution demand) {
    Require.that(
        Double.isFinite(value) && (!demand.isDiscrete() || value == Math.rint(value)),
        name,
        value,
        demand.isDiscrete() ? "must be a whole number, as demand is" : "must be finite",
        "");
  }
}
