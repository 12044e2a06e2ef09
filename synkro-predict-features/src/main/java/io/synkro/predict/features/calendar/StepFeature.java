package io.synkro.predict.features.calendar;

import io.synkro.predict.series.TimeAxis;

/**
 * A number that is known for every step of time, past or future, whatever is sold in it. An
 * implementation must be immutable and safe for use by many threads, and give the same bits on
 * every machine.
 */
public interface StepFeature {
  /**
   * Returns the name of the column.
   *
   * @return 1 to 128 letters, digits, {@code _ . -}; a valid name of a {@link
   *     io.synkro.predict.tabular.Feature}
   */
  String name();

  /**
   * Returns everything that determines the values. Features of equal definitions have equal values.
   *
   * @return one line of at most 1,000 characters; a valid definition of a {@link
   *     io.synkro.predict.tabular.Feature}
   */
  String definition();

  /**
   * Returns the value of a step.
   *
   * @param axis says how long steps are and when they begin
   * @param step a step of the axis, may be negative
   * @return the value; NaN where it is not known
   */
  float value(TimeAxis axis, long step);

  /**
   * Fills an array with the values of successive steps, bit for bit those of {@link #value}.
   *
   * @param axis says how long steps are and when they begin
   * @param from first step, may be negative
   * @param target array to write to
   * @param offset where the value of {@code from} goes
   * @param count number of steps, zero or more; {@code offset + count} is at most the array's
   *     length
   */
  default void fill(TimeAxis axis, long from, float[] target, int offset, int count) {
    for (int i = 0; i < count; i++) {
      target[offset + i] = value(axis, from + i);
    }
  }
}
