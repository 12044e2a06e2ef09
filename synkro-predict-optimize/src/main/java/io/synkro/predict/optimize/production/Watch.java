package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;

/** Knows when a search has to end, for good. */
final class Watch {
  private final long start = System.nanoTime();
  private final long limit;
  private final SolveMonitor monitor;
  private boolean late;
  private boolean cancelled;

  Watch(SolveOptions options, SolveMonitor monitor) {
    this.limit = options.timeLimit().toNanos();
    this.monitor = monitor;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  boolean isOver() {
    late |= System.nanoTime() - start >= limit;
    cancelled |= Thread.currentThread().isInterrupted() || monitor.isCancelled();
    return late || cancelled;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void report(double incumbent, double bound) {
    monitor.progress(new SolveProgress(seconds(), incumbent, bound));
  }
}
