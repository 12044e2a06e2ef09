package io.synkro.predict.pattern;

import java.util.List;

/**
 * The plain rule that an LSTM must beat: the share of earlier customers with the same weeks since
 * the last order and the same number of orders (5 and more are one) who ordered again, drawn
 * towards the share of all with those weeks, and that towards the share of all customers, each with
 * the weight of ten customers.
 */
final class ReorderRule {
  private static final int MOST_ORDERS = 5;
  private static final double WEIGHT = 10;

  private final double[][] rates = new double[ReorderWindow.WEEKS][MOST_ORDERS];

  static ReorderRule fit(List<ReorderWindow> windows) {
    double[][] seen = new double[ReorderWindow.WEEKS][MOST_ORDERS];
    double[][] again = new double[ReorderWindow.WEEKS][MOST_ORDERS];
    double allSeen = 0;
    double allAgain = 0;
    for (ReorderWindow window : windows) {
      for (int i = 0; i < window.size(); i++) {
        seen[window.weeksSince(i)][column(window, i)]++;
        again[window.weeksSince(i)][column(window, i)] += window.label(i);
        allSeen++;
        allAgain += window.label(i);
      }
    }
    ReorderRule rule = new ReorderRule();
    double all = (allAgain + 0.5) / (allSeen + 1);
    for (int week = 0; week < ReorderWindow.WEEKS; week++) {
      double weekRate = drawn(sum(again[week]), sum(seen[week]), all);
      for (int column = 0; column < MOST_ORDERS; column++) {
        rule.rates[week][column] = drawn(again[week][column], seen[week][column], weekRate);
      }
    }
    return rule;
  }

  private static double drawn(double again, double seen, double towards) {
    return (again + WEIGHT * towards) / (seen + WEIGHT);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static int column(ReorderWindow window, int i) {
    return Math.min(MOST_ORDERS, window.orders(i)) - 1;
  }

  double probability(ReorderWindow window, int i) {
    return rates[window.weeksSince(i)][column(window, i)];
  }
}
