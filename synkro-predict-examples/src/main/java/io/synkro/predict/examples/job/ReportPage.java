package io.synkro.predict.examples.job;

import io.synkro.predict.examples.job.PlanRows.Row;
import io.synkro.predict.examples.report.Cell;
import io.synkro.predict.examples.report.DataTable;
import io.synkro.predict.examples.report.HtmlPage;
import io.synkro.predict.examples.report.Section;
import io.synkro.predict.examples.report.Tile;
import io.synkro.predict.examples.report.Tone;
import io.synkro.predict.forecast.BacktestReport;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.stockout.Severity;
import io.synkro.predict.stockout.StockoutRisk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page that the job writes. */
final class ReportPage {
  private static final int CHARTED = 12;
  private static final int LISTED = 25;

  private final JobResult result;

  private ReportPage(JobResult result) {
    this.result = result;
  }

  static HtmlPage of(JobResult result) {
    return new ReportPage(result).page();
  }

  private HtmlPage page() {
    HtmlPage.Builder page =
        HtmlPage.builder("Demand and stock plan")
            .intro(
                String.format(
                    Locale.ROOT,
                    "%,d series of %s sales from %s, up to %s, and %d days ahead.",
                    result.input().panel().size(),
                    Text.word(result.input().panel().axis().frequency()),
                    result.input().source(),
                    result.input().asOf(),
                    result.risks().horizonDays()));
    List<Row> rows = PlanRows.mostAtStake(result, LISTED);
    page.section(overview());
    if (!rows.isEmpty()) {
      page.section(plan(rows));
      page.section(series(rows));
    }
    page.section(new AccuracySection(result).section());
    page.section(new PatternSection(result.patterns(), result.input().asOf()).section());
    page.section(quality());
    return page.footer("Written by Synkro Predict. This page needs no network.").build();
  }

  private Section overview() {
    BacktestReport report = result.model().backtest();
    List<StockoutRisk> atRisk = result.risks().ranked(Severity.WARNING);
    double lost = atRisk.stream().mapToDouble(risk -> risk.loss().revenue()).sum();
    Optional<StockPlan> plan = PlanRows.plan(result);
    Section.Builder section = Section.builder("At a glance");
    section.tiles(
        Tile.of(
            "Forecast error",
            Text.percent(report.best().wape()),
            "WAPE, %s seasonal naive"
                .formatted(Text.lower(report.best().wape(), report.reference().wape()))),
        new Tile(
            "Items at risk",
            Integer.toString(atRisk.size()),
            "of %d may run out before goods can arrive".formatted(result.items().size()),
            atRisk.isEmpty() ? Tone.GOOD : Tone.WATCH),
        Tile.of(
            "Sales at risk",
            Text.money(lost),
            "expected, at selling prices, before the orders below"),
        Tile.of(
            "Orders today",
            plan.map(p -> Text.money(p.kpis().orderValue())).orElse("none"),
            plan.map(p -> "at cost, " + Text.count(p.kpis().orders(), "line"))
                .orElse("no plan exists")),
        Tile.of(
            "Expected fill rate",
            plan.map(p -> Text.percent(p.kpis().expectedFillRate())).orElse("-"),
            "of the units demanded, after the orders"));
    if (result.stockIsAssumed()) {
      section.note(AssumedStock.IN_WORDS);
    }
    if (plan.isEmpty()) {
      section.bullets(PlanRows.problems(result));
    }
    return section.build();
  }

  private Section plan(List<Row> rows) {
    DataTable.Builder table =
        DataTable.builder(
            "The %d items to look at first; all of them are in plan.csv".formatted(rows.size()),
            "Item",
            "Demand",
            "On hand",
            "On order",
            "Days of cover",
            "Stock-out risk",
            "Order now",
            "Arrives");
    for (Row row : rows) {
      table.row(planCells(row));
    }
    return Section.builder("What to order")
        .paragraph(
            "Stock-out risk is the probability of running out before the next receipt, or before an"
                + " order placed today could arrive. Orders are the first of a plan of several"
                + " periods that keeps each item's service level at the least expected cost.")
        .table(table.build())
        .build();
  }

  private static Cell[] planCells(Row row) {
    StockItem item = row.item();
    double cover = row.risk().supply().daysOfCover();
    return new Cell[] {
      Cell.text(Text.item(item.id())),
      Cell.line(ItemCharts.sparkline(row)),
      Cell.number(item.position().onHand(), 0),
      Cell.number(item.position().onOrder(), 0),
      Cell.number(Double.isFinite(cover) ? Math.min(999, cover) : Double.NaN, 0),
      Cell.status(
          tone(row.risk().severity()), Text.percent(row.risk().odds().beforeReplenishment())),
      Cell.number(row.isOrdered() ? row.line().order().quantity() : Double.NaN, 0),
      Cell.text(row.isOrdered() ? row.line().order().arrival().toString() : "")
    };
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case NONE -> Tone.GOOD;
      case WATCH -> Tone.NEUTRAL;
      case WARNING -> Tone.WATCH;
      case CRITICAL, STOCKED_OUT -> Tone.BAD;
    };
  }

  private Section series(List<Row> rows) {
    ItemCharts charts = new ItemCharts(result);
    return Section.builder("Item by item")
        .paragraph(
            "Recorded sales, the forecast with its 90 % interval, and the stock to expect with the"
                + " orders above.")
        .chooser("Item", rows.stream().limit(CHARTED).map(charts::group).toList())
        .build();
  }

  private Section quality() {
    return Section.builder("Data quality").bullets(DataText.bullets(result)).build();
  }
}
