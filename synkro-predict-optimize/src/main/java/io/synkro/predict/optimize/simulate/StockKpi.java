package io.synkro.predict.optimize.simulate;

import java.util.function.ToDoubleFunction;

/** What simulations are judged by. Of several products, rates are pooled and amounts added up. */
public enum StockKpi {
  /** Share of units served from the shelf; see {@link StockRun#fillRate()}. */
  FILL_RATE(run -> run.units().fromShelf(), run -> run.units().demand()),
  /** Share of replenishment cycles without a shortage; see {@link StockRun#cycleService()}. */
  CYCLE_SERVICE(run -> run.cycles() - run.shortCycles(), StockRun::cycles),
  /** Share of periods that ended with stock on the shelf. */
  READY_RATE(StockRun::readyPeriods, StockRun::periods),
  /** Periods with demand that was not served from the shelf. */
  SHORT_PERIODS(StockRun::shortPeriods),
  /** Units not served from the shelf. */
  SHORT_UNITS(run -> run.units().shortUnits()),
  /** Stock on hand at the end of a period, on average, units. */
  MEAN_STOCK(StockRun::meanStock),
  /** Orders placed. */
  ORDERS(StockRun::orders),
  /** Cost of holding stock. */
  HOLDING_COST(StockRun::holdingCost),
  /** Cost of placing orders. */
  ORDER_COST(StockRun::orderCost),
  /** Cost of units not served from the shelf. */
  SHORTAGE_COST(StockRun::shortageCost),
  /** All three costs. */
  TOTAL_COST(StockRun::totalCost);

  private final ToDoubleFunction<StockRun> amount;
  private final boolean rate;
  private final ToDoubleFunction<StockRun> base;

  StockKpi(ToDoubleFunction<StockRun> amount, ToDoubleFunction<StockRun> base) {
    this.amount = amount;
    this.base = base;
    this.rate = true;
  }

  StockKpi(ToDoubleFunction<StockRun> amount) {
    this.amount = amount;
    this.base = run -> 1;
    this.rate = false;
  }

  /**
   * Returns whether it is a share.
   *
   * @return true for shares, from 0 to 1; false for amounts
   */
  public boolean isRate() {
    return rate;
  }

  double amount(StockRun run) {
    return amount.applyAsDouble(run);
  }

  double base(StockRun run) {
    return base.applyAsDouble(run);
  }
}
