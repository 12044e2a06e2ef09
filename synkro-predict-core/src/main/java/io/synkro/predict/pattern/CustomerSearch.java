package io.synkro.predict.pattern;

import io.synkro.predict.orders.OrderLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores customers by recency, frequency and monetary value. Source: Hughes (1994), Strategic
 * Database Marketing, whose quintiles these are.
 */
final class CustomerSearch {
  private final OrderLines lines;
  private final OrderBook book;

  CustomerSearch(OrderLines lines, OrderBook book) {
    this.lines = lines;
    this.book = book;
  }

  CustomerReport search() {
    int all = lines.customers().size();
    int[] lastDays = new int[all];
    int[] orders = new int[all];
    double[] revenue = new double[all];
    for (int o = 0; o < book.size(); o++) {
      int customer = book.customer(o);
      lastDays[customer] =
          orders[customer] == 0 ? book.day(o) : Math.max(lastDays[customer], book.day(o));
      orders[customer]++;
    }
    for (int i = 0; i < lines.size(); i++) {
      revenue[lines.customer(i)] += lines.quantity(i) * lines.unitPrice(i);
    }
    int[] buyers = IntStream.range(0, all).filter(c -> orders[c] > 0).toArray();
    int[] r = scores(Arrays.stream(buyers).mapToDouble(c -> lastDays[c]).toArray());
    int[] f = scores(Arrays.stream(buyers).mapToDouble(c -> orders[c]).toArray());
    int[] m = scores(Arrays.stream(buyers).mapToDouble(c -> revenue[c]).toArray());
    List<CustomerProfile> profiles = new ArrayList<>(buyers.length);
    for (int i = 0; i < buyers.length; i++) {
      int c = buyers[i];
      profiles.add(
          new CustomerProfile(
              lines.customers().get(c),
              book.today() - lastDays[c],
              orders[c],
              revenue[c],
              r[i],
              f[i],
              m[i],
              CustomerSegment.of(orders[c], r[i], f[i], m[i])));
    }
    profiles.sort(Comparator.comparing(CustomerProfile::customer));
    return new CustomerReport(profiles, segments(profiles), all - buyers.length);
  }

  /** Quintiles of values of which more is better; equal values share the middle of their ranks. */
  static int[] scores(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int[] scores = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      double worse = (firstAtLeast(sorted, values[i]) + firstAbove(sorted, values[i])) / 2.0;
      scores[i] = Math.min(5, 1 + (int) Math.floor(5 * worse / values.length));
    }
    return scores;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    return firstAbove(sorted, Math.nextDown(value));
  }

  private static int firstAbove(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static List<CustomerReport.Segment> segments(List<CustomerProfile> profiles) {
    double total = profiles.stream().mapToDouble(CustomerProfile::revenue).sum();
    List<CustomerReport.Segment> segments = new ArrayList<>();
    for (CustomerSegment segment : CustomerSegment.values()) {
      List<CustomerProfile> members =
          profiles.stream().filter(profile -> profile.segment() == segment).toList();
      double revenue = members.stream().mapToDouble(CustomerProfile::revenue).sum();
      double share = total > 0 ? revenue / total : 0;
      segments.add(new CustomerReport.Segment(segment, members.size(), revenue, share));
    }
    return segments;
  }
}
