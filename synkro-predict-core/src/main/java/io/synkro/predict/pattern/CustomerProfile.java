package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import io.synkro.predict.orders.CustomerId;

/**
 * Recency, frequency and monetary value of a customer. Each is scored by quintiles: with q the
 * share of customers that are worse, those equal counted half, the score is {@code 1 + floor(5 q)},
 * at most 5. So equal customers get equal scores.
 *
 * @param customer the customer
 * @param recencyDays days from the last order to the day after the last order of all, at least 1
 * @param orders orders with at least one unit bought, at least 1
 * @param revenue money of all lines; returns are taken off
 * @param recencyScore from 1, longest ago, to 5, latest
 * @param frequencyScore from 1, fewest orders, to 5, most
 * @param monetaryScore from 1, least revenue, to 5, most
 * @param segment segment by these scores
 */
public record CustomerProfile(
    CustomerId customer,
    int recencyDays,
    int orders,
    double revenue,
    int recencyScore,
    int frequencyScore,
    int monetaryScore,
    CustomerSegment segment) {
  /** {@inheritDoc} */
  public CustomerProfile {
    Require.atLeast("recencyDays", recencyDays, 1, "");
    Require.atLeast("orders", orders, 1, "");
  }
}
