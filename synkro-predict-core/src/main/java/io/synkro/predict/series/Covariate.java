package io.synkro.predict.series;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A number that goes along with demand, for every series and step of a panel. Immutable; safe for
 * use by many threads.
 */
public final class Covariate {
  private final String name;
  private final Availability availability;
  private final int futureSteps;
  private final int[] offsets;
  private final double[] values;

  /** Takes the arrays as they are: {@code offsets} are the panel's, without future steps. */
  Covariate(
      String name, Availability availability, int futureSteps, int[] offsets, double[] values) {
    this.name = name;
    this.availability = availability;
    this.futureSteps = futureSteps;
    this.offsets = offsets;
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
    Require.index("series", series, offsets.length - 1);
    int from = from(series);
    return values[from + Require.index("t", t, from(series + 1) - from)];
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
    Require.index("series", series, offsets.length - 1);
    int from = from(series);
    int count = from(series + 1) - from;
    for (int t = 0; t < count; t++) {
      target[at + t] = (float) values[from + t];
    }
    return count;
  }

  /** The same values for longer series, as far as they are known. */
  Covariate extended(int[] newOffsets) {
    double[] longer = new double[newOffsets[newOffsets.length - 1]];
    Arrays.fill(longer, Double.NaN);
    for (int i = 0; i + 1 < newOffsets.length; i++) {
      int known = Math.min(from(i + 1) - from(i), newOffsets[i + 1] - newOffsets[i]);
      System.arraycopy(values, from(i), longer, newOffsets[i], known);
    }
    return new Covariate(name, availability, 0, newOffsets, longer);
  }

  /** Values of some series for some steps each; steps that are not known here are NaN. */
  Covariate cut(int[] series, int[] newOffsets, int newFutureSteps) {
    int future = availability == Availability.KNOWN_IN_FUTURE ? newFutureSteps : 0;
    double[] copy =
        new double[newOffsets[series.length] + Math.multiplyExact(series.length, future)];
    for (int k = 0; k < series.length; k++) {
      int target = newOffsets[k] + k * future;
      int wanted = newOffsets[k + 1] - newOffsets[k] + future;
      int known = Math.min(wanted, from(series[k] + 1) - from(series[k]));
      System.arraycopy(values, from(series[k]), copy, target, known);
      Arrays.fill(copy, target + known, target + wanted, Double.NaN);
    }
    return new Covariate(name, availability, future, newOffsets, copy);
  }

  /** The same values, known up to the end of each series only. */
  Covariate pastOnly() {
    if (availability == Availability.PAST_ONLY) {
      return this;
    }
    int[] all = IntStream.range(0, offsets.length - 1).toArray();
    Covariate history = cut(all, offsets, 0);
    return new Covariate(name, Availability.PAST_ONLY, 0, offsets, history.values);
  }

  private int from(int series) {
    return offsets[series] + series * futureSteps;
  }
}
