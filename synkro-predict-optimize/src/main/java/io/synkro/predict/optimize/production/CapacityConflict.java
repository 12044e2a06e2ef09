package io.synkro.predict.optimize.production;

import java.util.ArrayList;
import java.util.List;

/** What can be seen to be impossible without any search. */
final class CapacityConflict {
  private static final double ROUNDING = 1e-9;

  private CapacityConflict() {}

  /** Returns what contradicts each other, in words; empty if nothing is seen. */
  static List<String> of(CapacitatedLotSizing problem) {
    List<String> conflict = new ArrayList<>();
    double capacity = 0;
    double largest = 0;
    double needed = 0;
    boolean[] begun = new boolean[problem.items().size()];
    for (int t = 0; t < problem.periods(); t++) {
      capacity += problem.capacity(t);
      largest = Math.max(largest, problem.capacity(t));
      for (int i = 0; i < begun.length; i++) {
        ProductionItem item = problem.items().get(i);
        double demand = item.demand(t);
        if (demand > 0 && !begun[i]) {
          begun[i] = true;
          needed += item.setupTime();
          if (item.setupTime() > largest * (1 + ROUNDING)) {
            conflict.add(
                "%s is needed in period %d, but no period until then has the %s of its set-up"
                    .formatted(item, t, item.setupTime()));
          }
        }
        needed += demand * item.unitCapacity();
      }
      if (conflict.isEmpty() && needed > capacity * (1 + ROUNDING)) {
        conflict.add(
            "Demand until period %d takes %s of capacity with one set-up an item; there is %s"
                .formatted(t, needed, capacity));
      }
      if (!conflict.isEmpty()) {
        break;
      }
    }
    return conflict;
  }
}
