package io.synkro.predict.optimize.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a rising function passes zero. Source: Chandrupatla (1997), A new hybrid
 * quadratic/bisection algorithm for finding the zero of a nonlinear function without using
 * derivatives, Advances in Engineering Software 28.
 */
final class RisingRoot {
  private static final int MOST_STEPS = 2_200; // halving through all doubles takes fewer

  private final DoubleUnaryOperator function;
  private double newest;
  private double atNewest;
  private double opposite;
  private double atOpposite;
  private double previous;
  private double atPrevious;

  private RisingRoot(DoubleUnaryOperator function, double low, double high) {
    this.function = function;
    newest = high;
    atNewest = function.applyAsDouble(high);
    opposite = low;
    atOpposite = function.applyAsDouble(low);
  }

  /**
   * Finds the least point at which the function is zero or more.
   *
   * @param low below zero here; where it is not, the answer is {@code low}
   * @param high zero or more here; where it is not, the answer is {@code high}
   * @return the upper end of an interval a few units in the last place wide
   */
  static double between(DoubleUnaryOperator function, double low, double high) {
    RisingRoot root = new RisingRoot(function, low, high);
    if (root.atOpposite >= 0) {
      return low;
    }
    if (root.atNewest < 0) {
      return high;
    }
    double share = 0.5;
    for (int i = 0; i < MOST_STEPS && share > 0; i++) {
      root.step(share);
      share = root.nextShare();
    }
    return root.atNewest < 0 ? root.opposite : root.newest;
  }

  private void step(double share) {
    double x = newest + share * (opposite - newest);
    double value = function.applyAsDouble(x);
    if (value < 0 == atNewest < 0) {
      previous = newest;
      atPrevious = atNewest;
    } else {
      previous = opposite;
      atPrevious = atOpposite;
      opposite = newest;
      atOpposite = atNewest;
    }
    newest = x;
    atNewest = value;
  }

  /** Returns where between the two ends to look next, 0 if there is nothing between them. */
  private double nextShare() {
    double width = Math.abs(opposite - newest);
    double least = 2 * Math.ulp(Math.max(Math.abs(newest), Math.abs(opposite))) / width;
    if (!(least < 0.5)) {
      return 0;
    }
    double xi = (newest - opposite) / (previous - opposite);
    double phi = (atNewest - atOpposite) / (atPrevious - atOpposite);
    if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) {
      return 0.5;
    }
    double first = atNewest / (atOpposite - atNewest) * (atPrevious / (atOpposite - atPrevious));
    double bend = (previous - newest) / (opposite - newest);
    double second =
        bend * (atNewest / (atPrevious - atNewest)) * (atOpposite / (atPrevious - atOpposite));
    double share = first + second;
    return Math.min(1 - least, Math.max(least, share));
  }
}
