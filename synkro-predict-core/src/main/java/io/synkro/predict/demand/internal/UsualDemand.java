package io.synkro.predict.demand.internal;

import io.synkro.predict.series.Frequency;
import java.util.Arrays;

/**
 * What a series usually sells at each step: a level that moves, times factors of season positions
 * and of promotions. Each is a ratio of sums, the estimate of greatest likelihood for Poisson
 * demand; factors are drawn towards 1 by as much as two steps of the level.
 */
final class UsualDemand {
  private static final double DRAW = 2;

  private final int season;
  private final int reach;
  private final boolean[] promoted;
  private final double[] factors;
  private double lift = 1;

  UsualDemand(Frequency frequency, boolean[] promoted) {
    this.season = frequency.seasonLength();
    this.promoted = promoted;
    this.reach =
        switch (frequency) {
          case HOURLY -> 7 * 24;
          case DAILY -> 28;
          case WEEKLY -> 26;
          case MONTHLY -> 12;
          case QUARTERLY -> 8;
          case YEARLY -> 4;
        };
    this.factors = new double[season];
    Arrays.fill(factors, 1);
  }

  /**
   * Returns what is usual. Factors found before are where it starts from.
   *
   * @param demand NaN where missing; at least one value
   * @return units, zero or more
   */
  double[] of(double[] demand) {
    double[] level = levels(demand);
    double mean = Arrays.stream(level).average().orElse(0);
    double[] sums = new double[season];
    double[] bases = new double[season];
    double promotedSum = 0;
    double promotedBase = 0;
    for (int t = 0; t < demand.length; t++) {
      if (Double.isNaN(demand[t])) {
        continue;
      }
      sums[t % season] += demand[t];
      bases[t % season] += level[t] * (promoted[t] ? lift : 1);
      promotedSum += promoted[t] ? demand[t] : 0;
      promotedBase += promoted[t] ? level[t] * factors[t % season] : 0;
    }
    if (mean > 0) {
      for (int s = 0; s < season; s++) {
        factors[s] = (sums[s] + DRAW * mean) / (bases[s] + DRAW * mean);
      }
      lift = (promotedSum + DRAW * mean) / (promotedBase + DRAW * mean);
    }
    double[] usual = new double[demand.length];
    Arrays.setAll(usual, t -> level[t] * factor(t));
    return usual;
  }

  private double factor(int t) {
    return factors[t % season] * (promoted[t] ? lift : 1);
  }

  /** Demand over factors in a window around each step; of all steps where the window is empty. */
  private double[] levels(double[] demand) {
    double[] sums = new double[demand.length + 1];
    double[] bases = new double[demand.length + 1];
    for (int t = 0; t < demand.length; t++) {
      boolean known = !Double.isNaN(demand[t]);
      sums[t + 1] = sums[t] + (known ? demand[t] : 0);
      bases[t + 1] = bases[t] + (known ? factor(t) : 0);
    }
    double[] levels = new double[demand.length];
    for (int t = 0; t < demand.length; t++) {
      int from = Math.max(0, t - reach);
      int to = Math.min(demand.length, t + reach + 1);
      boolean empty = bases[to] - bases[from] <= 0;
      double sum = empty ? sums[demand.length] : sums[to] - sums[from];
      double base = empty ? bases[demand.length] : bases[to] - bases[from];
      levels[t] = Math.max(0, sum / base);
    }
    return levels;
  }
}
