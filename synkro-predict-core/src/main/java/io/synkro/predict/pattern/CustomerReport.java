package io.synkro.predict.pattern;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * Customers by what they are worth and whether they still come.
 *
 * @param customers every customer who bought something, by id
 * @param segments every segment, in the order of {@link CustomerSegment}
 * @param withoutPurchase customers who only returned goods; they are in no segment
 */
public record CustomerReport(
    List<CustomerProfile> customers, List<Segment> segments, int withoutPurchase) {
  /** {@inheritDoc} */
  public CustomerReport {
    customers = List.copyOf(customers);
    segments = List.copyOf(segments);
    Require.atLeast("withoutPurchase", withoutPurchase, 0, "");
  }

  /**
   * A segment as a whole.
   *
   * @param segment the segment
   * @param customers how many customers it holds
   * @param revenue their money, returns taken off
   * @param revenueShare that money over the money of all segments; 0 if there is none
   */
  public record Segment(
      CustomerSegment segment, int customers, double revenue, double revenueShare) {
    /** {@inheritDoc} */
    public Segment {
      Require.atLeast("customers", customers, 0, "");
    }
  }
}
