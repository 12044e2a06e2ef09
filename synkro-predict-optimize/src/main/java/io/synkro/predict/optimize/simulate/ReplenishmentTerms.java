package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.LeadTime;

/**
 * How stock is replenished in a simulation. One period is what the demand is counted by, such as a
 * day or a month; a "day" of the lead time is one period.
 *
 * @param leadTime periods from order to receipt: what is ordered in a period with a lead time of 0
 *     serves the demand of the same period
 * @param review periods between two chances to order, at least 1
 * @param shortage what becomes of demand that cannot be served
 * @param packSize orders are whole packs of this many units; zero if any amount can be ordered
 * @param minimumOrder smallest order in units, zero if there is none
 * @param capacity most units that may be on hand and on order together; infinite if there is no
 *     limit. Orders are cut to it, in whole packs, and left out if the minimum does not fit.
 * @param ordersMayCross whether an order may arrive before one that was placed earlier; if not, it
 *     arrives with it at the earliest
 */
public record ReplenishmentTerms(
    LeadTime leadTime,
    int review,
    Shortage shortage,
    double packSize,
    double minimumOrder,
    double capacity,
    boolean ordersMayCross) {
  /** Sums of decimal fractions may be above a whole number of packs by this many of them. */
  private static final double ROUNDING = 1e-9;

  /** {@inheritDoc} */
  public ReplenishmentTerms {
    Require.atLeast("review", review, 1, "use 1 for a look in every period");
    Require.nonNegative("packSize", packSize, "use 0 if any amount can be ordered");
    Require.nonNegative("minimumOrder", minimumOrder, "use 0 if there is none");
    Require.that(capacity > 0, "capacity", capacity, "must be above zero, or infinite", "");
  }

  /**
   * Creates terms without packs, minimum and capacity, under which unserved demand is lost.
   *
   * @param leadTime periods from order to receipt
   * @param review periods between two chances to order, at least 1
   * @return the terms
   */
  public static ReplenishmentTerms of(LeadTime leadTime, int review) {
    return new ReplenishmentTerms(
        leadTime, review, Shortage.LOST_SALES, 0, 0, Double.POSITIVE_INFINITY, false);
  }

  /**
   * Changes what becomes of demand that cannot be served.
   *
   * @param newShortage lost or waiting
   * @return a copy
   */
  public ReplenishmentTerms withShortage(Shortage newShortage) {
    return new ReplenishmentTerms(
        leadTime, review, newShortage, packSize, minimumOrder, capacity, ordersMayCross);
  }

  /**
   * Changes what can be ordered.
   *
   * @param units in a pack, zero if any amount can be ordered
   * @param smallest order in units, zero if there is none
   * @return a copy
   */
  public ReplenishmentTerms withPacks(double units, double smallest) {
    return new ReplenishmentTerms(
        leadTime, review, shortage, units, smallest, capacity, ordersMayCross);
  }

  /**
   * Changes the room.
   *
   * @param units that may be on hand and on order together, above zero
   * @return a copy
   */
  public ReplenishmentTerms withCapacity(double units) {
    return new ReplenishmentTerms(
        leadTime, review, shortage, packSize, minimumOrder, units, ordersMayCross);
  }

  /**
   * Changes whether an order may overtake another.
   *
   * @param allowed true if it may
   * @return a copy
   */
  public ReplenishmentTerms withCrossing(boolean allowed) {
    return new ReplenishmentTerms(
        leadTime, review, shortage, packSize, minimumOrder, capacity, allowed);
  }

  /** Returns what is ordered of what a policy asks for at an inventory position. */
  double orderable(double asked, double position) {
    if (!(asked > 0)) {
      return 0;
    }
    double wanted = Math.max(asked, minimumOrder);
    double room = capacity - position;
    if (packSize > 0) {
      wanted = packSize * Math.ceil(wanted / packSize - ROUNDING);
      room = packSize * Math.floor(room / packSize + ROUNDING);
    }
    double units = Math.min(wanted, room);
    return units > 0 && units >= minimumOrder ? units : 0;
  }
}
