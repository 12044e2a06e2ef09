package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.safety.ReplayWindow;
import io.synkro.predict.optimize.simulate.ReplenishmentTerms;

/**
 * How policies are proved on a set: its last periods are replayed, with lost sales, and levels are
 * planned anew from what is known by then.
 *
 * @param leadTime periods from order to receipt
 * @param review periods between two reviews
 * @param tested periods at the end that are replayed
 * @param replanEvery periods from one level to the next
 * @param history periods of demand that a level rests on at most
 * @param calibrated periods before each planning that targets are calibrated on
 */
record PolicyProtocol(
    int leadTime, int review, int tested, int replanEvery, int history, int calibrated) {
  /** Days, planned every four weeks; half a year tells the target. */
  static final PolicyProtocol DAILY = new PolicyProtocol(7, 7, 360, 28, 364, 168);

  /** Months, planned every quarter; half a year tells the target. */
  static final PolicyProtocol MONTHLY = new PolicyProtocol(2, 1, 12, 3, 39, 6);

  ReplenishmentTerms terms() {
    return ReplenishmentTerms.of(LeadTime.fixed(leadTime), review);
  }

  ReplayWindow window() {
    return new ReplayWindow(calibrated, replanEvery, history);
  }

  /** Returns how often levels are planned. */
  int plans() {
    return 1 + (tested - 1) / replanEvery;
  }
}
