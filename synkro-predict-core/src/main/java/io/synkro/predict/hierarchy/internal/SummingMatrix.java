package io.synkro.predict.hierarchy.internal;

import java.util.Arrays;

/**
 * The upper part C of the summing matrix S = [C; I]: which totals a series belongs to. Each level
 * puts every series into exactly one of its totals, so C is kept as one number a level and series
 * and never as a matrix: 50,000 series in 4 levels take 0.8 MB. Immutable.
 */
public final class SummingMatrix {
  private final int[][] totalOf;
  private final int[] firstOf;
  private final int series;

  /**
   * Creates a matrix.
   *
   * @param totalOf for each level and series its total, numbered from 0 over all levels, level
   *     after level; not copied
   * @param firstOf for each level the number of its first total, and at last the number of totals
   * @param series number of series
   */
  public SummingMatrix(int[][] totalOf, int[] firstOf, int series) {
    this.totalOf = totalOf;
    this.firstOf = firstOf;
    this.series = series;
  }

  /**
   * Returns the number of levels above the series.
   *
   * @return zero or more
   */
  public int levels() {
    return totalOf.length;
  }

  /**
   * Returns the number of totals.
   *
   * @return zero or more
   */
  public int totals() {
    return firstOf[totalOf.length];
  }

  /**
   * Returns the number of series.
   *
   * @return at least 1
   */
  public int series() {
    return series;
  }

  /**
   * Returns the number of totals and series.
   *
   * @return at least 1
   */
  public int nodes() {
    return totals() + series;
  }

  /**
   * Returns the first node of a level.
   *
   * @param level from 0; {@link #levels()} for that of the series
   * @return its number
   */
  public int first(int level) {
    return firstOf[level];
  }

  /**
   * Returns the level of a node.
   *
   * @param node its number
   * @return from 0 to {@link #levels()}
   */
  public int levelOf(int node) {
    int level = 0;
    while (level < totalOf.length && node >= firstOf[level + 1]) {
      level++;
    }
    return level;
  }

  /**
   * Returns the total of a level that a series belongs to.
   *
   * @param level from 0; at {@link #levels()} every series is its own node
   * @param j position of the series
   * @return number of the node
   */
  public int nodeOf(int level, int j) {
    return level == totalOf.length ? firstOf[level] + j : totalOf[level][j];
  }

  /**
   * Adds up series: C b.
   *
   * @param b one value a series
   * @param totals receives one value a total
   */
  public void addUp(double[] b, double[] totals) {
    Arrays.fill(totals, 0, totals(), 0);
    for (int[] total : totalOf) {
      for (int j = 0; j < series; j++) {
        totals[total[j]] += b[j];
      }
    }
  }

  /**
   * Adds up what is known: S b without NaN.
   *
   * @param b one value a series, NaN where there is none
   * @param y receives one value a node, NaN for totals none of whose series has a value
   */
  public void addUpKnown(double[] b, double[] y) {
    Arrays.fill(y, 0, totals(), Double.NaN);
    for (int[] total : totalOf) {
      for (int j = 0; j < series; j++) {
        if (!Double.isNaN(b[j])) {
          double before = y[total[j]];
          y[total[j]] = Double.isNaN(before) ? b[j] : before + b[j];
        }
      }
    }
    System.arraycopy(b, 0, y, totals(), series);
  }

  /**
   * Adds to each series what stands at its totals: C'z.
   *
   * @param z one value a total
   * @param b receives one value a series
   */
  public void spread(double[] z, double[] b) {
    Arrays.fill(b, 0);
    for (int[] total : totalOf) {
      for (int j = 0; j < series; j++) {
        b[j] += z[total[j]];
      }
    }
  }

  /**
   * Says whether the totals of a level are sums of totals of the next one.
   *
   * @param level from 0 to {@link #levels()} - 1
   * @return true if no total of the next level lies in two totals of this one
   */
  public boolean isRefinedAfter(int level) {
    int next = level + 1;
    int firstBelow = firstOf[next];
    int below = next == totalOf.length ? series : firstOf[next + 1] - firstBelow;
    int[] above = new int[below];
    Arrays.fill(above, -1);
    for (int j = 0; j < series; j++) {
      int child = nodeOf(next, j) - firstBelow;
      int parent = totalOf[level][j];
      if (above[child] >= 0 && above[child] != parent) {
        return false;
      }
      above[child] = parent;
    }
    return true;
  }
}
