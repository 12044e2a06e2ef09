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

  /** Of each complete trial the means of its reports up to each step, negated to be minimised. */
  private final List<NavigableMap<Integer, Double>> complete = new ArrayList<>();

  StoppingRule(@Nullable MedianStopping rule, boolean minimise) {
    this.rule = rule;
    this.minimise = minimise;
  }

  void add(TrialResult result) {
    if (rule == null || result.value().isEmpty() || result.reports().isEmpty()) {
      return;
    }
    NavigableMap<Integer, Double> means = new TreeMap<>();
    double sum = 0;
    for (TrialReport report : result.reports()) {
      sum += loss(report);
      means.put(report.step(), sum / (means.size() + 1));
    }
    complete.add(means);
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
            .map(means -> means.floorEntry(step))
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
        others.length % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
    return best > median;
  }
}
