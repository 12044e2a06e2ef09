package io.synkro.predict.optimize.production;

import io.synkro.predict.internal.Require;

/** An item that is made in lots. Immutable; safe for use by many threads. */
public final class ProductionItem {
  private final String name;
  private final double[] demand;
  private final double setupCost;
  private final double setupTime;
  private final double holdingCost;
  private final double unitCapacity;

  private ProductionItem(Builder builder) {
    this.name = builder.name;
    this.demand = builder.demand;
    this.setupCost = builder.setupCost;
    this.setupTime = builder.setupTime;
    this.holdingCost = builder.holdingCost;
    this.unitCapacity = builder.unitCapacity;
  }

  /**
   * Starts an item whose set-ups and stock are free and of which a unit takes one unit of capacity.
   *
   * @param name its name, without white space, at most 200 characters, unique in a problem
   * @return a builder
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * Returns its name.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the number of periods of its demand.
   *
   * @return one or more
   */
  public int periods() {
    return demand.length;
  }

  /**
   * Returns what has to be there in a period.
   *
   * @param period from 0
   * @return units, zero or more
   */
  public double demand(int period) {
    return demand[Require.index("period", period, demand.length)];
  }

  /**
   * Returns what a set-up costs.
   *
   * @return money, zero or more
   */
  public double setupCost() {
    return setupCost;
  }

  /**
   * Returns what a set-up takes of the capacity of its period.
   *
   * @return units of capacity, zero or more
   */
  public double setupTime() {
    return setupTime;
  }

  /**
   * Returns what a unit in stock at the end of a period costs.
   *
   * @return money per unit and period, zero or more
   */
  public double holdingCost() {
    return holdingCost;
  }

  /**
   * Returns what a unit made takes of the capacity.
   *
   * @return units of capacity, positive
   */
  public double unitCapacity() {
    return unitCapacity;
  }

  @Override
  public String toString() {
    return "item " + name;
  }

  /** Collects an item. Not safe for use by several threads. */
  public static final class Builder {
    private final String name;
    private double[] demand = {};
    private double setupCost;
    private double setupTime;
    private double holdingCost;
    private double unitCapacity = 1;

    private Builder(String name) {
      this.name = Require.identifier("name of an item", name);
      Require.that(
          name.length() <= 200,
          "length of the name of an item",
          name.length(),
          "must be at most 200",
          "");
      Require.that(
          name.chars().noneMatch(Character::isWhitespace),
          "name of an item",
          name,
          "must not contain white space, which would break MPS files",
          "write an underscore");
    }

    /**
     * Sets what has to be there in each period.
     *
     * @param units shape {@code [periods]}, each zero or more
     * @return this builder
     */
    public Builder demand(double... units) {
      for (int t = 0; t < units.length; t++) {
        require("demand in period " + t, units[t]);
      }
      demand = units.clone();
      return this;
    }

    /**
     * Sets what a set-up takes. Whatever is made in a period needs one set-up in it.
     *
     * @param cost money, zero or more
     * @param time units of capacity, zero or more
     * @return this builder
     */
    public Builder setup(double cost, double time) {
      setupCost = require("setupCost", cost);
      setupTime = require("setupTime", time);
      return this;
    }

    /**
     * Sets what a unit in stock at the end of a period costs.
     *
     * @param cost money per unit and period, zero or more
     * @return this builder
     */
    public Builder holdingCost(double cost) {
      holdingCost = require("holdingCost", cost);
      return this;
    }

    /**
     * Sets what a unit made takes of the capacity.
     *
     * @param capacity units of capacity, positive
     * @return this builder
     */
    public Builder unitCapacity(double capacity) {
      unitCapacity = Require.positive("unitCapacity of item " + name, capacity, "");
      return this;
    }

    /**
     * Builds the item.
     *
     * @return the item
     */
    public ProductionItem build() {
      Require.atLeast("periods of demand of item " + name, demand.length, 1, "");
      return new ProductionItem(this);
    }

    private double require(String what, double value) {
      return Require.nonNegative(what + " of item " + name, value, "");
    }
  }
}
