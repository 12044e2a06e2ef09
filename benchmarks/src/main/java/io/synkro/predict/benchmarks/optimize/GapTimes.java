package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveProgress;
import java.util.ArrayList;
import java.util.List;

/** Notes when a search has proven which gap. */
final class GapTimes implements SolveMonitor {
  private final List<SolveProgress> heard = new ArrayList<>();

  @Override
  public void progress(SolveProgress progress) {
    heard.add(progress);
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  /** Returns the seconds from the start to a gap; positive infinity if it was not reached. */
  double secondsTo(double gap) {
    return heard.stream()
        .filter(progress -> progress.gap() <= gap)
        .mapToDouble(SolveProgress::seconds)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns the first gap that is no larger than one; positive infinity if there is none. */
  double firstWithin(double gap) {
    return heard.stream()
        .mapToDouble(SolveProgress::gap)
        .filter(found -> found <= gap)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
