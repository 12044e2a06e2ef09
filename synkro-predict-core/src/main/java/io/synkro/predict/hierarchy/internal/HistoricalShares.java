package io.synkro.predict.hierarchy.internal;

import io.synkro.predict.hierarchy.HistoricalProportions;
import io.synkro.predict.series.SeriesPanel;

/** Shares of series of the totals of a level, from history. */
public final class HistoricalShares {
  private final SummingMatrix sums;
  private final int level;

  /**
   * Creates a calculation.
   *
   * @param sums the hierarchy
   * @param level whose totals are split
   */
  public HistoricalShares(SummingMatrix sums, int level) {
    this.sums = sums;
    this.level = level;
  }

  /**
   * Computes shares.
   *
   * @param panel history of the series
   * @param at for each series its position in the panel
   * @param proportions what is averaged
   * @return for each series its share of its total, zero or more; they add up to one a total
   */
  public double[] of(SeriesPanel panel, int[] at, HistoricalProportions proportions) {
    double[] average = new double[at.length];
    double[][] totals =
        proportions == HistoricalProportions.AVERAGE_PROPORTIONS
            ? totals(panel, at)
            : new double[0][];
    int origin = firstStep(panel);
    for (int j = 0; j < at.length; j++) {
      double sum = 0;
      int count = 0;
      for (int t = 0; t < panel.length(at[j]); t++) {
        double value = panel.value(at[j], t);
        if (totals.length > 0) {
          double total = totals[node(j)][panel.start(at[j]) - origin + t];
          value = total > 0 ? value / total : Double.NaN;
        }
        if (!Double.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      average[j] = count == 0 ? 0 : Math.max(0, sum / count);
    }
    return scaled(average);
  }

  private double[] scaled(double[] average) {
    double[] total = new double[sums.nodes()];
    int[] members = new int[sums.nodes()];
    for (int j = 0; j < average.length; j++) {
      total[node(j)] += average[j];
      members[node(j)]++;
    }
    double[] shares = new double[average.length];
    for (int j = 0; j < shares.length; j++) {
      int node = node(j);
      shares[j] = total[node] > 0 ? average[j] / total[node] : 1.0 / members[node];
    }
    return shares;
  }

  /** Sums of what was observed, by node and step since the panel's first. */
  private double[][] totals(SeriesPanel panel, int[] at) {
    int origin = firstStep(panel);
    double[][] totals = new double[sums.nodes()][];
    for (int j = 0; j < at.length; j++) {
      int node = node(j);
      if (totals[node] == null) {
        totals[node] = new double[panel.end() - origin];
      }
      for (int t = 0; t < panel.length(at[j]); t++) {
        double value = panel.value(at[j], t);
        totals[node][panel.start(at[j]) - origin + t] += Double.isNaN(value) ? 0 : value;
      }
    }
    return totals;
  }

  private int node(int j) {
    return sums.nodeOf(level, j);
  }

  private static int firstStep(SeriesPanel panel) {
    int first = Integer.MAX_VALUE;
    for (int series = 0; series < panel.size(); series++) {
      first = Math.min(first, panel.start(series));
    }
    return first;
  }
}
