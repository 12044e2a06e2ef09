package io.synkro.predict.optimize.policy;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.Arrays;

/**
 * The expected cost of a period by its inventory position, for whole units, worked out once in
 * blocks of positions. A block takes its shortage from its upper end downwards and its stock from
 * its lower end upwards, so that probabilities are only ever added and keep their digits. Not safe
 * for use by many threads.
 */
final class PositionCosts {
  private static final int BLOCK = 64;

  private final StockCosts costs;
  private final DemandDistribution demand;
  private final double origin;
  private double[] above = {};
  private double[] below = {};

  /** Creates the costs of positions that are counted from an origin. */
  PositionCosts(StockCosts costs, DemandDistribution demand, double origin) {
    this.costs = costs;
    this.demand = demand;
    this.origin = origin;
  }

  /** Returns the costs of the origin and the positions above it, at least so many; not a copy. */
  double[] above(int count) {
    if (above.length < count) {
      int known = above.length;
      above = Arrays.copyOf(above, grown(known, count));
      for (int i = known; i < above.length; i += BLOCK) {
        System.arraycopy(block(origin + i), 0, above, i, BLOCK);
      }
    }
    return above;
  }

  /** Returns the costs of the positions below the origin, downwards, at least so many. */
  double[] below(int count) {
    if (below.length < count) {
      int known = below.length;
      below = Arrays.copyOf(below, grown(known, count));
      for (int i = known; i < below.length; i += BLOCK) {
        double[] block = block(origin - i - BLOCK);
        for (int j = 0; j < BLOCK; j++) {
          below[i + j] = block[BLOCK - 1 - j];
        }
      }
    }
    return below;
  }

  /** Returns the cost of a position, counted from the origin. */
  double at(int position) {
    return position >= 0 ? above(position + 1)[position] : below(-position)[-1 - position];
  }

  private static int grown(int known, int count) {
    int blocks = Math.max(count + BLOCK - 1, known + known / 4) / BLOCK;
    return Math.max(1, blocks) * BLOCK;
  }

  private double[] block(double lowest) {
    double[] block = shortages(lowest);
    double stock = demand.complementaryLoss(lowest);
    double upTo = demand.cdf(lowest);
    for (int i = 0; i < BLOCK; i++) {
      block[i] = costs.holding() * stock + costs.stockout() * block[i];
      stock += upTo;
      upTo += demand.probability(lowest + i + 1);
    }
    return block;
  }

  private double[] shortages(double lowest) {
    double[] block = new double[BLOCK];
    double last = lowest + BLOCK - 1;
    double shortage = demand.loss(last);
    double beyond = shortage - demand.loss(last + 1);
    for (int i = BLOCK - 1; i >= 0; i--) {
      block[i] = shortage;
      beyond += demand.probability(lowest + i);
      shortage += beyond;
    }
    return block;
  }
}
