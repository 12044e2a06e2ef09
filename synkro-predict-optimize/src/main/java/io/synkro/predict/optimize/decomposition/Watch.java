package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;

/**
 * Knows when a search has to end, and tells the monitor how it comes on. Made by the calling
 * thread, which alone may report; whether it is over may be asked by all.
 */
final class Watch {
  private final long start = System.nanoTime();
  private final Thread caller = Thread.currentThread();
  private final SolveMonitor monitor;
  private final double limit;
  private double incumbent = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private volatile double reserved;
  private volatile boolean cancelled;

  Watch(SolveOptions options, SolveMonitor monitor) {
    this.monitor = monitor;
    this.limit = options.timeLimit().toNanos() / 1e9;
  }

  /** Returns the time since the start. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Keeps time for what has to be done at the end, at most half of all. */
  void reserve(double seconds) {
    reserved = Math.min(seconds, limit / 2);
  }

  /** Returns the time left, not counting what is reserved. */
  double left() {
    return limit - reserved - seconds();
  }

  /** Returns whether the work has to end now. */
  boolean isOver() {
    return isCancelled() || seconds() >= limit - reserved;
  }

  /** Returns whether the monitor ended the work; it is asked by the calling thread alone. */
  boolean isCancelled() {
    if (!cancelled && Thread.currentThread() == caller && monitor.isCancelled()) {
      cancelled = true;
    }
    return cancelled;
  }

  /** Tells of a better plan. */
  void found(double cost) {
    incumbent = cost;
    monitor.progress(new SolveProgress(seconds(), incumbent, bound));
  }

  /**
   * Tells of a plan that a part of the search found, if it is better, and of its bound if asked.
   */
  void heard(SolveProgress part, boolean proven) {
    if (part.incumbent() < incumbent) {
      found(part.incumbent());
    }
    if (proven && part.lowerBound() > bound) {
      proved(part.lowerBound());
    }
  }

  /** Tells of a better bound. */
  void proved(double better) {
    bound = better;
    monitor.progress(new SolveProgress(seconds(), incumbent, bound));
  }
}
