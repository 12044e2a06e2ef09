package io.synkro.predict.optimize.echelon;

import java.util.Arrays;

/**
 * What leaving links out of the tree costs: on a link i → j left out, prices λ_t ≥ 0 are charged
 * for every t ≤ S_i and paid for every t ≤ SI_j. As S_i ≤ SI_j in every plan of the network, what a
 * plan is charged in all is zero or less, so that the least cost with prices is a lower bound
 * (Lagrangian relaxation of [S_i ≥ t] ≤ [SI_j ≥ t] for every t).
 */
final class TimePrices {
  private final ServiceModel model;
  private final int[] links;
  private final double[][] prices;

  private TimePrices(ServiceModel model, int[] links, double[][] prices) {
    this.model = model;
    this.links = links;
    this.prices = prices;
  }

  /** Prices of zero for the links left out. */
  static TimePrices zero(ServiceModel model, int[] links) {
    double[][] prices = new double[links.length][];
    for (int r = 0; r < links.length; r++) {
      prices[r] = new double[model.slowest(model.network().supplier(links[r])) + 1];
    }
    return new TimePrices(model, links, prices);
  }

  /** A copy without the prices that these ranges make pointless: [S ≥ t] is known to be 0 or 1. */
  TimePrices within(TimeRanges ranges) {
    double[][] kept = new double[links.length][];
    for (int r = 0; r < links.length; r++) {
      int low = ranges.lowIn(model.network().customer(links[r]));
      int high = ranges.highOut(model.network().supplier(links[r]));
      kept[r] = prices[r].clone();
      Arrays.fill(kept[r], 0, Math.min(low + 1, kept[r].length), 0);
      Arrays.fill(kept[r], Math.min(high + 1, kept[r].length), kept[r].length, 0);
    }
    return new TimePrices(model, links, kept);
  }

  /** Sum of the prices for each inbound time of a stage from 0 to {@code last}. */
  double[] inbound(int stage, int last) {
    double[] sum = new double[last + 1];
    for (int r = 0; r < links.length; r++) {
      if (model.network().customer(links[r]) == stage) {
        addCumulated(sum, prices[r], -1);
      }
    }
    return sum;
  }

  /** Sum of the prices for each outbound time of a stage from 0 to {@code last}. */
  double[] outbound(int stage, int last) {
    double[] sum = new double[last + 1];
    for (int r = 0; r < links.length; r++) {
      if (model.network().supplier(links[r]) == stage) {
        addCumulated(sum, prices[r], 1);
      }
    }
    return sum;
  }

  /**
   * How far a solution is from agreeing with the links left out.
   *
   * @return squared length of the steps that {@link #moved} would take; zero if the solution is
   *     optimal
   */
  double distance(TreeProgram.Solution solution) {
    double sum = 0;
    for (int r = 0; r < links.length; r++) {
      int out = solution.outbound(model.network().supplier(links[r]));
      int in = solution.inbound(model.network().customer(links[r]));
      sum += Math.max(0, out - in);
      for (int t = out + 1; t <= Math.min(in, prices[r].length - 1); t++) {
        sum += prices[r][t] > 0 ? 1 : 0;
      }
    }
    return sum;
  }

  /** The prices after a subgradient step: dearer where S exceeds SI, cheaper where SI exceeds S. */
  TimePrices moved(TreeProgram.Solution solution, double step) {
    double[][] next = new double[links.length][];
    for (int r = 0; r < links.length; r++) {
      int out = solution.outbound(model.network().supplier(links[r]));
      int in = solution.inbound(model.network().customer(links[r]));
      next[r] = prices[r].clone();
      for (int t = in + 1; t <= out; t++) {
        next[r][t] += step;
      }
      for (int t = out + 1; t <= Math.min(in, next[r].length - 1); t++) {
        next[r][t] = Math.max(0, next[r][t] - step);
      }
    }
    return new TimePrices(model, links, next);
  }

  private static void addCumulated(double[] sum, double[] prices, int sign) {
    double cumulated = 0;
    for (int t = 0; t < sum.length; t++) {
      cumulated += t < prices.length ? sign * prices[t] : 0;
      sum[t] += cumulated;
    }
  }
}
