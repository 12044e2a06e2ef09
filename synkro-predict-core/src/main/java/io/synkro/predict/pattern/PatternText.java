package io.synkro.predict.pattern;

import io.synkro.predict.univariate.DemandClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a report for people. */
final class PatternText {
  private static final int MOST = 10;

  private final PatternReport report;
  private final StringBuilder text = new StringBuilder();

  PatternText(PatternReport report) {
    this.report = report;
  }

  String text() {
    demand();
    trends();
    anomalies();
    if (report.customers().customers().isEmpty()) {
      line("Customers: no orders were given");
      return text.toString();
    }
    customers();
    associations();
    reorder();
    return text.toString();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void demand() {
    line("Demand of %d series", report.demand().size());
    for (DemandClass demandClass : DemandClass.values()) {
      long count = report.demand().stream().filter(d -> d.demandClass() == demandClass).count();
      if (count > 0) {
        line("  %-13s %d", demandClass.name().toLowerCase(Locale.ROOT), count);
      }
    }
  }

  private void trends() {
    List<Trend.Measured> measured =
        report.trends().stream()
            .filter(Trend.Measured.class::isInstance)
            .map(Trend.Measured.class::cast)
            .toList();
    line(
        "Trends: %s; %d series too short",
        Arrays.stream(Trend.Direction.values())
            .map(
                d ->
                    measured.stream().filter(t -> t.direction() == d).count()
                        + " "
                        + d.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ")),
        report.trends().size() - measured.size());
    measured.stream()
        .filter(t -> t.direction() != Trend.Direction.FLAT)
        .sorted(
            Comparator.comparingDouble((Trend.Measured t) -> -Math.abs(t.percentPerYear()))
                .thenComparing(Trend.Measured::series))
        .limit(MOST)
        .forEach(
            t ->
                line(
                    "  %s %s (p = %.2g%s)",
                    t.series(),
                    change(t.percentPerYear()),
                    t.pValue(),
                    t.seasonal() ? "" : ", season not removed"));
  }

  /** A line down to nothing and beyond it says only that nothing will be left. */
  private static String change(double percentPerYear) {
    return percentPerYear <= -100
        ? "falling to nothing"
        : String.format(Locale.ROOT, "%+,.1f %% per year", percentPerYear);
  }

  private void anomalies() {
    AnomalyReport anomalies = report.anomalies();
    line(
        "Anomalies: %,d of %,d recent observations, at a false discovery rate of %s",
        anomalies.found().size(), anomalies.tested(), anomalies.falseDiscoveryRate());
    anomalies.found().stream()
        .limit(MOST)
        .forEach(
            a ->
                line(
                    "  %s %s %s: %.2f, expected %.2f (p = %.2g)",
                    a.time().toLocalDate(),
                    a.series(),
                    a.kind().name().toLowerCase(Locale.ROOT),
                    a.value(),
                    a.expected(),
                    a.pValue()));
  }

  private void customers() {
    line("Customers: %,d", report.customers().customers().size());
    for (CustomerReport.Segment s : report.customers().segments()) {
      if (s.customers() > 0) {
        line(
            "  %-15s %6d, %5.1f %% of revenue",
            s.segment().title(), s.customers(), 100 * s.revenueShare());
      }
    }
  }

  private void associations() {
    AssociationReport associations = report.associations();
    line(
        "Bought together: %,d of %,d pairs, in %,d orders",
        associations.significant(), associations.testedPairs(), associations.orders());
    associations.top().stream()
        .limit(MOST)
        .forEach(
            a ->
                line(
                    "  %s + %s: %,d orders, lift %.2f (p = %.2g)",
                    a.left(), a.right(), a.bothOrders(), a.lift(), a.adjustedPValue()));
  }

  private void reorder() {
    if (report.reorder() instanceof ReorderOutlook.TooLittleData missing) {
      line("Orders in the next 28 days: too little data: %s", missing.reason());
    } else if (report.reorder() instanceof ReorderOutlook.Judged judged) {
      line(
          "Orders in the next 28 days, predicted by the %s for %d customers",
          judged.used() ? "LSTM" : "order rate", judged.chances().size());
      score("LSTM", judged.lstm());
      score("order rate", judged.rule());
    } else {
      line("Orders in the next 28 days: not predicted, since no sequence learner was given");
    }
  }

  private void score(String name, ReorderOutlook.Score score) {
    line("  %-11s log-loss %.4f, AUC %.3f", name, score.logLoss(), score.auc());
  }
}
