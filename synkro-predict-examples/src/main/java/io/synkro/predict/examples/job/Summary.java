package io.synkro.predict.examples.job;

import io.synkro.predict.examples.job.PlanRows.Row;
import io.synkro.predict.forecast.BacktestReport;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.MemberAccuracy;
import io.synkro.predict.optimize.PlanKpis;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.stockout.Severity;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints what a planner wants to know first. */
final class Summary {
  private static final int LONGEST_NAME = 48;
  private static final String BLEND = "their blend, see " + OutputFolder.MODEL_CARD;

  private static final int MOST_ROWS = 10;

  private final JobResult result;
  private final PrintStream out;

  private Summary(JobResult result, PrintStream out) {
    this.result = result;
    this.out = out;
  }

  static void print(JobResult result, Path folder, double seconds, PrintStream out) {
    Summary summary = new Summary(result, out);
    summary.heading("Data");
    summary.data();
    summary.heading("Forecast");
    summary.accuracy();
    summary.heading("Patterns");
    out.println(result.patterns().text().strip());
    summary.heading("Stock-outs and orders");
    summary.plan();
    out.printf(
        "%nDone in %s. Open %s%n", Text.duration(seconds), folder.resolve(OutputFolder.PAGE));
  }

  private void heading(String text) {
    out.printf("%n%s%n%s%n", text, "-".repeat(text.length()));
  }

  private void data() {
    out.println("Sales from " + result.input().source());
    out.println(DataText.of(result).strip());
  }

  private void accuracy() {
    BacktestReport report = result.model().backtest();
    out.printf(
        Locale.ROOT,
        "Backtest: %d rolling origins, %,d observations. Lower is better; WAPE is the sum of"
            + " absolute errors over the sum of demand.%n%n",
        report.origins(),
        report.observations());
    out.printf("%-48s %8s %8s %8s%n", "method", "WAPE", "RMSSE", "bias");
    for (MemberAccuracy member : report.members()) {
      out.printf(
          Locale.ROOT,
          "%-48s %7.1f%% %8.3f %+7.1f%%%s%n",
          member.name().length() > LONGEST_NAME ? BLEND : member.name(),
          100 * member.wape(),
          member.rmsse(),
          100 * member.bias(),
          member.equals(report.best()) ? "  <- chosen" : "");
    }
    out.printf(
        Locale.ROOT,
        "%nWAPE is %s seasonal naive's, RMSSE %s its. The %.0f %% interval held %s of the"
            + " observations.%n",
        Text.lower(report.best().wape(), report.reference().wape()),
        Text.lower(report.best().rmsse(), report.reference().rmsse()),
        100 * report.intervals().level(),
        Text.percent(report.intervals().coverage()));
    if (!result.missingPlans().isEmpty()) {
      out.println(JobResult.withoutPlans(result.missingPlans()));
    }
    List<ForecastOutcome.NotForecast> not =
        result.forecast().outcomes().stream()
            .filter(ForecastOutcome.NotForecast.class::isInstance)
            .map(ForecastOutcome.NotForecast.class::cast)
            .toList();
    if (!not.isEmpty()) {
      out.printf(
          "%d series could not be forecast, such as %s: %s%n",
          not.size(), Text.item(not.get(0).id()), not.get(0).reason());
    }
  }

  private void plan() {
    if (result.stockIsAssumed()) {
      out.println(AssumedStock.IN_WORDS);
    }
    PlanRows.problems(result).forEach(out::println);
    PlanRows.plan(result).ifPresent(this::table);
  }

  private void table(StockPlan plan) {
    PlanKpis kpis = plan.kpis();
    out.printf(
        Locale.ROOT,
        "%d of %s may run out before goods can arrive.%n",
        result.risks().ranked(Severity.WARNING).size(),
        Text.count(result.items().size(), "item"));
    out.printf(
        "Orders today: %s from %s, worth %s at cost; expected fill rate %s.%n",
        Text.count(kpis.orders(), "line"),
        Text.count(kpis.ordersBySupplier().size(), "supplier"),
        Text.money(kpis.orderValue()),
        Text.percent(kpis.expectedFillRate()));
    out.printf(
        Locale.ROOT,
        "They are the first of %d periods of %s up to %s, planned together; no plan is cheaper by"
            + " more than %.3f %%.%n%n",
        plan.calendar().periods(),
        Text.count(plan.calendar().days(), "day"),
        plan.calendar().lastDay(plan.calendar().periods() - 1),
        100 * plan.proof().gap());
    List<Row> rows = PlanRows.mostAtStake(result, MOST_ROWS);
    out.printf("Look at these first, the most margin at stake on top; all are in plan.csv:%n%n");
    out.printf(
        "%-22s %-14s %8s %22s %7s %9s %9s %10s%n",
        "product",
        "warehouse",
        "on hand",
        "demand %d d (5-95 %%)".formatted(result.risks().horizonDays()),
        "cover",
        "stock-out",
        "order now",
        "arrives");
    rows.forEach(this::row);
  }

  private void row(Row row) {
    int horizon = row.demand().horizon();
    double mean = row.demand().meanOver(horizon);
    double spread = 1.645 * row.demand().sdOver(horizon);
    String demand =
        "%s (%s-%s)"
            .formatted(
                Text.units(mean),
                Text.units(Math.max(0, mean - spread)),
                Text.units(mean + spread));
    out.printf(
        Locale.ROOT,
        "%-22s %-14s %8s %22s %7s %9s %9s %10s%n",
        Text.abbreviated(row.item().id().product().value(), 22),
        Text.abbreviated(row.item().id().warehouse().value(), 14),
        Text.units(row.item().position().onHand()),
        demand,
        Text.cover(row.risk().supply().daysOfCover()),
        Text.percent(row.risk().odds().beforeReplenishment()),
        row.isOrdered() ? Text.units(row.line().order().quantity()) : "-",
        row.isOrdered() ? row.line().order().arrival() : "");
  }
}
