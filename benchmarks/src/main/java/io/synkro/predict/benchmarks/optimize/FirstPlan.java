package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveProgress;

/** Notes when a search has its first good plan: one within 0.4 % of the bound known by then. */
final class FirstPlan implements SolveMonitor {
  private static final double GOOD = 0.004;

  private double seconds = Double.POSITIVE_INFINITY;
  private double gap = Double.POSITIVE_INFINITY;

  @Override
  public void progress(SolveProgress progress) {
    if (seconds == Double.POSITIVE_INFINITY && progress.gap() <= GOOD) {
      seconds = progress.seconds();
      gap = progress.gap();
    }
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  /** Returns when, in seconds from the start. */
  double seconds() {
    return seconds;
  }

  /** Returns its proven gap then. */
  double gap() {
    return gap;
  }
}
