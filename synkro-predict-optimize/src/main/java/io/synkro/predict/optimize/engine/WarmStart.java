package io.synkro.predict.optimize.engine;

import java.util.List;

/**
 * What is known from a similar problem, such as that of yesterday or the base of a what-if.
 *
 * @param prices of its limits; they are matched by what is limited and the period, not by amounts,
 *     and those that match nothing are left out
 */
public record WarmStart(List<LimitPrice> prices) {
  /** {@inheritDoc} */
  public WarmStart {
    prices = List.copyOf(prices);
  }

  /**
   * Takes what a result knows.
   *
   * @param result of a similar problem
   * @return its prices
   */
  public static WarmStart of(PlanResult result) {
    return new WarmStart(result.prices());
  }
}
