package io.synkro.predict.hierarchy.internal;

import org.jspecify.annotations.Nullable;

/**
 * Takes the forecasts of one level and splits them: top-down from the first level, middle-out from
 * one between, bottom-up from that of the series, where nothing is left to split. Shares are fixed,
 * or those of the forecasts of the levels below. Immutable, thread-safe.
 */
public final class SplitMethod implements ReconciliationMethod {
  private final SummingMatrix sums;
  private final int level;
  private final double @Nullable [] shares;

  private SplitMethod(SummingMatrix sums, int level, double @Nullable [] shares) {
    this.sums = sums;
    this.level = level;
    this.shares = shares;
  }

  /**
   * Splits by fixed shares.
   *
   * @param sums the hierarchy
   * @param level whose forecasts are split
   * @param shares for each series its share of its total of that level; copied
   * @return the method
   */
  public static SplitMethod fixed(SummingMatrix sums, int level, double[] shares) {
    return new SplitMethod(sums, level, shares.clone());
  }

  /**
   * Splits by the shares of the forecasts, level by level.
   *
   * @param sums the hierarchy; each level from {@code level} on is refined by the next
   * @param level whose forecasts are split
   * @return the method
   */
  public static SplitMethod byForecasts(SummingMatrix sums, int level) {
    return new SplitMethod(sums, level, null);
  }

  @Override
  public boolean isLinear() {
    return shares != null || level == sums.levels();
  }

  @Override
  public Step prepare(boolean[] absent) {
    boolean[] none = absent.clone();
    return (base, nonNegative, series) -> {
      double[] known = new double[base.length];
      for (int node = 0; node < base.length; node++) {
        known[node] = none[node] ? Double.NaN : base[node];
        if (nonNegative && known[node] < 0) {
          known[node] = 0;
        }
      }
      if (shares != null) {
        for (int j = 0; j < series.length; j++) {
          series[j] = known[sums.nodeOf(level, j)] * shares[j];
        }
      } else {
        splitByForecasts(known, series);
      }
      return true;
    };
  }

  private void splitByForecasts(double[] known, double[] series) {
    double[] values = known.clone();
    for (int parents = level; parents < sums.levels(); parents++) {
      int[] parentOf = parentsBelow(parents);
      int first = sums.first(parents + 1);
      double[] total = new double[known.length];
      int[] children = new int[known.length];
      for (int c = 0; c < parentOf.length; c++) {
        if (!Double.isNaN(known[first + c])) {
          total[parentOf[c]] += known[first + c];
          children[parentOf[c]]++;
        }
      }
      for (int c = 0; c < parentOf.length; c++) {
        int parent = parentOf[c];
        double child = known[first + c];
        // forecasts that are all zero, or cancel out, tell no shares: then all are equal
        double share = total[parent] == 0 ? 1.0 / children[parent] : child / total[parent];
        values[first + c] = Double.isNaN(child) ? Double.NaN : values[parent] * share;
      }
    }
    System.arraycopy(values, sums.totals(), series, 0, series.length);
  }

  private int[] parentsBelow(int parents) {
    int children = parents + 1;
    int first = sums.first(children);
    int end = children == sums.levels() ? sums.nodes() : sums.first(children + 1);
    int[] parentOf = new int[end - first];
    for (int j = 0; j < sums.series(); j++) {
      parentOf[sums.nodeOf(children, j) - first] = sums.nodeOf(parents, j);
    }
    return parentOf;
  }
}
