package io.synkro.predict.optimize.engine;

import java.util.function.BooleanSupplier;

/**
 * Hears how a search comes on and may end it. Called on the thread that called the engine, so it
 * must be quick; what it throws ends the search.
 */
public interface SolveMonitor {
  /**
   * Hears of a better plan or bound.
   *
   * @param progress where the search is
   */
  void progress(SolveProgress progress);

  /**
   * Returns whether the search should end. Asked every few milliseconds. An interrupt of the thread
   * that called ends the search as well.
   *
   * @return true to end it; the best plan so far is still returned
   */
  boolean isCancelled();

  /**
   * Returns a monitor that ignores everything.
   *
   * @return a monitor
   */
  static SolveMonitor none() {
    return cancelledBy(() -> false);
  }

  /**
   * Returns a monitor that ignores progress.
   *
   * @param cancelled whether the search should end
   * @return a monitor
   */
  static SolveMonitor cancelledBy(BooleanSupplier cancelled) {
    return new SolveMonitor() {
      @Override
      public void progress(SolveProgress progress) {
        // nobody listens
      }

      @Override
      public boolean isCancelled() {
        return cancelled.getAsBoolean();
      }
    };
  }
}
