package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearProgress;
import java.time.Duration;

/**
 * Keeps the limits of one search: deadline, nodes, monitor and interrupts. Whatever ends it, ends
 * it for good.
 */
final class Watch {
  private static final long REPORT_NANOS = 100_000_000L;

  private final long start = System.nanoTime();
  private final long deadline;
  private final long nodeLimit;
  private final LinearMonitor monitor;
  private long lastReport = start - REPORT_NANOS;
  private double lastIncumbent = Double.POSITIVE_INFINITY;
  private boolean cancelled;
  private boolean late;
  private long nodes;

  Watch(LinearOptions options, LinearMonitor monitor) {
    this.deadline = start + options.timeLimit().toNanos();
    this.nodeLimit = options.nodeLimit();
    this.monitor = monitor;
  }

  /** Asks everything that may end the search. */
  boolean stopped() {
    late |= System.nanoTime() - deadline >= 0;
    cancelled |= Thread.currentThread().isInterrupted() || monitor.cancelled();
    return late || cancelled || nodes >= nodeLimit;
  }

  boolean cancelled() {
    return cancelled;
  }

  String reason() {
    return cancelled
        ? "The search was cancelled"
        : late ? "Time is up" : "No more nodes are allowed";
  }

  /** Milliseconds until the deadline, at least one. */
  long millisLeft() {
    return Math.max(1, (deadline - System.nanoTime()) / 1_000_000L);
  }

  /** Share of the time that is gone. */
  double usedShare() {
    return (double) (System.nanoTime() - start) / (deadline - start);
  }

  void countNode() {
    nodes++;
  }

  long nodes() {
    return nodes;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Tells the monitor of each better incumbent, and of other things now and then. */
  void report(double incumbent, double lowerBound) {
    long now = System.nanoTime();
    if (incumbent < lastIncumbent || now - lastReport >= REPORT_NANOS) {
      lastReport = now;
      lastIncumbent = incumbent;
      monitor.progress(new LinearProgress((now - start) / 1e9, incumbent, lowerBound, nodes));
    }
  }
}
