package io.synkro.predict.univariate.internal;

import io.synkro.predict.internal.DoubleArray;
import java.util.Arrays;

/**
 * When something was sold, and how much. Values of zero or less are steps without demand: returns
 * do not make demand negative. Immutable.
 */
public final class DemandEvents {
  private final double[] sizes;
  private final double[] intervals;

  private DemandEvents(double[] sizes, double[] intervals) {
    this.sizes = sizes;
    this.intervals = intervals;
  }

  /**
   * Finds them.
   *
   * @param values demand by step, the oldest first
   * @return sizes and intervals
   */
  public static DemandEvents of(double[] values) {
    DoubleArray sizes = new DoubleArray();
    DoubleArray intervals = new DoubleArray();
    int waited = 1;
    for (double value : values) {
      if (value > 0) {
        sizes.add(value);
        intervals.add(waited);
        waited = 0;
      }
      waited++;
    }
    return new DemandEvents(sizes.toArray(), intervals.toArray());
  }

  /**
   * Returns how much was sold.
   *
   * @return a value for each step with demand, not to be changed
   */
  public double[] sizes() {
    return sizes;
  }

  /**
   * Returns how many steps passed from the demand before, or from the beginning.
   *
   * @return a value for each step with demand, at least 1, not to be changed
   */
  public double[] intervals() {
    return intervals;
  }

  /**
   * Returns the mean interval as a number of steps to put together.
   *
   * @return rounded half to even, at least 1; 1 without any demand
   */
  public int meanInterval() {
    return intervals.length == 0
        ? 1
        : (int) Math.rint(Arrays.stream(intervals).sum() / intervals.length);
  }
}
