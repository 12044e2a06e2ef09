package io.synkro.predict.optimize.safety;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.MixtureDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.policy.PeriodicService;
import java.util.ArrayList;
import java.util.List;

/**
 * Demand of independent periods with a mean that is itself uncertain: over n periods the variance
 * is n v + n² u, with v of one period and u of its estimated mean. Negative binomial for counts,
 * gamma for amounts, with these two moments. Source of the variance: Prak, Teunter &amp; Syntetos
 * (2017), "On the calculation of safety stocks when demand is forecasted", European Journal of
 * Operational Research 256.
 *
 * @param mean of a period, units, positive
 * @param variance of a period around the mean
 * @param meanVariance of the estimate of the mean
 * @param whole whether demand is counted
 */
record UncertainDemand(double mean, double variance, double meanVariance, boolean whole) {

  PeriodicService service(LeadTime leadTime, int review) {
    return new PeriodicService(over(leadTime, 0), over(leadTime, review));
  }

  private DemandDistribution over(LeadTime leadTime, int more) {
    List<DemandDistribution> parts = new ArrayList<>();
    DoubleArray weights = new DoubleArray();
    for (int days = 0; days <= leadTime.maxDays(); days++) {
      if (leadTime.probability(days) > 0) {
        parts.add(over(days + more));
        weights.add(leadTime.probability(days));
      }
    }
    return parts.size() == 1 ? parts.get(0) : MixtureDemand.of(parts, weights.toArray());
  }

  private DemandDistribution over(int periods) {
    if (periods == 0) {
      return whole ? TableDemand.constant(0) : new NormalDemand(0, 0);
    }
    double sum = mean * periods;
    double sd = Math.sqrt((variance + meanVariance * periods) * periods);
    if (!whole) {
      return sd > 0 ? GammaDemand.of(sum, sd) : new NormalDemand(sum, 0);
    }
    return sd * sd > sum * (1 + 1e-9) ? NegativeBinomialDemand.of(sum, sd) : new PoissonDemand(sum);
  }
}
