package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.Deadline;

/** The best plan so far, in the units of {@link LotData}. */
final class Incumbent {
  private final LotData data;
  private final LotFlow best;
  private final LotFlow work;
  private final double targetGap;
  private boolean found;

  Incumbent(LotData data, Deadline deadline, double targetGap) {
    this.data = data;
    this.targetGap = targetGap;
    this.best = new LotFlow(data, deadline);
    this.work = new LotFlow(data, deadline);
  }

  boolean isFound() {
    return found;
  }

  LotFlow best() {
    return best;
  }

  double cost() {
    return found ? best.cost() : Double.POSITIVE_INFINITY;
  }

  /** From this cost on, plans are of no interest. */
  double cutoff() {
    if (!found) {
      return 1 + 2 * data.mostCost();
    }
    return best.cost() * (1 - Math.max(targetGap, 1e-9));
  }

  /** Takes a plan if it is better, without the set-ups that it does not use. */
  boolean offer(LotFlow flow) {
    if (!(flow.cost() < cost()) || !flow.isFeasible()) {
      return false;
    }
    work.copy(flow);
    boolean unused = false;
    for (int i = 0; i < data.items; i++) {
      for (int t = 1; t <= data.periods; t++) {
        if (work.isSetUp(i, t) && work.made(i, t) <= data.tiny[i]) {
          work.remove(i, t);
          unused = true;
        }
      }
    }
    if (unused) {
      work.optimize();
    }
    best.copy(work.isFeasible() && work.cost() < flow.cost() ? work : flow);
    found = true;
    return true;
  }
}
