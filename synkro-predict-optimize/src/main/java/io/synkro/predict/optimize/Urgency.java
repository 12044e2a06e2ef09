package io.synkro.predict.optimize;

/** What an item needs, whether or not a budget or space allows it; the most urgent first. */
public enum Urgency {
  /**
   * By expectation, stock and open orders run out before an order placed now arrives: bring goods
   * forward.
   */
  EXPEDITE,
  /** The inventory position is at or below the reorder point. */
  ORDER,
  /** Nothing to do before the next review. */
  WAIT
}
