package io.synkro.predict.optimize.scenario;

/**
 * What the orders of a plan come to on average over courses of demand, if nobody plans again.
 *
 * @param days how many are simulated
 * @param demand units asked for
 * @param lost units not served
 * @param lostMargin what they would have earned
 * @param meanStock units on hand at the end of a day, on average
 * @param meanStockValue the same at purchase prices
 * @param holding cost of holding it
 */
public record SimulatedFigures(
    int days,
    double demand,
    double lost,
    double lostMargin,
    double meanStock,
    double meanStockValue,
    double holding) {

  /**
   * Returns the share of units served.
   *
   * @return from 0 to 1; 1 without demand
   */
  public double fillRate() {
    return demand > 0 ? 1 - lost / demand : 1;
  }
}
