package io.synkro.predict.optimize.simulate;

/**
 * What a policy may know at a review: the stock, and the demand of the periods that are over. The
 * view is valid during the call only; it moves on with the simulation.
 */
public interface StockView {
  /**
   * Returns how many periods of demand are over, those before the simulation included.
   *
   * @return zero or more; the present period is the next
   */
  int pastPeriods();

  /**
   * Returns how many periods of the simulation are over.
   *
   * @return zero at the first review
   */
  int simulatedPeriods();

  /**
   * Returns the demand of a past period.
   *
   * @param period from 0, the oldest, to {@link #pastPeriods()} − 1
   * @return units
   * @throws io.synkro.predict.InvalidInputException if the period is not over
   */
  double demand(int period);

  /**
   * Returns the demand of the last periods.
   *
   * @param most how many periods at most, zero or more
   * @return units, the oldest first; shorter if there is less
   */
  double[] lastDemand(int most);

  /**
   * Returns the stock on the shelf.
   *
   * @return units, zero or more
   */
  double onHand();

  /**
   * Returns what is ordered and has not arrived.
   *
   * @return units, zero or more
   */
  double onOrder();

  /**
   * Returns what customers wait for.
   *
   * @return units, zero or more
   */
  double backordered();

  /**
   * Returns the inventory position: on hand plus on order minus backorders.
   *
   * @return units
   */
  default double position() {
    return onHand() + onOrder() - backordered();
  }
}
