package io.synkro.predict.univariate.internal;

import java.util.Arrays;

/**
 * Demand summed over several consecutive steps and smoothed, for one or more numbers of steps at
 * once. Sums are cut from the newest value backwards; so that a new value does not need the old
 * ones again, there is a level for each way to cut: after k more values the cuts are the same ones
 * again. Its forecasts are those of cutting the whole series anew. Not safe for use by many
 * threads.
 */
public final class AggregateLevels implements DemandRate {
  private final int[] sizes;
  private final double[] alphas;
  private final double[][] levels;
  private final double[] recent;
  private int count;

  /**
   * Creates levels without a value.
   *
   * @param sizes how many steps are summed, rising, at least 1
   * @param alphas smoothing constant of each size
   */
  public AggregateLevels(int[] sizes, double[] alphas) {
    this.sizes = sizes;
    this.alphas = alphas;
    this.levels = new double[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      levels[i] = new double[sizes[i]];
      Arrays.fill(levels[i], Double.NaN);
    }
    this.recent = new double[sizes[sizes.length - 1]];
  }

  private AggregateLevels(AggregateLevels other) {
    this.sizes = other.sizes;
    this.alphas = other.alphas;
    this.levels = Arrays.stream(other.levels).map(double[]::clone).toArray(double[][]::new);
    this.recent = other.recent.clone();
    this.count = other.count;
  }

  /**
   * Returns the sums of a series, cut from its end; what remains at the beginning is left out.
   *
   * @param values the series
   * @param size how many steps are summed, from 1 to {@code values.length}
   * @return the sums, the oldest first
   */
  public static double[] sums(double[] values, int size) {
    double[] sums = new double[values.length / size];
    for (int t = values.length % size, i = 0; t < values.length; t++) {
      sums[i / size] += values[t];
      i++;
    }
    return sums;
  }

  @Override
  public AggregateLevels copy() {
    return new AggregateLevels(this);
  }

  /** Takes as many operations as the greatest number of steps that are summed. */
  @Override
  public void add(double value) {
    recent[count % recent.length] = value;
    count++;
    double sum = 0;
    int next = 0;
    for (int steps = 1; steps <= Math.min(count, recent.length); steps++) {
      sum += recent[(count - steps) % recent.length];
      if (steps == sizes[next]) {
        smooth(next++, sum);
      }
    }
  }

  private void smooth(int size, double sum) {
    int phase = count % sizes[size];
    double level = levels[size][phase];
    levels[size][phase] =
        Double.isNaN(level) ? sum : alphas[size] * sum + (1 - alphas[size]) * level;
  }

  /** The mean, over the numbers of steps that are summed, of level by step. */
  @Override
  public double forecast() {
    double sum = 0;
    for (int i = 0; i < sizes.length; i++) {
      sum += levels[i][count % sizes[i]] / sizes[i];
    }
    return sum / sizes.length;
  }
}
