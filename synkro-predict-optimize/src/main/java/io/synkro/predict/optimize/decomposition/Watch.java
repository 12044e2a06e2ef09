package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.engine.Deadline;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.SolveProgress;

/**
 * Knows when a search has to end, and tells the monitor how it comes on. Made by the calling
 * thread, which alone may report; whether it is over may be asked by all.
 */
final class Watch {
  private final SolveMonitor monitor;
  private final Deadline deadline;
  private double incumbent = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private volatile double reserved;

  Watch(SolveOptions options, SolveMonitor monitor) {
    this.monitor = monitor;
    this.deadline = Deadline.start(options, monitor);
  }

  /** Returns the time since the start. */
  double seconds() {
    return deadline.seconds();
  }

  /** Keeps time for what has to be done at the end, at most half of all. */
  void reserve(double seconds) {
    reserved = Math.min(seconds, deadline.limit() / 2);
  }

  /** Returns the time left, not counting what is reserved. */
  double left() {
    return deadline.limit() - reserved - seconds();
  }

  /** Returns whether the work has to end now. */
  boolean isOver() {
    return isCancelled() || left() <= 0;
  }

  /** Returns whether the monitor or an interrupt ended the work. */
  boolean isCancelled() {
    return deadline.isCancelled();
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
