package io.synkro.predict.optimize;

/**
 * The expected costs of a line over the periods of a plan, by kind, all in money.
 *
 * @param purchases units times their prices
 * @param orders fixed costs of orders
 * @param transfers of moving what the line receives from other warehouses
 * @param holding of stock at the end of each period
 * @param shortage margin of units that are short beyond those that the service level accepts
 * @param lostSales selling price of demand that is lost before any order can arrive and that no
 *     transfer is taken to serve, whatever is planned; zero if shortages wait
 * @param belowFloor price of stock below that which the service level asks for: not money that is
 *     paid, but what a plan weighs service by
 * @param terminalCredit what the stock after the last period is worth
 */
public record LineCosts(
    double purchases,
    double orders,
    double transfers,
    double holding,
    double shortage,
    double lostSales,
    double belowFloor,
    double terminalCredit) {
  /** Nothing. */
  public static final LineCosts ZERO = new LineCosts(0, 0, 0, 0, 0, 0, 0, 0);

  /**
   * Returns what the plan weighs.
   *
   * @return all costs less the terminal credit
   */
  public double total() {
    return purchases
        + orders
        + transfers
        + holding
        + shortage
        + lostSales
        + belowFloor
        - terminalCredit;
  }

  /**
   * Returns the money of the plan.
   *
   * @return all costs less the terminal credit, without the price of stock below floors
   */
  public double money() {
    return total() - belowFloor;
  }

  /**
   * Adds two.
   *
   * @param other costs
   * @return the sums by kind
   */
  public LineCosts plus(LineCosts other) {
    return new LineCosts(
        purchases + other.purchases,
        orders + other.orders,
        transfers + other.transfers,
        holding + other.holding,
        shortage + other.shortage,
        lostSales + other.lostSales,
        belowFloor + other.belowFloor,
        terminalCredit + other.terminalCredit);
  }
}
