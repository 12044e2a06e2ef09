package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.series.WarehouseId;

/**
 * What all lines together may use in a period. A limit is hard, or elastic at a price of each unit
 * beyond it.
 */
public sealed interface SharedLimit {
  /** The price of a hard limit. */
  double HARD = Double.POSITIVE_INFINITY;

  /**
   * Returns the period.
   *
   * @return from 0
   */
  int period();

  /**
   * Returns how much there is.
   *
   * @return money, space or units
   */
  double amount();

  /**
   * Returns what a unit beyond the amount costs.
   *
   * @return positive; {@link #HARD} if the limit must be kept
   */
  double price();

  /**
   * Returns the same limit of another size.
   *
   * @param other how much there is, zero or more
   * @param otherPrice of a unit beyond it, positive
   * @return a limit of the same subject and period
   */
  SharedLimit with(double other, double otherPrice);

  /**
   * Money for the orders of a period: units times their prices, without order costs.
   *
   * @param period from 0
   * @param amount zero or more
   * @param price of each unit of money beyond, positive
   */
  record Budget(int period, double amount, double price) implements SharedLimit {
    /** {@inheritDoc} */
    public Budget {
      require("budget", period, amount, price);
    }

    @Override
    public SharedLimit with(double other, double otherPrice) {
      return new Budget(period, other, otherPrice);
    }
  }

  /**
   * Room of a warehouse for the stock at the end of a period.
   *
   * @param warehouse where
   * @param space kind of room
   * @param period from 0
   * @param amount zero or more
   * @param price of each unit of room beyond, positive
   */
  record Room(WarehouseId warehouse, Space space, int period, double amount, double price)
      implements SharedLimit {
    /** {@inheritDoc} */
    public Room {
      require(space + " of " + warehouse, period, amount, price);
    }

    @Override
    public SharedLimit with(double other, double otherPrice) {
      return new Room(warehouse, space, period, other, otherPrice);
    }
  }

  /**
   * Units that a supplier can take orders of in a period.
   *
   * @param supplier who delivers
   * @param period from 0
   * @param amount units, zero or more
   * @param price of each unit beyond, positive
   */
  record Capacity(SupplierId supplier, int period, double amount, double price)
      implements SharedLimit {
    /** {@inheritDoc} */
    public Capacity {
      require("capacity of " + supplier, period, amount, price);
    }

    @Override
    public SharedLimit with(double other, double otherPrice) {
      return new Capacity(supplier, period, other, otherPrice);
    }
  }

  private static void require(String name, int period, double amount, double price) {
    Require.atLeast("period of " + name, period, 0, "the first period is 0");
    Require.nonNegative(name, amount, "leave the limit out if there is none");
    Require.that(price > 0, "price of " + name, price, "must be positive", "use HARD");
  }
}
