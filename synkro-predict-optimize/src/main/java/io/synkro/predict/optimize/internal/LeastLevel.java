package io.synkro.predict.optimize.internal;

import java.util.function.DoublePredicate;

/** Searches for the least level from which on something holds. */
public final class LeastLevel {
  private static final double FINEST = 0x1p-80;

  private LeastLevel() {}

  /**
   * Halves an interval until it is one unit or, of levels that are not whole, two doubles.
   *
   * @param below where it does not hold; whole if levels are
   * @param high where it holds; whole if levels are
   * @param whole whether levels are whole numbers
   * @param holds false up to some level and true from there on
   * @return the least level at which it holds, above {@code below} and at most {@code high}
   */
  public static double between(double below, double high, boolean whole, DoublePredicate holds) {
    double left = below;
    double right = high;
    double smallest = whole ? 1 : Math.max(Math.abs(below), Math.abs(high)) * FINEST;
    while (right - left > smallest) {
      double half = left + (right - left) / 2;
      double middle = whole ? Math.floor(half) : half;
      if (middle <= left || middle >= right) {
        break; // no double lies between
      }
      if (holds.test(middle)) {
        right = middle;
      } else {
        left = middle;
      }
    }
    return right;
  }
}
