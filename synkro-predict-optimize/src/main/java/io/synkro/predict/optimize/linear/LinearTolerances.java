package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.Require;

/**
 * How far a point may be off a model and still count as feasible.
 *
 * @param feasibility most that a bound or a row's limit may be exceeded by, as a share of the
 *     larger of 1 and the limit
 * @param integrality most that an integer column may be off a whole number
 */
public record LinearTolerances(double feasibility, double integrality) {
  /** One millionth for both, what engines promise. */
  public static final LinearTolerances STANDARD = new LinearTolerances(1e-6, 1e-6);

  /** {@inheritDoc} */
  public LinearTolerances {
    Require.nonNegative("feasibility", feasibility, "");
    Require.nonNegative("integrality", integrality, "");
  }
}
