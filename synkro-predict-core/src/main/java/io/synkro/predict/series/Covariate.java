package io.synkro.predict.series;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * A number that goes along with demand, for every series and step of a panel. Immutable; safe for
 * use by many threads.
 */
public final class Covariate {
  private final String name;
  private final Availability availability;
  private final int futureSteps;

  /** Where the values of each series begin; those of covariates cut from this one as well. */
  private final int[] begins;

  private final int[] counts;
  private final double[] values;

  /** Shares the values of another one. */
  private Covariate(
      Covariate other, Availability availability, int futureSteps, int[] begins, int[] counts) {
    this.name = other.name;
    this.availability = availability;
    this.futureSteps = futureSteps;
    this.begins = begins;
    this.counts = counts;
    this.values = other.values;
  }

  /** Takes the array as it is: {@code offsets} are the panel's, without future steps. */
  Covariate(
      String name, Availability availability, int futureSteps, int[] offsets, double[] values) {
    this.name = name;
    this.availability = availability;
    this.futureSteps = futureSteps;
    this.begins = new int[offsets.length - 1];
    this.counts = new int[offsets.length - 1];
    for (int i = 0; i < begins.length; i++) {
      begins[i] = offsets[i] + i * futureSteps;
      counts[i] = offsets[i + 1] - offsets[i] + futureSteps;
    }
    this.values = values;
  }

  /**
   * Returns the name.
   *
   * @return a name, unique in the panel
   */
  public String name() {
    return name;
  }

  /**
   * Returns whether values over the horizon are known.
   *
   * @return the availability
   */
  public Availability availability() {
    return availability;
  }

  /**
   * Returns how many steps beyond the end of each series there are values for.
   *
   * @return 0 for {@link Availability#PAST_ONLY}
   */
  public int futureSteps() {
    return futureSteps;
  }

  /**
   * Returns a value.
   *
   * @param series position of the series in the panel
   * @param t position in the series, from 0 to {@code length + futureSteps - 1}
   * @return the value, NaN where it is missing
   */
  public double value(int series, int t) {
    Require.index("series", series, begins.length);
    return values[begins[series] + Require.index("t", t, counts[series])];
  }

  /**
   * Copies the values of a series as floats, those of its future steps after the others.
   *
   * @param series position of the series in the panel
   * @param target receives one value for each step
   * @param at where the first value goes
   * @return how many values there are
   */
  public int copyFloats(int series, float[] target, int at) {
    int from = begins[Require.index("series", series, begins.length)];
    for (int t = 0; t < counts[series]; t++) {
      target[at + t] = (float) values[from + t];
    }
    return counts[series];
  }

  /** The same values for longer series, as far as they are known. */
  Covariate extended(int[] newOffsets) {
    double[] longer = new double[newOffsets[newOffsets.length - 1]];
    Arrays.fill(longer, Double.NaN);
    for (int i = 0; i + 1 < newOffsets.length; i++) {
      int known = Math.min(counts[i], newOffsets[i + 1] - newOffsets[i]);
      System.arraycopy(values, begins[i], longer, newOffsets[i], known);
    }
    return new Covariate(name, availability, 0, newOffsets, longer);
  }

  /** Values of some series for some steps each; steps that are not known here are NaN. */
  Covariate cut(int[] series, int[] newOffsets, int newFutureSteps) {
    int future = availability == Availability.KNOWN_IN_FUTURE ? newFutureSteps : 0;
    int[] from = new int[series.length];
    int[] wanted = new int[series.length];
    boolean known = true;
    long all = 0;
    for (int k = 0; k < series.length; k++) {
      from[k] = begins[series[k]];
      wanted[k] = newOffsets[k + 1] - newOffsets[k] + future;
      known &= wanted[k] <= counts[series[k]];
      all += wanted[k];
    }
    // most of the values are shared, since panels are cut at every origin of a backtest; a few are
    // copied, or one item would keep a whole assortment in memory
    return known && 2 * all >= values.length
        ? new Covariate(this, availability, future, from, wanted)
        : copy(series, newOffsets, future);
  }

  private Covariate copy(int[] series, int[] newOffsets, int future) {
    double[] copy =
        new double[newOffsets[series.length] + Math.multiplyExact(series.length, future)];
    for (int k = 0; k < series.length; k++) {
      int target = newOffsets[k] + k * future;
      int wanted = newOffsets[k + 1] - newOffsets[k] + future;
      int known = Math.min(wanted, counts[series[k]]);
      System.arraycopy(values, begins[series[k]], copy, target, known);
      Arrays.fill(copy, target + known, target + wanted, Double.NaN);
    }
    return new Covariate(name, availability, future, newOffsets, copy);
  }

  /** The same values, known up to the end of each series only. */
  Covariate pastOnly() {
    if (availability == Availability.PAST_ONLY) {
      return this;
    }
    int[] past = Arrays.stream(counts).map(count -> count - futureSteps).toArray();
    return new Covariate(this, Availability.PAST_ONLY, 0, begins, past);
  }
}
