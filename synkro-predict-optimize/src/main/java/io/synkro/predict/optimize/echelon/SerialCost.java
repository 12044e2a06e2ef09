package io.synkro.predict.optimize.echelon;

/**
 * Expected cost of a serial system in the long run.
 *
 * @param holding money a period for what is on hand and in transit between the stages
 * @param stockout money a period for customers that wait
 */
public record SerialCost(double holding, double stockout) {
  /**
   * Returns the sum.
   *
   * @return money a period
   */
  public double total() {
    return holding + stockout;
  }
}
