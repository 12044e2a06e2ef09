package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;

/** Knows when a search has to end. Made by the calling thread; safe for use by many threads. */
final class Watch {
  private final long start = System.nanoTime();
  private final Thread caller = Thread.currentThread();
  private final SolveMonitor monitor;
  private final double limit;
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

  /** Keeps time for what has to be done at the end. */
  void reserve(double seconds) {
    reserved = seconds;
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

  /** Tells the monitor. */
  void report(double incumbent, double bound) {
    monitor.progress(new SolveProgress(seconds(), incumbent, bound));
  }
}
