package io.synkro.predict.optimize.engine;

import io.synkro.predict.optimize.problem.SharedLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known from a similar problem, such as that of yesterday or the base of a what-if: prices
 * of its limits, matched by what is limited and the period, not by amounts. Immutable.
 */
public final class WarmStart {
  private final Map<SharedLimit, Double> prices = new HashMap<>();

  private WarmStart() {}

  /**
   * Takes prices of limits.
   *
   * @param prices of any limits
   * @return a start
   */
  public static WarmStart of(List<LimitPrice> prices) {
    WarmStart start = new WarmStart();
    for (LimitPrice price : prices) {
      start.prices.merge(subject(price.limit()), price.marginalValue(), Math::max);
    }
    return start;
  }

  /**
   * Takes what a result knows.
   *
   * @param result of a similar problem
   * @return its prices
   */
  public static WarmStart of(PlanResult result) {
    return of(result.prices());
  }

  /**
   * Returns what a limit may be worth.
   *
   * @param limit of any size
   * @return the price known, or zero
   */
  public double price(SharedLimit limit) {
    return prices.getOrDefault(subject(limit), 0.0);
  }

  private static SharedLimit subject(SharedLimit limit) {
    return limit.with(0, SharedLimit.HARD);
  }
}
