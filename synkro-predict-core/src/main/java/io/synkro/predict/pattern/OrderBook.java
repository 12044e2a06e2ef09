package io.synkro.predict.pattern;

import io.synkro.predict.orders.OrderLines;
import java.util.Arrays;

/**
 * Orders with at least one unit bought: their customer, day and what was bought. An order that only
 * takes goods back is no order here. The customer and the day are those of its latest line that
 * buys.
 */
final class OrderBook {
  private final int[] customers;
  private final int[] days;
  private final double[] bought;
  private final int firstDay;
  private final int today;

  private OrderBook(int[] customers, int[] days, double[] bought, int firstDay, int today) {
    this.customers = customers;
    this.days = days;
    this.bought = bought;
    this.firstDay = firstDay;
    this.today = today;
  }

  static OrderBook of(OrderLines lines) {
    int all = lines.orders().size();
    int[] customers = new int[all];
    int[] days = new int[all];
    double[] bought = new double[all];
    Arrays.fill(customers, -1);
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      int order = lines.order(i);
      first = Math.min(first, lines.epochDay(i));
      last = i == 0 ? lines.epochDay(i) : Math.max(last, lines.epochDay(i));
      if (lines.quantity(i) > 0) {
        if (customers[order] < 0 || lines.epochDay(i) >= days[order]) {
          customers[order] = lines.customer(i);
          days[order] = lines.epochDay(i);
        }
        bought[order] += lines.quantity(i) * lines.unitPrice(i);
      }
    }
    int kept = 0;
    for (int o = 0; o < all; o++) {
      if (customers[o] >= 0) {
        customers[kept] = customers[o];
        days[kept] = days[o];
        bought[kept++] = bought[o];
      }
    }
    return new OrderBook(
        Arrays.copyOf(customers, kept),
        Arrays.copyOf(days, kept),
        Arrays.copyOf(bought, kept),
        first,
        last + 1);
  }

  int size() {
    return customers.length;
  }

  int customer(int order) {
    return customers[order];
  }

  int day(int order) {
    return days[order];
  }

  /** Money of the lines that buy. */
  double bought(int order) {
    return bought[order];
  }

  /** Day of the first line of all. */
  int firstDay() {
    return firstDay;
  }

  /** The day after the last line of all: the day on which everything is known. */
  int today() {
    return today;
  }
}
