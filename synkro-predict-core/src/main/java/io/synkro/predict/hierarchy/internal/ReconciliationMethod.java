package io.synkro.predict.hierarchy.internal;

/** A way from base forecasts of all nodes to forecasts of the series. Immutable, thread-safe. */
public interface ReconciliationMethod {
  /**
   * Prepares for base forecasts of which some are absent, once for all steps.
   *
   * @param absent for each node whether it has no base forecast; not kept
   * @return what reconciles a step; not safe for use by many threads
   */
  Step prepare(boolean[] absent);

  /**
   * Says whether reconciled forecasts are linear in base forecasts, as long as nothing is held at
   * zero.
   *
   * @return false if shares depend on the forecasts
   */
  default boolean isLinear() {
    return true;
  }

  /** Reconciles one step after another. */
  interface Step {
    /**
     * Reconciles a step.
     *
     * @param base a base forecast for each node; absent ones are not read
     * @param nonNegative whether no series may be below zero
     * @param series receives a forecast for each series, NaN where none can be given
     * @return false if the best solution was not reached; the one given is coherent all the same
     */
    boolean solve(double[] base, boolean nonNegative, double[] series);
  }
}
