package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.LeadTime;
import java.util.Arrays;

/** Sums of independent demands that are tables of whole numbers, by adding up all combinations. */
final class TableSum {
  /** About two seconds of work. */
  private static final double MOST_PRODUCTS = 2e9;

  private static final double WIDEST = 1 << 24;

  private TableSum() {}

  /** Returns the mixture, over the lead times, of the sums of that many days and the review. */
  static TableDemand over(TableDemand perDay, LeadTime leadTime, int reviewDays) {
    double[] day = dense(perDay);
    double first = perDay.values()[0];
    int most = leadTime.maxDays() + reviewDays;
    requireWork((day.length - 1.0) * most + 1, perDay.size() * (double) most / 2);
    double low = Math.min(0, first * most);
    double high = Math.max(0, (first + day.length - 1) * most);
    requireWork(high - low + 1, 1);
    double[] mixture = new double[(int) (high - low) + 1];
    double[] sum = {1};
    for (int days = 0; days <= most; days++) {
      double weight = days < reviewDays ? 0 : leadTime.probability(days - reviewDays);
      int start = (int) (first * days - low);
      for (int i = 0; weight > 0 && i < sum.length; i++) {
        mixture[start + i] += weight * sum[i];
      }
      sum = days < most ? convolve(sum, day) : sum;
    }
    return table(low, mixture);
  }

  /** Returns the sum of two independent demands. */
  static TableDemand of(TableDemand one, TableDemand other) {
    double[] a = dense(one);
    double[] b = dense(other);
    requireWork(a.length + b.length - 1.0, Math.min(one.size(), other.size()));
    double low = one.values()[0] + other.values()[0];
    return table(low, convolve(a, b));
  }

  private static TableDemand table(double low, double[] weights) {
    double[] values = new double[weights.length];
    Arrays.setAll(values, i -> low + i);
    return TableDemand.weighted(values, weights);
  }

  private static double[] dense(TableDemand table) {
    double[] values = table.values();
    double[] probabilities = table.probabilities();
    double width = values[values.length - 1] - values[0] + 1;
    requireWork(width, 1);
    double[] dense = new double[(int) width];
    for (int i = 0; i < values.length; i++) {
      dense[(int) (values[i] - values[0])] = probabilities[i];
    }
    return dense;
  }

  private static double[] convolve(double[] a, double[] b) {
    double[] sum = new double[a.length + b.length - 1];
    for (int j = 0; j < b.length; j++) {
      if (b[j] > 0) { // most values of intermittent demand have no probability
        for (int i = 0; i < a.length; i++) {
          sum[i + j] += a[i] * b[j];
        }
      }
    }
    return sum;
  }

  private static void requireWork(double width, double times) {
    Require.that(
        width <= WIDEST && width * times <= MOST_PRODUCTS,
        "width of the table",
        width,
        "must be at most 2^24, and at most 2e9 divided by the values to add (%.0f)"
            .formatted(times),
        "count in packs, or fit NegativeBinomialDemand");
  }
}
