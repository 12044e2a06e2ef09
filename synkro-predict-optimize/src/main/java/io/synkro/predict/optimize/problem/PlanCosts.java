package io.synkro.predict.optimize.problem;

/**
 * The costs of a plan by kind, all in money.
 *
 * @param purchases units times their prices
 * @param orders fixed costs of orders
 * @param transfers costs of what lanes move
 * @param stock costs of the stock at the end of each period
 * @param terminalCredit what the stock after the last period is worth
 * @param excess price of what is used beyond elastic limits
 */
public record PlanCosts(
    double purchases,
    double orders,
    double transfers,
    double stock,
    double terminalCredit,
    double excess) {

  /**
   * Returns the objective.
   *
   * @return purchases, orders, transfers, stock and excess less the terminal credit
   */
  public double total() {
    return purchases + orders + transfers + stock + excess - terminalCredit;
  }

  /**
   * Returns what a planner can do something about: nearly all purchases are demand that has to be
   * bought some day.
   *
   * @return the total without purchases net of the terminal credit
   */
  public double controllable() {
    return orders + transfers + stock + excess;
  }
}
