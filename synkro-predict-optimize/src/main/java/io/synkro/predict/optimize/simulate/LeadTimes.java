package io.synkro.predict.optimize.simulate;

import io.synkro.predict.inventory.LeadTime;
import java.util.SplittableRandom;

/** Draws lead times; nothing is drawn if they do not vary. */
final class LeadTimes {
  private final double[] upTo;
  private final boolean fixed;
  private final SplittableRandom random;

  LeadTimes(LeadTime leadTime, SplittableRandom random) {
    this.upTo = new double[leadTime.maxDays() + 1];
    double sum = 0;
    for (int l = 0; l < upTo.length; l++) {
      sum += leadTime.probability(l);
      upTo[l] = sum;
    }
    this.fixed = leadTime.probability(leadTime.maxDays()) == 1;
    this.random = random;
  }

  int longest() {
    return upTo.length - 1;
  }

  int next() {
    if (fixed) {
      return longest();
    }
    double u = random.nextDouble();
    int l = 0;
    while (l < longest() && u >= upTo[l]) {
      l++;
    }
    return l;
  }
}
