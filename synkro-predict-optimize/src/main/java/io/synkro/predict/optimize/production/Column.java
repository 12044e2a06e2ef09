package io.synkro.predict.optimize.production;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A plan of one item for all periods. */
final class Column {
  final int item;

  /** When it makes something. */
  final BitSet lots;

  /** When it is set up, among them all its lots. */
  final BitSet setups;

  final double cost;

  /** Capacity that it takes by period. */
  final double[] use;

  Column(int item, BitSet lots, BitSet setups, double cost, double[] use) {
    this.item = item;
    this.lots = lots;
    this.setups = setups;
    this.cost = cost;
    this.use = use;
  }

  /** The plan with the set-ups that are fixed; null if it needs one that is forbidden. */
  @Nullable Column within(LotData data, Fixings fixings) {
    BitSet all = (BitSet) lots.clone();
    for (int t = 0; t < data.periods; t++) {
      if (fixings.isForbidden(item, t) && lots.get(t)) {
        return null;
      }
      if (fixings.isForced(item, t)) {
        all.set(t);
      }
    }
    if (all.equals(setups)) {
      return this;
    }
    double[] used = use.clone();
    for (int t = 0; t < used.length; t++) {
      int change = (all.get(t) ? 1 : 0) - (setups.get(t) ? 1 : 0);
      used[t] += change * data.setupTime[item];
    }
    double paid = cost + (all.cardinality() - setups.cardinality()) * data.setupCost[item];
    return new Column(item, lots, all, paid, used);
  }
}
