package io.synkro.predict.evaluate;

import io.synkro.predict.internal.Require;

/** What all measures do with steps. */
final class Steps {
  private Steps() {}

  /** Number of observed steps as a divisor: 0 / 0 is NaN, as promised. */
  static double observed(double[] actual) {
    double count = 0;
    for (double value : actual) {
      count += Double.isNaN(value) ? 0 : 1;
    }
    return count;
  }

  static void requireSame(double[] actual, String name, int length) {
    Require.that(
        actual.length == length,
        name + ".length",
        length,
        "must be the number of actuals, " + actual.length,
        "");
  }
}
