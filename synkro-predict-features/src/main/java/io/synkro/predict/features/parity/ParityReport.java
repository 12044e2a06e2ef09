package io.synkro.predict.features.parity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Whether served features are those that training computes. Immutable.
 *
 * @param version version of the features that were compared
 * @param vectors how many vectors were compared
 * @param unknownSeries how many were not, since their series is not in the panel
 * @param beyondPanel how many were not, since their origin lies after the end of their series
 * @param features each feature, in the order of the columns
 * @param otherVersions vectors of other versions
 */
public record ParityReport(
    String version,
    int vectors,
    int unknownSeries,
    int beyondPanel,
    List<FeatureParity> features,
    List<OtherVersion> otherVersions) {
  /** {@inheritDoc} */
  public ParityReport {
    features = List.copyOf(features);
    otherVersions = List.copyOf(otherVersions);
  }

  /**
   * Returns the features with values that are not the same.
   *
   * @return most of them first
   */
  public List<FeatureParity> skewed() {
    return features.stream()
        .filter(f -> f.differing() > 0)
        .sorted(Comparator.comparingInt(FeatureParity::differing).reversed())
        .toList();
  }

  /**
   * Returns whether any value is not the same.
   *
   * @return true if a model is served other features than it learnt from
   */
  public boolean hasSkew() {
    return features.stream().anyMatch(f -> f.differing() > 0);
  }

  /**
   * Returns a table of the features that are not the same, with examples, for people.
   *
   * @return several lines
   */
  public String text() {
    List<String> lines = new ArrayList<>();
    List<FeatureParity> skewed = skewed();
    lines.add(
        "%d vectors compared, %d of %d features differ"
            .formatted(vectors, skewed.size(), features.size()));
    if (!skewed.isEmpty()) {
      int width = skewed.stream().mapToInt(f -> f.feature().length()).max().orElse(0);
      String row = "%-" + Math.max(7, width) + "s %10s %10s %10s %8s %12s %12s";
      lines.add(
          row.formatted("feature", "mismatch", "missing", "extra", "share", "largest", "relative"));
      skewed.forEach(f -> addRows(lines, row, f));
    }
    if (unknownSeries + beyondPanel > 0) {
      lines.add(
          "not compared: %d of series that the panel lacks, %d of origins after its end"
              .formatted(unknownSeries, beyondPanel));
    }
    for (OtherVersion each : otherVersions) {
      lines.add("%d vectors of version %s:".formatted(each.vectors(), each.version()));
      each.differences().forEach(d -> lines.add("  " + d));
    }
    return String.join("\n", lines);
  }

  private static void addRows(List<String> lines, String row, FeatureParity f) {
    lines.add(
        row.formatted(
            f.feature(),
            f.mismatches(),
            f.missing(),
            f.extra(),
            String.format(Locale.ROOT, "%.2f%%", 100 * f.share()),
            String.format(Locale.ROOT, "%.6g", f.largestDifference()),
            String.format(Locale.ROOT, "%.6g", f.largestRelative())));
    for (FeatureParity.Example each : f.examples()) {
      lines.add(
          "  %s at origin %d, horizon %d: served %s, recomputed %s"
              .formatted(
                  each.series(), each.origin(), each.horizon(), each.served(), each.recomputed()));
    }
  }
}
