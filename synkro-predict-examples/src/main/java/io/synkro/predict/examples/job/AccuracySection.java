package io.synkro.predict.examples.job;

import io.synkro.predict.examples.report.BarChart;
import io.synkro.predict.examples.report.Cell;
import io.synkro.predict.examples.report.DataTable;
import io.synkro.predict.examples.report.Section;
import io.synkro.predict.examples.report.Tone;
import io.synkro.predict.forecast.BacktestReport;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.MemberAccuracy;
import java.util.List;
import java.util.Locale;

/** The part of the page that shows how good the forecast is. */
final class AccuracySection {
  private static final int MOST_FAILURES = 10;

  private final JobResult result;
  private final BacktestReport report;

  AccuracySection(JobResult result) {
    this.result = result;
    this.report = result.model().backtest();
  }

  Section section() {
    Section.Builder section =
        Section.builder("How good the forecast is")
            .paragraph(inWords())
            .chart(errors())
            .table(methods());
    if (!result.missingPlans().isEmpty()) {
      section.note(JobResult.withoutPlans(result.missingPlans()));
    }
    List<String> not =
        result.forecast().outcomes().stream()
            .filter(ForecastOutcome.NotForecast.class::isInstance)
            .map(ForecastOutcome.NotForecast.class::cast)
            .limit(MOST_FAILURES)
            .map(outcome -> "%s: %s".formatted(Text.item(outcome.id()), outcome.reason()))
            .toList();
    if (!not.isEmpty()) {
      section.paragraph("Series that could not be forecast, such as:").bullets(not);
    }
    return section.build();
  }

  private String inWords() {
    return String.format(
        Locale.ROOT,
        "Each method was trained before every origin and judged on what came after it. WAPE is the"
            + " sum of absolute errors over the sum of demand. The %.0f %% interval held %s of the"
            + " observations.",
        100 * report.intervals().level(),
        Text.percent(report.intervals().coverage()));
  }

  private BarChart errors() {
    BarChart.Builder chart =
        BarChart.builder("Error of each method in the backtest", "WAPE, %", "WAPE").decimals(1);
    for (MemberAccuracy member : report.members()) {
      chart.bar(member.name(), 100 * member.wape());
    }
    return chart.build();
  }

  private DataTable methods() {
    String caption =
        String.format(
            Locale.ROOT,
            "Backtest over %d rolling origins, %,d observations; lower is better",
            report.origins(),
            report.observations());
    DataTable.Builder table =
        DataTable.builder(caption, "Method", "WAPE", "RMSSE", "MASE", "Bias", "");
    for (MemberAccuracy member : report.members()) {
      boolean chosen = member.equals(report.best());
      table.row(
          Cell.text(member.name()),
          Cell.percent(member.wape(), 1),
          Cell.number(member.rmsse(), 3),
          Cell.number(member.mase(), 3),
          Cell.percent(member.bias(), 1),
          chosen ? Cell.status(Tone.GOOD, "chosen") : Cell.text(""));
    }
    return table.build();
  }
}
