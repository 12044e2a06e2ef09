package io.synkro.predict.optimize.highs;

import com.sun.jna.Pointer;
import io.synkro.predict.optimize.linear.LinearMonitor;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Hears HiGHS in the middle of a run and tells it to end: at the deadline, which HiGHS' own clock
 * misses at times, when the monitor cancels, and when the thread is interrupted. Nothing is thrown
 * through native code; what the monitor throws is kept for the caller.
 */
final class HighsListener implements HighsLibrary.Listener {
  private static final long REPORT_NANOS = 100_000_000L;

  private final HighsLibrary library;
  private final LinearMonitor monitor;
  private final long start = System.nanoTime();
  private final long deadline;
  private long lastReport = start - REPORT_NANOS;
  private volatile boolean cancelled;
  private volatile @Nullable Throwable failure;

  HighsListener(HighsLibrary library, LinearOptions options, LinearMonitor monitor) {
    this.library = library;
    this.monitor = monitor;
    this.deadline = start + options.timeLimit().toNanos();
  }

  @Override
  public void invoke(int type, Pointer message, Pointer out, Pointer in, Pointer user) {
    try {
      if (type == HighsLibrary.MIP_IMPROVING_SOLUTION || type == HighsLibrary.MIP_LOGGING) {
        report(out, type == HighsLibrary.MIP_IMPROVING_SOLUTION);
      } else if (isStopped() && in != null) {
        in.setInt(0, 1); // user_interrupt, the first field of HighsCallbackDataIn
      }
    } catch (Throwable e) {
      failure = e;
    }
  }

  private synchronized void report(Pointer out, boolean improved) {
    long now = System.nanoTime();
    if (improved || now - lastReport >= REPORT_NANOS) {
      lastReport = now;
      monitor.progress(
          new LinearProgress(
              (now - start) / 1e9,
              item(out, "mip_primal_bound").getDouble(0),
              item(out, "mip_dual_bound").getDouble(0),
              item(out, "mip_node_count").getLong(0)));
    }
  }

  private Pointer item(Pointer out, String name) {
    return library.Highs_getCallbackDataOutItem(out, name);
  }

  /** Whether to go no further. */
  boolean isStopped() {
    cancelled |= Thread.currentThread().isInterrupted() || monitor.cancelled();
    return cancelled || failure != null || secondsLeft() <= 0;
  }

  boolean isCancelled() {
    return cancelled;
  }

  double secondsLeft() {
    return (deadline - System.nanoTime()) / 1e9;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Throws what the monitor has thrown. */
  void rethrow() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }
}
