package io.synkro.predict.pattern;

import io.synkro.predict.internal.IntArray;

/**
 * The customers who ordered in the twelve weeks before a day: their weeks as sequences, and whether
 * they ordered within the 28 days from that day on.
 */
final class ReorderWindow {
  static final int WEEKS = 12;
  static final int DAYS = 7 * WEEKS;
  static final int AHEAD = 28;
  static final int FEATURES = 2;

  private final int[] customers;
  private final int[] labels;
  private final float[][] sequences;
  private final int[] weeksSince;
  private final int[] orders;

  private ReorderWindow(
      int[] customers, int[] labels, float[][] sequences, int[] weeksSince, int[] orders) {
    this.customers = customers;
    this.labels = labels;
    this.sequences = sequences;
    this.weeksSince = weeksSince;
    this.orders = orders;
  }

  /** Looks at nothing from {@code cutoff} on but for the labels. */
  static ReorderWindow of(OrderBook book, int allCustomers, int cutoff) {
    int[][] counts = new int[allCustomers][];
    double[][] money = new double[allCustomers][];
    boolean[] again = new boolean[allCustomers];
    IntArray active = new IntArray();
    for (int o = 0; o < book.size(); o++) {
      int customer = book.customer(o);
      int age = cutoff - 1 - book.day(o);
      if (age < 0) {
        again[customer] |= age >= -AHEAD;
      } else if (age < DAYS) {
        if (counts[customer] == null) {
          counts[customer] = new int[WEEKS];
          money[customer] = new double[WEEKS];
          active.add(customer);
        }
        int week = WEEKS - 1 - age / 7;
        counts[customer][week]++;
        money[customer][week] += book.bought(o);
      }
    }
    int[] customers = active.toArray();
    int[] labels = new int[customers.length];
    float[][] sequences = new float[customers.length][];
    int[] weeksSince = new int[customers.length];
    int[] orders = new int[customers.length];
    for (int i = 0; i < customers.length; i++) {
      int c = customers[i];
      labels[i] = again[c] ? 1 : 0;
      sequences[i] = sequence(counts[c], money[c]);
      for (int week = 0; week < WEEKS; week++) {
        orders[i] += counts[c][week];
        weeksSince[i] = counts[c][week] > 0 ? WEEKS - 1 - week : weeksSince[i];
      }
    }
    return new ReorderWindow(customers, labels, sequences, weeksSince, orders);
  }

  /** Orders and money of each week, both by log(1 + x), which keeps large customers in range. */
  private static float[] sequence(int[] counts, double[] money) {
    float[] values = new float[WEEKS * FEATURES];
    for (int week = 0; week < WEEKS; week++) {
      values[week * FEATURES] = (float) Math.log1p(counts[week]);
      values[week * FEATURES + 1] = (float) Math.log1p(money[week]);
    }
    return values;
  }

  int size() {
    return customers.length;
  }

  int customer(int i) {
    return customers[i];
  }

  /** 1 if the customer ordered again, else 0. */
  int label(int i) {
    return labels[i];
  }

  float[] sequence(int i) {
    return sequences[i];
  }

  /** Whole weeks since the last order, from 0 to 11. */
  int weeksSince(int i) {
    return weeksSince[i];
  }

  /** Orders of the twelve weeks, at least 1. */
  int orders(int i) {
    return orders[i];
  }
}
