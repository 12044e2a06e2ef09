package io.synkro.predict.optimize.engine;

/**
 * Knows when a search has to end: when its time is up, its monitor cancels it or the thread that
 * started it is interrupted. What has ended stays so. All threads may ask; only that which started
 * it asks the monitor.
 */
public final class Deadline {
  private final long start = System.nanoTime();
  private final Thread caller = Thread.currentThread();
  private final SolveMonitor monitor;
  private final double limit;
  private volatile boolean cancelled;

  private Deadline(SolveOptions options, SolveMonitor monitor) {
    this.limit = options.timeLimit().toNanos() / 1e9;
    this.monitor = monitor;
  }

  /**
   * Starts the clock.
   *
   * @param options with the time limit
   * @param monitor may cancel
   * @return a deadline of the calling thread
   */
  public static Deadline start(SolveOptions options, SolveMonitor monitor) {
    return new Deadline(options, monitor);
  }

  /**
   * Returns the time limit.
   *
   * @return seconds, positive
   */
  public double limit() {
    return limit;
  }

  /**
   * Returns the time since the start.
   *
   * @return seconds
   */
  public double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Returns whether the search has to end with what it has.
   *
   * @return true if it is cancelled or its time is up
   */
  public boolean isOver() {
    return isCancelled() || seconds() >= limit;
  }

  /**
   * Returns whether the monitor or an interrupt ended the search.
   *
   * @return true once the calling thread has seen it
   */
  public boolean isCancelled() {
    if (!cancelled && Thread.currentThread() == caller) {
      cancelled = caller.isInterrupted() || monitor.isCancelled();
    }
    return cancelled;
  }
}
