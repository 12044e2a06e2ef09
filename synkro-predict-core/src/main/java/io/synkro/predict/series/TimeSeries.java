package io.synkro.predict.series;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * A regular series of demand: a value for every step from a start on, {@code NaN} where nothing was
 * observed. Negative values are allowed here (returns); a forecaster may refuse them. Immutable;
 * safe for use by many threads.
 */
public final class TimeSeries {
  /** Largest size of a value: beyond it doubles no longer tell one unit from the next. */
  public static final double MAX_VALUE = 1e15;

  private static final int MAX_STEP = 1_000_000_000;

  private final SeriesId id;
  private final TimeAxis axis;
  private final int start;
  private final double[] values;

  /**
   * Creates a series.
   *
   * @param id what is observed
   * @param axis its steps
   * @param start step of the first value on the axis, from minus to plus a thousand million
   * @param values one value a step, in units of the product; at least one; NaN = missing, values
   *     beyond {@link #MAX_VALUE} in size are refused; copied
   */
  public TimeSeries(SeriesId id, TimeAxis axis, int start, double... values) {
    if (values.length == 0) {
      throw new InvalidInputException(
          "values of series " + id, "none", "must be at least one", "leave the series out");
    }
    this.id = id;
    this.axis = axis;
    this.start = start;
    this.values = values.clone();
    if (start < -MAX_STEP || start > MAX_STEP) {
      throw new InvalidInputException(
          "start of series " + id,
          Integer.toString(start),
          "must be from -%d to %d".formatted(MAX_STEP, MAX_STEP),
          "put the axis' origin near the data");
    }
    checkDemand(id, this.values, 0, values.length);
  }

  /**
   * Creates a series on an axis of its own that begins with the first value.
   *
   * @param id what is observed
   * @param frequency length of a step
   * @param start day on which the first step begins
   * @param values one value a step; see the constructor
   * @return the series
   */
  public static TimeSeries of(SeriesId id, Frequency frequency, LocalDate start, double... values) {
    return new TimeSeries(id, TimeAxis.of(frequency, start), 0, values);
  }

  /** Refuses demand that is infinite or so large that sums of its squares would be. */
  static void checkDemand(SeriesId id, double[] values, int from, int to) {
    for (int t = from; t < to; t++) {
      if (Math.abs(values[t]) > MAX_VALUE) {
        throw new InvalidInputException(
            "value " + (t - from) + " of series " + id,
            Double.toString(values[t]),
            "must be at most 1e15 in size, or NaN where it is missing",
            "look for a division by zero or a wrong unit upstream");
      }
    }
  }

  /**
   * Returns what is observed.
   *
   * @return product and warehouse
   */
  public SeriesId id() {
    return id;
  }

  /**
   * Returns the steps.
   *
   * @return the axis
   */
  public TimeAxis axis() {
    return axis;
  }

  /**
   * Returns the step of the first value.
   *
   * @return a step of the axis
   */
  public int start() {
    return start;
  }

  /**
   * Returns the number of values, missing ones included.
   *
   * @return at least 1
   */
  public int length() {
    return values.length;
  }

  /**
   * Returns a value.
   *
   * @param t its position, from 0 for the first
   * @return units, or NaN where it is missing
   */
  public double value(int t) {
    return values[Require.index("t", t, values.length)];
  }

  /**
   * Returns when a value's step begins.
   *
   * @param t position of the value; positions outside the series are allowed
   * @return the time
   */
  public LocalDateTime time(int t) {
    return axis.at((long) start + t);
  }

  /**
   * Returns all values.
   *
   * @return a copy
   */
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSeries that
        && id.equals(that.id)
        && axis.equals(that.axis)
        && start == that.start
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%s: %d %s values from %s".formatted(id, values.length, axis.frequency(), time(0));
  }
}
