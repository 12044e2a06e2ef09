package io.synkro.predict.optimize.problem;

import java.util.Arrays;

/** How much stock is sold before it perishes. Stateless. */
final class ShelfLife {
  /** Nothing perishes. */
  static final int ENDLESS = -1;

  private ShelfLife() {}

  /** Returns by period what is sold before it perishes, or what is there without orders. */
  static double[] most(double[] demand, int shelfLife, double[] stockWithoutOrders) {
    double[] most = new double[demand.length];
    for (int t = 0; t < most.length; t++) {
      most[t] = Math.max(soonSold(demand, t, shelfLife), stockWithoutOrders[t]);
    }
    return most;
  }

  /** Demand of some periods after one; beyond the last period that of the mean of as many. */
  private static double soonSold(double[] demand, int period, int shelfLife) {
    if (shelfLife == ENDLESS) {
      return Double.POSITIVE_INFINITY;
    }
    int known = Math.min(shelfLife, demand.length - 1 - period);
    double sum = Arrays.stream(demand, period + 1, period + 1 + known).sum();
    if (known == shelfLife) {
      return sum;
    }
    int counted = Math.min(shelfLife, demand.length);
    double mean = Arrays.stream(demand, demand.length - counted, demand.length).sum() / counted;
    return sum + (shelfLife - known) * mean;
  }
}
