package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A product in a warehouse: its demand, stock, costs and ways to order it. Immutable; safe for use
 * by many threads.
 */
public final class StockLine {
  private final SeriesId id;
  private final NetStock netStock;
  private final double packSize;
  private final Map<Space, Double> spaces;
  private final List<SupplyOption> supply;
  private final StockCost[] costs;
  private final double terminalValue;
  private final double terminalMost;
  private final int frozenPeriods;

  private StockLine(Builder builder) {
    this.id = builder.id;
    this.packSize = builder.packSize;
    this.spaces = Map.copyOf(builder.spaces);
    this.supply = List.copyOf(builder.supply);
    this.costs = builder.costs.clone();
    this.terminalValue = builder.terminalValue;
    this.terminalMost = builder.terminalMost;
    if (terminalValue > 0) {
      int last = costs.length - 1;
      costs[last] = costs[last].withTerminalValue(terminalValue, terminalMost);
    }
    this.frozenPeriods = Math.min(builder.frozenPeriods, costs.length);
    this.netStock = new NetStock(id, builder.initialStock, builder.flows, builder.shelfLife);
  }

  private StockLine(StockLine other, NetStock netStock) {
    this.id = other.id;
    this.netStock = netStock;
    this.packSize = other.packSize;
    this.spaces = other.spaces;
    this.supply = other.supply;
    this.costs = other.costs;
    this.terminalValue = other.terminalValue;
    this.terminalMost = other.terminalMost;
    this.frozenPeriods = other.frozenPeriods;
  }

  /**
   * Starts a line.
   *
   * @param id product and warehouse
   * @param demand mean demand of each period, units, zero or more
   * @return a builder
   */
  public static Builder builder(SeriesId id, double... demand) {
    return new Builder(id, demand);
  }

  /**
   * Returns product and warehouse.
   *
   * @return the identifier
   */
  public SeriesId id() {
    return id;
  }

  /**
   * Returns the number of periods.
   *
   * @return at least 1
   */
  public int periods() {
    return netStock.periods();
  }

  /**
   * Returns the mean demand of a period.
   *
   * @param period from 0
   * @return units
   */
  public double demand(int period) {
    return netStock.demand(period);
  }

  /**
   * Returns by how much the net stock falls from when goods are sent to the end of a period: its
   * demand less what is withheld from sending.
   *
   * @param period from 0
   * @return units, below zero if it rises
   */
  public double afterSending(int period) {
    return netStock.afterSending(period);
  }

  /**
   * Returns the net stock at the end of a period if nothing is ordered: stock and open orders less
   * demand.
   *
   * @param period from 0
   * @return units, below zero if demand waits
   */
  public double stockWithoutOrders(int period) {
    return netStock.withoutOrders(period);
  }

  /**
   * Returns the units in a pack.
   *
   * @return positive
   */
  public double packSize() {
    return packSize;
  }

  /**
   * Returns what a unit takes of a warehouse.
   *
   * @param space kind
   * @return zero or more
   */
  public double unitSpace(Space space) {
    return spaces.getOrDefault(space, 0.0);
  }

  /**
   * Returns the ways to order.
   *
   * @return options; none if the line cannot be ordered
   */
  public List<SupplyOption> supply() {
    return supply;
  }

  /**
   * Returns the cost of the stock at the end of a period, less what it is worth after the last one.
   *
   * @param period from 0
   * @return the function
   */
  public StockCost cost(int period) {
    return costs[period];
  }

  /**
   * Returns what the stock left after the last period is worth.
   *
   * @param stock net stock, units
   * @return money, negative if demand waits
   */
  public double terminalCredit(double stock) {
    return terminalValue * Math.min(stock, terminalMost);
  }

  /**
   * Returns the least stock that is allowed at the end of a period.
   *
   * @param period from 0
   * @return units; negative infinity if there is none
   */
  public double minimumStock(int period) {
    return netStock.least(period);
  }

  /**
   * Exchanges the least stock that is allowed.
   *
   * @param units by period, shape {@code [periods]}; finite, or negative infinity for none
   * @return a copy that differs in nothing else
   */
  public StockLine withMinimumStock(double... units) {
    return new StockLine(this, netStock.withLeast(units));
  }

  /**
   * Returns the most stock that is allowed at the end of a period: what is sold before it perishes,
   * or the stock without orders if that is more, so that no order may add to it.
   *
   * @param period from 0
   * @return units; infinity if nothing perishes
   */
  public double maximumStock(int period) {
    return netStock.most(period);
  }

  /**
   * Returns before which period nothing may be ordered or sent any more.
   *
   * @return number of periods
   */
  public int frozenPeriods() {
    return frozenPeriods;
  }

  @Override
  public String toString() {
    return "line " + id;
  }

  /** Collects what a line is made of. Not safe for use by several threads. */
  public static final class Builder {
    private final SeriesId id;
    private final NetStock.Flows flows;
    private final List<SupplyOption> supply = new ArrayList<>();
    private final Map<Space, Double> spaces = new EnumMap<>(Space.class);
    private double initialStock;
    private double packSize = 1;
    private final StockCost[] costs;
    private double terminalValue;
    private double terminalMost;
    private int frozenPeriods;
    private int shelfLife = ShelfLife.ENDLESS;

    private Builder(SeriesId id, double[] demand) {
      this.id = id;
      Require.atLeast("periods of " + id, demand.length, 1, "give the demand of each period");
      this.flows = new NetStock.Flows(demand);
      for (double units : demand) {
        Require.nonNegative("demand of " + id, units, "a return was not taken out");
      }
      this.costs = new StockCost[demand.length];
      Arrays.fill(costs, StockCost.linear(0, 0));
    }

    /**
     * Sets the net stock before the first period.
     *
     * @param units stock less demand that waits
     * @return this builder
     */
    public Builder initialStock(double units) {
      this.initialStock = Require.finite("initialStock of " + id, units, "");
      return this;
    }

    /**
     * Adds an open order.
     *
     * @param period of its arrival, from 0
     * @param units zero or more
     * @return this builder
     */
    public Builder arrival(int period, double units) {
      Require.index("arrival of " + id, period, flows.demand.length);
      flows.arrivals[period] += Require.nonNegative("arrival of " + id, units, "");
      return this;
    }

    /**
     * Withholds units from sending by lanes in a period, beside demand that waits: of what arrives
     * in the period, that which arrives only after goods are sent; of the demand of the period,
     * that which is met before.
     *
     * @param period from 0
     * @param units zero or more
     * @return this builder
     */
    public Builder withheld(int period, double units) {
      Require.index("withheld of " + id, period, flows.demand.length);
      flows.withheld[period] += Require.nonNegative("withheld of " + id, units, "");
      return this;
    }

    /**
     * Sets the units in a pack; 1 unless set.
     *
     * @param units positive
     * @return this builder
     */
    public Builder packSize(double units) {
      this.packSize = Require.positive("packSize of " + id, units, "");
      return this;
    }

    /**
     * Sets what a unit takes of its warehouse.
     *
     * @param space kind
     * @param perUnit zero or more
     * @return this builder
     */
    public Builder space(Space space, double perUnit) {
      spaces.put(space, Require.nonNegative(space + " of a unit of " + id, perUnit, ""));
      return this;
    }

    /**
     * Adds a way to order.
     *
     * @param option supplier, lead time and costs
     * @return this builder
     */
    public Builder supply(SupplyOption option) {
      supply.add(option);
      return this;
    }

    /**
     * Sets the cost of the stock at the end of each period.
     *
     * @param function the cost, see {@link StockCost}
     * @return this builder
     */
    public Builder cost(StockCost function) {
      Arrays.fill(costs, function);
      return this;
    }

    /**
     * Sets the cost of the stock at the end of a period.
     *
     * @param period from 0
     * @param function the cost, see {@link StockCost}
     * @return this builder
     */
    public Builder cost(int period, StockCost function) {
      Require.index("cost of " + id, period, flows.demand.length);
      costs[period] = function;
      return this;
    }

    /**
     * Sets what stock left after the last period is worth.
     *
     * @param value of a unit, zero or more; less than it costs to buy, or buying to hold would pay
     * @param most units that count, finite
     * @return this builder
     */
    public Builder terminalValue(double value, double most) {
      this.terminalValue = Require.nonNegative("terminalValue of " + id, value, "");
      this.terminalMost = Require.finite("terminalMost of " + id, most, "");
      return this;
    }

    /**
     * Sets the least stock at the end of a period, which every plan keeps.
     *
     * @param period from 0
     * @param units finite
     * @return this builder
     */
    public Builder minimumStock(int period, double units) {
      Require.index("minimumStock of " + id, period, flows.demand.length);
      flows.least[period] = Require.finite("minimumStock of " + id, units, "");
      return this;
    }

    /**
     * Sets within which time stock is to be sold. Stock at the end of a period is at most the mean
     * demand of as many periods after it; for those beyond the last one, the mean demand of as many
     * of the last periods counts.
     *
     * @param periods how many, zero or more; with 0 nothing is kept to the next period
     * @return this builder
     */
    public Builder shelfLife(int periods) {
      this.shelfLife = Require.atLeast("shelfLife of " + id, periods, 0, "");
      return this;
    }

    /**
     * Forbids orders, and sending by lanes, in the first periods.
     *
     * @param periods how many, zero or more
     * @return this builder
     */
    public Builder frozenPeriods(int periods) {
      this.frozenPeriods = Require.atLeast("frozenPeriods of " + id, periods, 0, "");
      return this;
    }

    /**
     * Builds the line.
     *
     * @return the line
     */
    public StockLine build() {
      return new StockLine(this);
    }
  }
}
