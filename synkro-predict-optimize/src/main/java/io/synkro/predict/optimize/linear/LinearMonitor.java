package io.synkro.predict.optimize.linear;

/**
 * Hears how a search goes on and can end it. Called on the thread that solves, so both methods must
 * return quickly. What they throw ends the search and reaches the caller of the engine.
 */
public interface LinearMonitor {
  /**
   * Returns a monitor that hears nothing and never ends a search.
   *
   * @return a monitor
   */
  static LinearMonitor none() {
    return new LinearMonitor() {};
  }

  /**
   * Hears of a better incumbent, a better bound, or just of time passing.
   *
   * @param progress where the search stands
   */
  default void progress(LinearProgress progress) {}

  /**
   * Returns whether to end the search. Engines ask often, but an answer may wait for a step that
   * they cannot break off, such as one linear program. An interrupt of the solving thread ends the
   * search too.
   *
   * @return true to end it with the status {@link LinearStatus#CANCELLED}
   */
  default boolean cancelled() {
    return false;
  }
}
