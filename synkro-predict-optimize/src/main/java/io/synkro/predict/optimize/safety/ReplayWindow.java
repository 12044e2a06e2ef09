package io.synkro.predict.optimize.safety;

import io.synkro.predict.internal.Require;

/**
 * The last part of the past, which a policy is replayed on as if it were not yet known.
 *
 * @param periods how long it is, at least 1; half a year does
 * @param replanEvery periods from one level to the next, at least 1
 * @param history periods of demand that a level rests on at most, at least 1
 */
public record ReplayWindow(int periods, int replanEvery, int history) {
  /** {@inheritDoc} */
  public ReplayWindow {
    Require.atLeast("periods", periods, 1, "");
    Require.atLeast("replanEvery", replanEvery, 1, "");
    Require.atLeast("history", history, 1, "");
  }
}
