package io.synkro.predict.features.internal;

import io.synkro.predict.series.TimeSeries;
import java.util.Arrays;

/**
 * The values of one channel of one series in memory that is used again for the next series. A pad
 * of missing values lies before the first one, so that no kernel has to ask where a series begins.
 * Not safe for use by many threads.
 */
public final class ChannelBuffer {
  /**
   * Values of a larger size are missing: sums of their squares, and so every feature, must fit into
   * a float.
   */
  public static final float LARGEST = (float) TimeSeries.MAX_VALUE;

  private final int pad;
  private float[] values = new float[0];
  private double[] filled = new double[0];
  private double[] seen = new double[0];
  private double[] inverse = new double[0];
  private int length;
  private long firstStep;
  private boolean complete;
  private boolean negative;
  private final WindowCache windows = new WindowCache(this);
  private final WindowOrder order = new WindowOrder(this);

  /**
   * Creates a buffer.
   *
   * @param lookback how far back any transform of the channel reads
   */
  public ChannelBuffer(int lookback) {
    this.pad = lookback;
  }

  /**
   * Makes room for a series.
   *
   * @param steps number of its steps
   * @param first its first step, counted since 1970
   * @return where to put the values: from {@link #pad()} on, one a step
   */
  public float[] begin(int steps, long first) {
    length = steps;
    firstStep = first;
    int size = pad + steps;
    if (values.length < size) {
      int room = Math.max(size, values.length + values.length / 2); // longer ones may follow
      values = new float[room];
      filled = new double[room];
      seen = new double[room];
      Arrays.fill(values, 0, pad, Float.NaN);
    }
    windows.clear();
    order.clear();
    return values;
  }

  /**
   * Makes a value what a feature may see of it.
   *
   * @param value any value
   * @return the value without a negative zero, or NaN if it is missing or too large
   */
  public static float known(float value) {
    return Math.abs(value) <= LARGEST ? value + 0f : Float.NaN;
  }

  /** Takes what was put into the array; values that are too large are missing. */
  public void end() {
    int end = pad + length;
    boolean known = true;
    boolean positive = true;
    for (int i = pad; i < end; i++) {
      float value = values[i] + 0f; // no negative zeros
      known &= Math.abs(value) <= LARGEST;
      positive &= !(value < 0);
      values[i] = value;
      filled[i] = value;
    }
    complete = known;
    negative = !positive;
    Arrays.fill(seen, pad, end, 1);
    for (int i = pad; !complete && i < end; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) {
        values[i] = Float.NaN;
        filled[i] = 0;
        seen[i] = 0;
      }
    }
  }

  /**
   * Returns a value.
   *
   * @param t position in the series, from minus the look-back on
   * @return the value, NaN where it is missing
   */
  public float value(int t) {
    return values[pad + t];
  }

  /**
   * Returns the number of steps.
   *
   * @return zero or more
   */
  public int length() {
    return length;
  }

  /**
   * Returns where the first step lies in the array.
   *
   * @return number of missing values before it
   */
  public int pad() {
    return pad;
  }

  /**
   * Returns the array that the values lie in.
   *
   * @return the values, {@link #pad()} missing ones first
   */
  public float[] values() {
    return values;
  }

  long firstStep() {
    return firstStep;
  }

  /** Values with 0 for missing ones. */
  double[] filled() {
    return filled;
  }

  /** 1 for each value that is there, else 0. */
  double[] seen() {
    return seen;
  }

  /** 1, 1/2, 1/3, …, one for each value. */
  double[] inverse() {
    if (inverse.length < values.length) {
      inverse = new double[values.length];
      Arrays.setAll(inverse, i -> 1.0 / (i + 1));
    }
    return inverse;
  }

  /** Whether no value is missing. */
  boolean complete() {
    return complete;
  }

  /** Whether any value is below zero. */
  boolean hasNegative() {
    return negative;
  }

  WindowCache windows() {
    return windows;
  }

  WindowOrder order() {
    return order;
  }
}
