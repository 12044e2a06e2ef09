package io.synkro.predict.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies {@link MedianStopping} in one run of a study; not safe for use by many threads. */
final class StoppingRule {
  private final @Nullable MedianStopping rule;
  private final boolean minimise;
  private final List<Curve> complete = new ArrayList<>();

  /** Means of the reports up to each step, negated to be minimised. */
  private record Curve(int[] steps, double[] means) {
    /** NaN before the first report. */
    double at(int step) {
      int found = Arrays.binarySearch(steps, step);
      int last = found >= 0 ? found : -found - 2;
      return last < 0 ? Double.NaN : means[last];
    }
  }

  StoppingRule(@Nullable MedianStopping rule, boolean minimise) {
    this.rule = rule;
    this.minimise = minimise;
  }

  void add(TrialResult result) {
    if (rule == null || result.value().isEmpty() || result.reports().isEmpty()) {
      return;
    }
    int n = result.reports().size();
    int[] steps = new int[n];
    double[] means = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      TrialReport report = result.reports().get(i);
      steps[i] = report.step();
      sum += loss(report);
      means[i] = sum / (i + 1);
    }
    complete.add(new Curve(steps, means));
  }

  private double loss(TrialReport report) {
    return minimise ? report.value() : -report.value();
  }

  boolean hopeless(List<TrialReport> reports) {
    int step = reports.get(reports.size() - 1).step();
    if (rule == null || step < rule.warmUpSteps()) {
      return false;
    }
    double[] others =
        complete.stream()
            .mapToDouble(curve -> curve.at(step))
            .filter(mean -> !Double.isNaN(mean))
            .sorted()
            .toArray();
    if (others.length < rule.startTrials()) {
      return false;
    }
    double best = reports.stream().mapToDouble(this::loss).min().orElseThrow();
    int middle = others.length / 2;
    double median =
        others.length % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
    return best > median;
  }
}
