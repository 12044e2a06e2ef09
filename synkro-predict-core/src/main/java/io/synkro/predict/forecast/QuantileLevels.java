package io.synkro.predict.forecast;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/** What levels of quantiles have to be. */
final class QuantileLevels {
  private QuantileLevels() {}

  static void require(double[] levels) {
    Require.atLeast("levels.length", levels.length, 1, "use 0.05, 0.5 and 0.95");
    for (int q = 0; q < levels.length; q++) {
      Require.between("quantile level", levels[q], 0, 1, "write 95 % as 0.95");
      Require.that(
          q == 0 || levels[q] > levels[q - 1],
          "quantile levels",
          Arrays.toString(levels),
          "must be strictly increasing",
          "sort them");
    }
  }
}
