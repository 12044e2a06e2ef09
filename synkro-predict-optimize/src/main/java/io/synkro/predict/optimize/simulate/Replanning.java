package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;

/**
 * How often levels are worked out, and from how much of the past.
 *
 * @param every periods from one level to the next, at least 1; it changes at the first review that
 *     is not before
 * @param history periods of demand that a level rests on at most, at least 1
 */
public record Replanning(int every, int history) {
  /** {@inheritDoc} */
  public Replanning {
    Require.atLeast("every", every, 1, "");
    Require.atLeast("history", history, 1, "");
  }
}
