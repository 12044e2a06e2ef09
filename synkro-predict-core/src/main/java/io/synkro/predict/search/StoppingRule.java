package io.synkro.predict.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies {@link MedianStopping} in one run of a study; not safe for use by many threads. */
final class StoppingRule {
  private final @Nullable MedianStopping rule;
  private final boolean minimise;

  /** What each complete trial reported at each step, such that less is better. */
  private final List<NavigableMap<Integer, Double>> complete = new ArrayList<>();

  StoppingRule(@Nullable MedianStopping rule, boolean minimise) {
    this.rule = rule;
    this.minimise = minimise;
  }

  void add(TrialResult result) {
    if (rule == null || result.value().isEmpty() || result.reports().isEmpty()) {
      return;
    }
    NavigableMap<Integer, Double> curve = new TreeMap<>();
    result.reports().forEach(report -> curve.put(report.step(), loss(report)));
    complete.add(curve);
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
            .map(curve -> curve.floorEntry(step))
            .filter(Objects::nonNull)
            .mapToDouble(Map.Entry::getValue)
            .sorted()
            .toArray();
    if (others.length < rule.startTrials()) {
      return false;
    }
    double best = reports.stream().mapToDouble(this::loss).min().orElseThrow();
    int middle = others.length / 2;
    double median =
        others.length % 2 == 1 ? others[middle] : others[middle - 1] / 2 + others[middle] / 2;
    return best > median;
  }
}
