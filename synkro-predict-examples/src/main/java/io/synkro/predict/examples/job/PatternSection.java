package io.synkro.predict.examples.job;

import io.synkro.predict.examples.report.BarChart;
import io.synkro.predict.examples.report.Cell;
import io.synkro.predict.examples.report.DataTable;
import io.synkro.predict.examples.report.Section;
import io.synkro.predict.pattern.Anomaly;
import io.synkro.predict.pattern.Association;
import io.synkro.predict.pattern.CustomerReport;
import io.synkro.predict.pattern.PatternReport;
import io.synkro.predict.pattern.ReorderOutlook;
import io.synkro.predict.pattern.Trend;
import io.synkro.predict.univariate.DemandClass;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The part of the page that shows what demand and orders look like. */
final class PatternSection {
  private static final int LISTED = 8;

  private final PatternReport report;
  private final LocalDate asOf;

  PatternSection(PatternReport report, LocalDate asOf) {
    this.report = report;
    this.asOf = asOf;
  }

  Section section() {
    Section.Builder section = Section.builder("Patterns up to " + asOf);
    section.chart(classes()).table(trends()).table(anomalies());
    if (!report.customers().customers().isEmpty()) {
      section.chart(segments());
    }
    if (!report.associations().top().isEmpty()) {
      section.table(associations());
    }
    if (report.reorder() instanceof ReorderOutlook.Judged judged) {
      section.paragraph(reorder(judged));
    }
    return section.build();
  }

  private BarChart classes() {
    BarChart.Builder chart =
        BarChart.builder("Series by class of demand", "series", "series").decimals(0);
    for (DemandClass each : DemandClass.values()) {
      long count = report.demand().stream().filter(p -> p.demandClass() == each).count();
      chart.bar(each.name().replace('_', ' ').toLowerCase(Locale.ROOT), (double) count);
    }
    return chart.build();
  }

  private DataTable trends() {
    List<Trend.Measured> measured =
        report.trends().stream()
            .filter(Trend.Measured.class::isInstance)
            .map(Trend.Measured.class::cast)
            .filter(trend -> trend.direction() != Trend.Direction.FLAT)
            .sorted(
                Comparator.comparingDouble((Trend.Measured t) -> -Math.abs(t.percentPerYear()))
                    .thenComparing(Trend.Measured::series))
            .toList();
    DataTable.Builder table =
        DataTable.builder(
            "The strongest of %s that chance does not explain"
                .formatted(Text.count(measured.size(), "trend")),
            "Series",
            "Change a year",
            "By chance alone");
    measured.stream()
        .limit(LISTED)
        .forEach(
            trend ->
                table.row(
                    Cell.text(Text.item(trend.series())),
                    Cell.text(change(trend.percentPerYear())),
                    Cell.text(chance(trend.adjustedPValue()))));
    return table.build();
  }

  /** A line down to nothing and beyond it says only that nothing will be left. */
  private static String change(double percentPerYear) {
    return percentPerYear <= -100
        ? "falling to nothing"
        : String.format(Locale.ROOT, "%+,.0f %%", percentPerYear).replace('-', '−');
  }

  private static String chance(double probability) {
    return probability < 0.0001
        ? "below 0.01 %"
        : String.format(Locale.ROOT, "%.2f %%", 100 * probability);
  }

  private DataTable anomalies() {
    DataTable.Builder table =
        DataTable.builder(
            String.format(
                Locale.ROOT,
                "%,d unusual observations among the latest %,d",
                report.anomalies().found().size(),
                report.anomalies().tested()),
            "Series",
            "When",
            "What",
            "Units",
            "Expected");
    for (Anomaly anomaly : report.anomalies().found().stream().limit(LISTED).toList()) {
      table.row(
          Cell.text(Text.item(anomaly.series())),
          Cell.text(anomaly.time().toLocalDate().toString()),
          Cell.text(Text.word(anomaly.kind())),
          Cell.number(anomaly.value(), 0),
          Cell.number(anomaly.expected(), 1));
    }
    return table.build();
  }

  private BarChart segments() {
    BarChart.Builder chart =
        BarChart.builder(
                Text.count(report.customers().customers().size(), "customer") + " by segment",
                "% of revenue",
                "% of revenue")
            .decimals(1);
    for (CustomerReport.Segment segment : report.customers().segments()) {
      chart.bar(
          "%s (%d)".formatted(segment.segment().title(), segment.customers()),
          Math.max(0, 100 * segment.revenueShare()));
    }
    return chart.build();
  }

  private DataTable associations() {
    DataTable.Builder table =
        DataTable.builder(
            "Products bought together, the strongest of "
                + Text.count(report.associations().significant(), "pair"),
            "Product",
            "with",
            "Orders with both",
            "Lift",
            "Confidence");
    for (Association pair : report.associations().top().stream().limit(LISTED).toList()) {
      table.row(
          Cell.text(pair.left().value()),
          Cell.text(pair.right().value()),
          Cell.number(pair.bothOrders(), 0),
          Cell.number(pair.lift(), 2),
          Cell.percent(pair.confidence(), 0));
    }
    return table.build();
  }

  private static String reorder(ReorderOutlook.Judged judged) {
    return String.format(
        Locale.ROOT,
        "Who orders again: the LSTM reaches AUC %.3f and log-loss %.4f, the recency rule %.3f and"
            + " %.4f on %,d later windows; %s.",
        judged.lstm().auc(),
        judged.lstm().logLoss(),
        judged.rule().auc(),
        judged.rule().logLoss(),
        judged.judgedOn(),
        judged.used() ? "the LSTM is used" : "the rule is kept");
  }
}
