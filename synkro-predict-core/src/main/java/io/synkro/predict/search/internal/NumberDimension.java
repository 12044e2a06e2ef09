package io.synkro.predict.search.internal;

import java.util.SplittableRandom;

/**
 * Real or whole numbers, on a plain or a logarithmic scale. Kernels see the scale as 0 to 1, so
 * that no range is too small or too large for them. A whole number takes the room from a half below
 * it to a half above.
 */
public final class NumberDimension implements Dimension {
  private final double low;
  private final double high;
  private final boolean log;
  private final boolean whole;
  private final double from;
  private final double to;

  /**
   * Creates a dimension.
   *
   * @param low smallest value
   * @param high largest value, above {@code low} by a finite distance
   * @param log whether equal ratios count alike, not equal differences; then {@code low} is
   *     positive
   * @param whole whether only whole numbers are meant
   */
  public NumberDimension(double low, double high, boolean log, boolean whole) {
    this.low = low;
    this.high = high;
    this.log = log;
    this.whole = whole;
    this.from = scale(whole ? low - 0.5 : low);
    this.to = scale(whole ? high + 0.5 : high);
  }

  private double scale(double value) {
    return log ? StrictMath.log(value) : value; // Math.log differs between machines
  }

  @Override
  public double draw(SplittableRandom random) {
    return value(random.nextDouble());
  }

  /** Returns the value at a place from 0 to 1. */
  double value(double place) {
    double scaled = from + place * (to - from);
    double value = log ? StrictMath.exp(scaled) : scaled;
    double inside = Math.max(low, Math.min(high, whole ? Math.rint(value) : value));
    return inside + 0.0; // no negative zero, which equals zero and yet does not
  }

  /** Returns the place from 0 to 1 of a value, or of the edge of the room of a whole number. */
  double place(double value) {
    return (scale(value) - from) / (to - from);
  }

  boolean whole() {
    return whole;
  }

  @Override
  public boolean holds(double value) {
    return value >= low && value <= high && (!whole || value == Math.rint(value));
  }

  @Override
  public double size() {
    return whole ? high - low + 1 : Double.POSITIVE_INFINITY;
  }

  @Override
  public double next(double value) {
    if (!whole) {
      return value;
    }
    return value < high ? value + 1 : low;
  }

  @Override
  public Kernels kernels(double[] observed) {
    return new NormalKernels(this, observed);
  }
}
