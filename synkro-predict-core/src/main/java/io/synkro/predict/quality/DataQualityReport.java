package io.synkro.predict.quality;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found in a panel. Immutable; safe for use by many threads.
 *
 * @param axis steps of the panel, to tell dates
 * @param series number of series
 * @param totals counts over all series
 * @param counts number of findings by kind, kinds without findings left out
 * @param findings the gravest findings of each kind, in their order; at most 20 of a kind
 */
public record DataQualityReport(
    TimeAxis axis,
    int series,
    Totals totals,
    Map<FindingKind, Integer> counts,
    List<Finding> findings) {
  /** Most lines that {@link #text()} has, however large the panel. */
  public static final int MAX_LINES = 40;

  private static final int MOST_EXAMPLES = 3;
  private static final int HEAD_LINES = 4;

  /**
   * Counts over all series of a panel.
   *
   * @param steps steps of all series, missing ones included
   * @param missing steps whose value is missing (NaN)
   * @param negatives steps with a negative value
   * @param returnedUnits sum of the negative values, as a positive number
   * @param stockOutSteps steps on which a product was out of stock for some of the time
   */
  public record Totals(
      long steps, long missing, long negatives, double returnedUnits, long stockOutSteps) {
    /** {@inheritDoc} */
    public Totals {
      Require.that(
          missing >= 0 && missing <= steps, "missing", missing, "must be from 0 to " + steps, "");
      Require.nonNegative("returnedUnits", returnedUnits, "");
    }

    /**
     * Returns the share of missing values.
     *
     * @return from 0 to 1; 0 without any step
     */
    public double missingShare() {
      return steps == 0 ? 0 : (double) missing / steps;
    }

    /**
     * Returns the share of steps whose sales may be less than demand.
     *
     * @return from 0 to 1; 0 without any step
     */
    public double stockOutShare() {
      return steps == 0 ? 0 : (double) stockOutSteps / steps;
    }
  }

  /** {@inheritDoc} */
  public DataQualityReport {
    Map<FindingKind, Integer> ordered = new EnumMap<>(FindingKind.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
    findings = List.copyOf(findings);
  }

  /**
   * Returns how many findings of a kind there are, those included that are not listed.
   *
   * @param kind what is odd
   * @return zero or more
   */
  public int count(FindingKind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /**
   * Returns the listed findings of a kind.
   *
   * @param kind what is odd
   * @return at most 20, the gravest first
   */
  public List<Finding> findings(FindingKind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }

  /**
   * Returns the report for people: totals, then each kind with its gravest findings.
   *
   * @return at most {@link #MAX_LINES} lines that end with a line feed
   */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%,d %s series, %,d steps, %.1f %% of the values missing",
            series,
            axis.frequency().name().toLowerCase(Locale.ROOT),
            totals.steps(),
            100 * totals.missingShare()));
    if (totals.stockOutSteps() > 0) {
      lines.add(
          format(
              "%,d steps (%.1f %%) were out of stock: sales there are less than demand",
              totals.stockOutSteps(), 100 * totals.stockOutShare()));
    }
    if (totals.negatives() > 0) {
      lines.add(
          format(
              "%,d steps are negative: %,.1f units", totals.negatives(), totals.returnedUnits()));
    }
    if (counts.isEmpty()) {
      lines.add("Nothing odd was found.");
      return text(lines);
    }
    int kinds = counts.size();
    int examples = Math.min(MOST_EXAMPLES, (MAX_LINES - HEAD_LINES - kinds) / kinds);
    counts.forEach(
        (kind, count) -> {
          lines.add(format("%,d %s", count, kind.title()));
          findings(kind).stream().limit(examples).forEach(f -> lines.add("  " + sentence(f)));
        });
    return text(lines);
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private String sentence(Finding finding) {
    String amount =
        switch (finding.kind()) {
          case STOCK_OUT, MISSING_VALUES -> format("%.1f %%", 100 * finding.magnitude());
          case OUTLIER, RETURNS, CONSTANT -> format("%,.1f", finding.magnitude());
          default -> format("%,.0f", finding.magnitude());
        };
    String unit = finding.kind().unit();
    if (finding.kind() == FindingKind.CLOSED_WEEKDAY) {
      unit =
          axis.at(finding.firstStep()).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
              + "s";
    }
    String last =
        finding.endStep() - finding.firstStep() > 1 ? " to " + date(finding.endStep() - 1) : "";
    return "%s: %s %s, %s%s"
        .formatted(finding.series(), amount, unit, date(finding.firstStep()), last);
  }

  private String date(int step) {
    return axis.frequency() == Frequency.HOURLY
        ? axis.at(step).toString()
        : axis.at(step).toLocalDate().toString();
  }

  /** The same text on every machine, whatever its language. */
  private static String format(String pattern, Object... arguments) {
    return String.format(Locale.ROOT, pattern, arguments);
  }

  @Override
  public String toString() {
    return text();
  }
}
