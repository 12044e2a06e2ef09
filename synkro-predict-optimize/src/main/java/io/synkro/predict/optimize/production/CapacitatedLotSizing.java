package io.synkro.predict.optimize.production;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.linear.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Capacitated lot sizing with set-up times: when to make how much of several items that share a
 * capacity, so that all demand is met in its period at the least cost of set-ups and stock.
 *
 * <p>Minimise Σ s(i) y(i,t) + h(i) I(i,t) such that I(i,t-1) + x(i,t) = d(i,t) + I(i,t) and Σ a(i)
 * x(i,t) + τ(i) y(i,t) ≤ C(t), where y(i,t) is 1 if x(i,t) is positive and 0 or 1 otherwise. There
 * is no stock at the start, and nothing waits. Source: Trigeiro, Thomas &amp; McClain (1989),
 * "Capacitated lot sizing with setup times", Management Science 35, <a
 * href="https://doi.org/10.1287/mnsc.35.3.353">doi:10.1287/mnsc.35.3.353</a>.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class CapacitatedLotSizing {
  private static final double MOST = 1e12;

  private final List<ProductionItem> items;
  private final double[] capacity;

  private CapacitatedLotSizing(List<ProductionItem> items, double[] capacity) {
    this.items = items;
    this.capacity = capacity;
  }

  /**
   * Starts a problem.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the items.
   *
   * @return one or more
   */
  public List<ProductionItem> items() {
    return items;
  }

  /**
   * Returns the number of periods.
   *
   * @return one or more
   */
  public int periods() {
    return capacity.length;
  }

  /**
   * Returns the capacity of a period.
   *
   * @param period from 0
   * @return units of capacity, zero or more
   */
  public double capacity(int period) {
    return capacity[Require.index("period", period, capacity.length)];
  }

  /**
   * Writes the definition as a linear model.
   *
   * @return {@link LotSizingModel#aggregate}'s
   */
  public LinearModel toLinearModel() {
    return LotSizingModel.aggregate(this).model();
  }

  /** Collects a problem. Not safe for use by several threads. */
  public static final class Builder {
    private final List<ProductionItem> items = new ArrayList<>();
    private double[] capacity = {};

    private Builder() {}

    /**
     * Sets the capacity of each period.
     *
     * @param units shape {@code [periods]}, each zero or more
     * @return this builder
     */
    public Builder capacity(double... units) {
      for (int t = 0; t < units.length; t++) {
        Require.nonNegative("capacity of period " + t, units[t], "");
        requireMost("capacity of period " + t, units[t]);
      }
      capacity = units.clone();
      return this;
    }

    /**
     * Sets the same capacity for all periods.
     *
     * @param periods how many, one or more
     * @param units of each, zero or more
     * @return this builder
     */
    public Builder constantCapacity(int periods, double units) {
      double[] all = new double[Require.atLeast("periods", periods, 1, "")];
      Arrays.fill(all, units);
      return capacity(all);
    }

    /**
     * Adds an item.
     *
     * @param item whose demand has as many periods as the capacity
     * @return this builder
     */
    public Builder item(ProductionItem item) {
      items.add(item);
      return this;
    }

    /**
     * Builds the problem.
     *
     * @return the problem
     */
    public CapacitatedLotSizing build() {
      Require.atLeast("periods of capacity", capacity.length, 1, "");
      Require.atLeast("number of items", items.size(), 1, "");
      Set<String> names = new HashSet<>();
      for (ProductionItem item : items) {
        Require.that(names.add(item.name()), "name of an item", item.name(), "must be unique", "");
        Require.that(
            item.periods() == capacity.length,
            "periods of demand of " + item,
            item.periods(),
            "must be as many as those of the capacity, " + capacity.length,
            "");
        requireRange(item);
      }
      return new CapacitatedLotSizing(List.copyOf(items), capacity.clone());
    }

    /** Beyond these, sums of costs and of capacity would lose the digits that matter. */
    private static void requireRange(ProductionItem item) {
      double units = 0;
      for (int t = 0; t < item.periods(); t++) {
        units += item.demand(t);
      }
      requireMost("demand of " + item, units);
      requireMost("demand times unitCapacity of " + item, units * item.unitCapacity());
      requireMost("setupTime of " + item, item.setupTime());
      requireMost("setupCost of " + item, item.setupCost());
      requireMost("holdingCost of " + item, item.holdingCost());
      requireMost("holdingCost per capacity of " + item, item.holdingCost() / item.unitCapacity());
    }

    private static void requireMost(String name, double value) {
      Require.that(value <= MOST, name, value, "must be at most " + MOST, "use larger units");
    }
  }
}
