package io.synkro.predict.optimize.safety;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.policy.PeriodicService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The order-up-to level for a fill rate from demand of the past, made for demand that no textbook
 * distribution fits: the larger of two. One takes demand as negative binomial, with a mean that is
 * itself uncertain; it errs where demand is clustered or trends. The other takes the sums of all
 * overlapping blocks of lead time plus review of the history; it errs where the history is short.
 * In both, recent periods count more.
 *
 * @param leadTime periods from order to receipt
 * @param review periods between two reviews, at least 1
 * @param halfLife share of the history after which a period counts half, positive; infinite if all
 *     count the same
 * @param prior how much demand of such products varies
 */
public record SafeLevel(LeadTime leadTime, int review, double halfLife, DispersionPrior prior)
    implements TargetRule {
  /**
   * Chosen on years of two sets before those they are judged by: a quarter and a third of the
   * history took the least stock for the same service.
   */
  private static final double QUARTER = 0.25;

  /** {@inheritDoc} */
  public SafeLevel {
    Require.atLeast("review", review, 1, "");
    Require.that(halfLife > 0, "halfLife", halfLife, "must be positive, or infinite", "use 0.25");
  }

  /**
   * Creates the rule with a half-life of a quarter of the history and without a prior.
   *
   * @param leadTime periods from order to receipt
   * @param review periods between two reviews, at least 1
   * @return the rule
   */
  public static SafeLevel of(LeadTime leadTime, int review) {
    return new SafeLevel(leadTime, review, QUARTER, DispersionPrior.NONE);
  }

  /**
   * Adds what is known of products like these.
   *
   * @param newPrior how much their demand varies
   * @return a copy
   */
  public SafeLevel withPrior(DispersionPrior newPrior) {
    return new SafeLevel(leadTime, review, halfLife, newPrior);
  }

  /**
   * Finds the level of a product.
   *
   * @param history demand by period, the oldest first, units; none negative or missing
   * @param target fill rate, above 0 and below 1
   * @return units, zero or more; zero if there was no demand
   */
  public double level(double[] history, double target) {
    return levels(history).applyAsDouble(target);
  }

  @Override
  public DoubleUnaryOperator levels(double[] history) {
    boolean demand = false;
    for (int t = 0; t < history.length; t++) {
      if (!(history[t] >= 0 && Double.isFinite(history[t]))) {
        Require.nonNegative("history[" + t + "]", history[t], "fill gaps, take returns out");
      }
      demand |= history[t] > 0;
    }
    return demand ? larger(services(history)) : target -> 0;
  }

  private List<PeriodicService> services(double[] history) {
    double age = halfLife * history.length;
    Moments moments = Moments.of(history, Moments.weights(history.length, age));
    boolean whole = Moments.isWhole(history);
    double variance = prior.after(history, whole) * moments.mean();
    UncertainDemand uncertain =
        new UncertainDemand(moments.mean(), variance, variance / moments.periods(), whole);
    List<PeriodicService> services = new ArrayList<>();
    services.add(uncertain.service(leadTime, review));
    BlockDemand.of(history, age, leadTime, review).ifPresent(services::add);
    return services;
  }

  /** Returns the largest of the levels that formulas ask for. */
  static DoubleUnaryOperator larger(List<PeriodicService> services) {
    List<DoubleUnaryOperator> levels = services.stream().map(CountLevels::of).toList();
    return target -> {
      double level = 0;
      for (DoubleUnaryOperator each : levels) {
        level = Math.max(level, each.applyAsDouble(target));
      }
      return level;
    };
  }
}
