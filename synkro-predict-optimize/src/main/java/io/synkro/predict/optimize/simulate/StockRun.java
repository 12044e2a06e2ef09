package io.synkro.predict.optimize.simulate;

/**
 * What a simulation of one product in one warehouse came to.
 *
 * @param periods how many were simulated
 * @param units where units came from and went
 * @param shortPeriods periods with demand that was not served from the shelf
 * @param readyPeriods periods that ended with stock on the shelf
 * @param cycles replenishment cycles, from one receipt to the next; that from the beginning to the
 *     first receipt counts, the unfinished last does not
 * @param shortCycles those in which some demand was not served from the shelf
 * @param stockPeriods stock on hand at the end of each period, added up, units × periods
 * @param orders how often something was ordered
 * @param costs what units, orders and shortages cost
 */
public record StockRun(
    int periods,
    UnitFlow units,
    int shortPeriods,
    int readyPeriods,
    int cycles,
    int shortCycles,
    double stockPeriods,
    int orders,
    SimulationCosts costs) {

  /**
   * Returns the share of units served from the shelf in the period they were asked for (type-2
   * service).
   *
   * @return from 0 to 1; NaN if there was no demand
   */
  public double fillRate() {
    return units.fromShelf() / units.demand();
  }

  /**
   * Returns the share of replenishment cycles without a shortage (type-1 service).
   *
   * @return from 0 to 1; NaN if no cycle ended
   */
  public double cycleService() {
    return 1 - (double) shortCycles / cycles;
  }

  /**
   * Returns the share of periods that ended with stock on the shelf.
   *
   * @return from 0 to 1
   */
  public double readyRate() {
    return (double) readyPeriods / periods;
  }

  /**
   * Returns the stock on hand at the end of a period, on average.
   *
   * @return units, zero or more
   */
  public double meanStock() {
    return stockPeriods / periods;
  }

  /**
   * Returns what holding the stock cost.
   *
   * @return money
   */
  public double holdingCost() {
    return costs.holding() * stockPeriods;
  }

  /**
   * Returns what ordering cost.
   *
   * @return money
   */
  public double orderCost() {
    return costs.order() * orders;
  }

  /**
   * Returns what units not served from the shelf cost.
   *
   * @return money
   */
  public double shortageCost() {
    return costs.shortage() * units.shortUnits();
  }

  /**
   * Returns what holding, ordering and shortages cost together.
   *
   * @return money
   */
  public double totalCost() {
    return holdingCost() + orderCost() + shortageCost();
  }
}
