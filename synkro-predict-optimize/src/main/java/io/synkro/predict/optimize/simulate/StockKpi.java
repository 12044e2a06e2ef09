package io.synkro.predict.optimize.simulate;

/** What simulations are judged by. Of several products, rates are pooled and amounts added up. */
public enum StockKpi {
  /** Share of units served from the shelf; see {@link StockRun#fillRate()}. */
  FILL_RATE,
  /** Share of replenishment cycles without a shortage; see {@link StockRun#cycleService()}. */
  CYCLE_SERVICE,
  /** Share of periods that ended with stock on the shelf. */
  READY_RATE,
  /** Periods with demand that was not served from the shelf. */
  SHORT_PERIODS,
  /** Units not served from the shelf. */
  SHORT_UNITS,
  /** Stock on hand at the end of a period, on average, units. */
  MEAN_STOCK,
  /** Orders placed. */
  ORDERS,
  /** Cost of holding stock. */
  HOLDING_COST,
  /** Cost of placing orders. */
  ORDER_COST,
  /** Cost of units not served from the shelf. */
  SHORTAGE_COST,
  /** All three costs. */
  TOTAL_COST;

  /**
   * Returns whether it is a share.
   *
   * @return true for shares, from 0 to 1; false for amounts
   */
  public boolean isRate() {
    return this == FILL_RATE || this == CYCLE_SERVICE || this == READY_RATE;
  }

  /** Returns the amount, or what a rate has above the line. */
  double amount(StockRun run) {
    return switch (this) {
      case FILL_RATE -> run.units().fromShelf();
      case CYCLE_SERVICE -> run.cycles() - run.shortCycles();
      case READY_RATE -> run.readyPeriods();
      case SHORT_PERIODS -> run.shortPeriods();
      case SHORT_UNITS -> run.units().shortUnits();
      case MEAN_STOCK -> run.meanStock();
      case ORDERS -> run.orders();
      case HOLDING_COST -> run.holdingCost();
      case ORDER_COST -> run.orderCost();
      case SHORTAGE_COST -> run.shortageCost();
      case TOTAL_COST -> run.totalCost();
    };
  }

  /** Returns what a rate has below the line; 1 for amounts. */
  double base(StockRun run) {
    return switch (this) {
      case FILL_RATE -> run.units().demand();
      case CYCLE_SERVICE -> run.cycles();
      case READY_RATE -> run.periods();
      default -> 1;
    };
  }
}
