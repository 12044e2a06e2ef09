package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;

/**
 * When the search for the best placement in a network that is no tree may stop before its plan is
 * proven. A tree takes one spanning-tree program, whatever the limits.
 *
 * @param gap share of the cost by which the plan may be dearer than the lower bound, from 0 to
 *     below 1
 * @param relaxations how many spanning-tree programs may be solved, at least 1
 */
public record PlacementLimits(double gap, int relaxations) {
  /** {@inheritDoc} */
  public PlacementLimits {
    Require.that(gap >= 0 && gap < 1, "gap", gap, "must be from 0 to below 1", "write 1 % as 0.01");
    Require.atLeast("number of relaxations", relaxations, 1, "");
  }
}
