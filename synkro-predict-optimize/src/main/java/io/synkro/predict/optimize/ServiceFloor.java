package io.synkro.predict.optimize;

import io.synkro.predict.internal.Require;

/**
 * What a plan does about the service levels of items: each asks for some stock, its floor. Above it
 * less shortage is no reason to hold more; below it shortages cost their margin, and the floor has
 * a price of its own.
 *
 * @param hard whether every plan must keep the floors, as far as orders can still arrive; if they
 *     and the limits contradict each other there is no plan
 * @param price of a unit below the floor for as long as an order takes to mend it, a lead time and
 *     a period, as a multiple of the unit's purchase price, zero or more
 */
public record ServiceFloor(boolean hard, double price) {
  /**
   * Elastic, at twice the purchase price: where limits allow it the floors hold, up to a part of a
   * pack; where they do not, money goes where it saves the most margin.
   */
  public static final ServiceFloor PRICED = new ServiceFloor(false, 2);

  /** Floors that every plan keeps. */
  public static final ServiceFloor HARD = new ServiceFloor(true, 0);

  /**
   * Only the costs of stock and shortages count, which may ask for more or less than the target.
   */
  public static final ServiceFloor NONE = new ServiceFloor(false, 0);

  /** {@inheritDoc} */
  public ServiceFloor {
    Require.nonNegative("price of a unit below its floor", price, "");
  }
}
