package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;

/**
 * How much counts vary, estimated by moments: variance by mean (Cox &amp; Lewis 1966, The
 * Statistical Analysis of Series of Events: the index of dispersion). One series of a slow mover
 * says little, so its estimate is drawn towards that of a pool of similar ones.
 *
 * @param squares sum of squared deviations, zero or more
 * @param demand sum of what was expected, zero or more
 * @param steps number of observations, zero or more
 */
public record CountDispersion(double squares, double demand, int steps) {
  /** Nothing observed yet: where a pool begins. */
  public static final CountDispersion NONE = new CountDispersion(0, 0, 0);

  /** {@inheritDoc} */
  public CountDispersion {
    Require.nonNegative("squares", squares, "");
    Require.nonNegative("demand", demand, "");
    Require.atLeast("steps", steps, 0, "");
  }

  /**
   * Returns what demand says that varies around its own mean; the variance has the divisor n - 1.
   *
   * @param values demand by step, NaN where it was not observed; below zero counts as zero
   * @return nothing if fewer than two values were observed
   */
  public static CountDispersion of(double[] values) {
    double sum = 0;
    int steps = 0;
    for (double value : values) {
      sum += Double.isNaN(value) ? 0 : Math.max(0, value);
      steps += Double.isNaN(value) ? 0 : 1;
    }
    if (steps < 2) {
      return NONE;
    }
    double mean = sum / steps;
    double squares = 0;
    for (double value : values) {
      double deviation = Double.isNaN(value) ? 0 : Math.max(0, value) - mean;
      squares += deviation * deviation;
    }
    return new CountDispersion(squares * steps / (steps - 1), sum, steps);
  }

  /**
   * Returns what the errors of forecasts say, such as those of a backtest.
   *
   * @param values demand by step, NaN where it was not observed; below zero counts as zero
   * @param expected its forecasts, same shape, zero or more; NaN where there is none
   * @return nothing if no forecast can be compared
   */
  public static CountDispersion ofErrors(double[] values, double[] expected) {
    Require.that(
        values.length == expected.length,
        "expected.length",
        expected.length,
        "must be the number of values, " + values.length,
        "");
    double squares = 0;
    double demand = 0;
    int steps = 0;
    for (int t = 0; t < values.length; t++) {
      double error = Math.max(0, values[t]) - expected[t];
      if (!Double.isNaN(error)) {
        squares += error * error;
        demand += Math.max(0, expected[t]);
        steps++;
      }
    }
    return new CountDispersion(squares, demand, steps);
  }

  /**
   * Returns both together.
   *
   * @param other of another series
   * @return the sums
   */
  public CountDispersion plus(CountDispersion other) {
    return new CountDispersion(squares + other.squares, demand + other.demand, steps + other.steps);
  }

  /**
   * Returns the estimate.
   *
   * @return variance by mean, at least 1 and at most 1e9; 1 if nothing was expected
   */
  public double estimate() {
    return limited(demand == 0 ? 1 : squares / demand);
  }

  /**
   * Returns the estimate drawn towards that of a pool: n / (n + weight) of the one and the rest of
   * the other, n being the steps of this one.
   *
   * @param pool of similar series, this one included or not
   * @param weight how many steps the pool counts for, zero or more; 24 did well for monthly spare
   *     parts
   * @return variance by mean, at least 1 and at most 1e9; that of the pool if this one has no
   *     demand
   */
  public double towards(CountDispersion pool, double weight) {
    Require.nonNegative("weight", weight, "use 24");
    if (demand == 0) {
      return pool.estimate();
    }
    double own = steps / (steps + weight);
    double ofPool = pool.demand == 0 ? 1 : pool.squares / pool.demand;
    return limited(own * (squares / demand) + (1 - own) * ofPool);
  }

  private static double limited(double dispersion) {
    return Math.max(1, Math.min(1e9, dispersion));
  }
}
