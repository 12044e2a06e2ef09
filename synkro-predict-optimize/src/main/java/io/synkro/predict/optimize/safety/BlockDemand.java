package io.synkro.predict.optimize.safety;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.policy.PeriodicService;
import java.util.Optional;

/**
 * Demand over lead time and review as it was: the sums of all overlapping blocks of so many periods
 * of history, or of forecast paths. It keeps what follows on each other and needs no distribution,
 * but knows nothing beyond the largest block.
 */
final class BlockDemand {
  /** Makes sums of amounts that are whole by chance differ from counts. */
  private static final double NOT_WHOLE = 1 + 0x1p-40;

  private final LeadTime leadTime;
  private final int review;
  private final boolean whole;
  private final DoubleArray lead = new DoubleArray();
  private final DoubleArray protection = new DoubleArray();
  private final DoubleArray weights = new DoubleArray();

  private BlockDemand(LeadTime leadTime, int review, boolean whole) {
    this.leadTime = leadTime;
    this.review = review;
    this.whole = whole;
  }

  /** Takes all blocks of a history; those that end lately count more. */
  static Optional<PeriodicService> of(
      double[] history, double halfLife, LeadTime leadTime, int review) {
    BlockDemand blocks = new BlockDemand(leadTime, review, Moments.isWhole(history));
    int longest = leadTime.maxDays() + review;
    int count = history.length - longest + 1;
    double[] ages = Moments.weights(Math.max(0, count), halfLife);
    for (int start = 0; start < count; start++) {
      blocks.add(history, start, ages[start]);
    }
    return blocks.service();
  }

  /** Takes the beginning of each path. */
  static Optional<PeriodicService> ofPaths(double[][] paths, LeadTime leadTime, int review) {
    boolean whole = true;
    for (double[] path : paths) {
      whole &= Moments.isWhole(path);
    }
    BlockDemand blocks = new BlockDemand(leadTime, review, whole);
    for (double[] path : paths) {
      blocks.add(path, 0, 1);
    }
    return blocks.service();
  }

  private void add(double[] demand, int start, double weight) {
    for (int days = 0; days <= leadTime.maxDays(); days++) {
      double probability = leadTime.probability(days);
      if (probability > 0) {
        double ofLead = sum(demand, start, start + days);
        lead.add(ofLead);
        protection.add(ofLead + sum(demand, start + days, start + days + review));
        weights.add(weight * probability);
      }
    }
  }

  private static double sum(double[] demand, int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += demand[t];
    }
    return sum;
  }

  /** Returns nothing if there is no block, or no demand in the reviews of any. */
  private Optional<PeriodicService> service() {
    if (weights.size() == 0) {
      return Optional.empty();
    }
    DemandDistribution ofLead = table(lead.toArray());
    DemandDistribution ofProtection = table(protection.toArray());
    return ofProtection.mean() > ofLead.mean()
        ? Optional.of(new PeriodicService(ofLead, ofProtection))
        : Optional.empty();
  }

  private DemandDistribution table(double[] sums) {
    if (whole) {
      return TableDemand.weighted(sums, weights.toArray());
    }
    boolean none = true;
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= NOT_WHOLE;
      none &= sums[i] == 0;
    }
    return none ? new NormalDemand(0, 0) : TableDemand.weighted(sums, weights.toArray());
  }
}
