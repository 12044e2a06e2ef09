package io.synkro.predict.optimize.supply;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.MixtureDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.ShiftedDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.newsvendor.MismatchCosts;
import io.synkro.predict.optimize.newsvendor.Newsvendor;
import java.util.List;

/**
 * The base-stock level of a known demand d a period if the supplier is down at times: then demand
 * adds up until it is back. Source: Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory,
 * 2nd edition, equations 9.14 and 9.18 and lemma 9.2; the sums are closed here.
 *
 * @param costs costs of units left and short at the end of a period
 * @param demand demand of a period, units, positive
 * @param disruptionProbability probability α that a supplier who delivers is down in the next
 *     period, above 0 and below 1
 * @param recoveryProbability probability β that a supplier who is down delivers in the next period,
 *     above 0 and below 1
 */
public record NewsvendorWithDisruptions(
    MismatchCosts costs, double demand, double disruptionProbability, double recoveryProbability) {
  /** {@inheritDoc} */
  public NewsvendorWithDisruptions {
    Require.positive("demand", demand, "");
    Require.between("disruption probability", disruptionProbability, 0, 1, "");
    Require.between("recovery probability", recoveryProbability, 0, 1, "");
  }

  /**
   * Returns for how many periods up to now the supplier has been down: 0 with the probability β /
   * (α + β), and then one more than a geometric number.
   *
   * @return the distribution in the long run
   */
  public DemandDistribution periodsDown() {
    return MixtureDemand.of(
        List.of(
            TableDemand.constant(0),
            new ShiftedDemand(NegativeBinomialDemand.geometric(recoveryProbability), 1)),
        recoveryProbability,
        disruptionProbability);
  }

  /**
   * Returns the best base-stock level, d + d F⁻¹(p / (p + h)), where F belongs to {@link
   * #periodsDown}.
   *
   * @return units, a multiple of the demand
   * @throws io.synkro.predict.InvalidInputException if either cost is zero
   */
  public double optimalStock() {
    return demand * (1 + inPeriods().optimalStock());
  }

  /**
   * Returns the expected cost of a base-stock level.
   *
   * @param stock base-stock level, units, finite
   * @return cost of a period
   */
  public double cost(double stock) {
    return demand * inPeriods().cost(stock / demand - 1);
  }

  /** The same problem in periods of demand, of which one is always needed. */
  private Newsvendor inPeriods() {
    return new Newsvendor(costs, periodsDown());
  }
}
