package io.synkro.predict.univariate.internal;

import io.synkro.predict.internal.Require;

/** What every method asks of its input. Stateless. */
public final class Inputs {
  /** The largest size of a value; squares of such values can be added up. */
  public static final double LARGEST = 1e15;

  private Inputs() {}

  /**
   * Refuses what no method can use.
   *
   * @param values the series
   * @param season steps of a season
   */
  public static void require(double[] values, int season) {
    Require.atLeast("values.length", values.length, 1, "leave out series without a value");
    Require.atLeast("season", season, 1, "use 1 for none");
    for (int t = 0; t < values.length; t++) {
      if (!(Math.abs(values[t]) <= LARGEST)) {
        Require.that(
            false,
            "value %d".formatted(t),
            values[t],
            "must be finite and of at most 1e15",
            "fill gaps and leave out wrong values beforehand");
      }
    }
  }

  /**
   * Refuses newer values that no method can use.
   *
   * @param newer values after those of the fit; NaN where not observed
   */
  public static void requireNewer(double[] newer) {
    for (int t = 0; t < newer.length; t++) {
      if (Math.abs(newer[t]) > LARGEST) {
        Require.that(
            false,
            "newer value %d".formatted(t),
            newer[t],
            "must be of at most 1e15",
            "give NaN where a value was not observed");
      }
    }
  }

  /**
   * Refuses forecasts of no step.
   *
   * @param steps steps to forecast
   * @return the same
   */
  public static int requireSteps(int steps) {
    return Require.atLeast("steps", steps, 1, "count from the step after the last value");
  }
}
