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
  private final SeriesId id;
  private final TimeAxis axis;
  private final int start;
  private final double[] values;

  /**
   * Creates a series.
   *
   * @param id what is observed
   * @param axis its steps
   * @param start step of the first value on the axis
   * @param values one value a step, in units of the product; at least one; NaN = missing, infinite
   *     values are refused; copied
   */
  public TimeSeries(SeriesId id, TimeAxis axis, int start, double... values) {
    Require.atLeast("values of series " + id, values.length, 1, "leave the series out");
    this.id = id;
    this.axis = axis;
    this.start = start;
    this.values = values.clone();
    checkFinite(id, this.values);
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

  static void checkFinite(SeriesId id, double[] values) {
    for (int t = 0; t < values.length; t++) {
      if (Double.isInfinite(values[t])) {
        throw new InvalidInputException(
            "value " + t + " of series " + id,
            Double.toString(values[t]),
            "must be finite, or NaN where it is missing",
            "look for a division by zero upstream");
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
    return values[t];
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
