package io.synkro.predict.examples.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.synkro.predict.examples.job.PlanRows.Row;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.optimize.PlanLine;
import io.synkro.predict.optimize.PlannedOrder;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.stockout.StockoutRisk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes what the stages found as files that other programs, and people, can read. */
final class ResultFiles {
  private ResultFiles() {}

  static void write(JobResult result, OutputFolder folder) throws IOException {
    Files.writeString(folder.file(OutputFolder.DATA_QUALITY), DataText.of(result));
    Files.writeString(folder.file(OutputFolder.PATTERNS), result.patterns().text());
    Files.writeString(folder.file(OutputFolder.MODEL_CARD), result.model().card().text());
    try (CsvWriter csv = CsvWriter.builder().build(folder.file(OutputFolder.FORECAST))) {
      forecasts(result, csv);
    }
    try (CsvWriter csv = CsvWriter.builder().build(folder.file(OutputFolder.STOCK_OUTS))) {
      risks(result, csv);
    }
    try (CsvWriter csv = CsvWriter.builder().build(folder.file(OutputFolder.PLAN))) {
      plan(result, csv);
    }
  }

  private static void forecasts(JobResult result, CsvWriter csv) {
    List<String> header = new ArrayList<>(List.of("product", "warehouse", "date", "mean", "sd"));
    List<DemandForecast> forecasts = result.forecast().forecasts();
    double[] levels = forecasts.isEmpty() ? new double[0] : forecasts.get(0).levels();
    for (double level : levels) {
      header.add(String.format(Locale.ROOT, "q%02.0f", 100 * level));
    }
    header.add("problem");
    csv.writeRecord(header);
    for (ForecastOutcome outcome : result.forecast().outcomes()) {
      if (outcome instanceof ForecastOutcome.Forecasted forecasted) {
        DemandForecast forecast = forecasted.forecast();
        for (int h = 0; h < forecast.horizon(); h++) {
          csv.writeRecord(forecastRow(forecast, h, levels));
        }
      } else if (outcome instanceof ForecastOutcome.NotForecast not) {
        List<String> row = ids(not.id());
        while (row.size() < header.size() - 1) {
          row.add("");
        }
        row.add(not.reason());
        csv.writeRecord(row);
      }
    }
  }

  private static List<String> forecastRow(DemandForecast forecast, int h, double[] levels) {
    List<String> row = ids(forecast.id());
    row.add(Text.time(forecast.axis(), forecast.time(h)));
    row.add(number(forecast.mean(h)));
    row.add(number(forecast.sd(h)));
    for (double level : levels) {
      row.add(number(forecast.quantile(h, level)));
    }
    row.add("");
    return row;
  }

  private static void risks(JobResult result, CsvWriter csv) {
    csv.writeRecord(
        "product",
        "warehouse",
        "severity",
        "probability_within_horizon",
        "probability_before_replenishment",
        "median_day",
        "days_of_cover",
        "next_receipt",
        "expected_lost_units",
        "expected_lost_margin",
        "why");
    for (StockoutRisk risk : result.risks().risks()) {
      List<String> row = ids(risk.id());
      row.add(Text.word(risk.severity()));
      row.add(number(risk.odds().withinHorizon()));
      row.add(number(risk.odds().beforeReplenishment()));
      row.add(
          risk.timeUntilStockout().medianDay().isPresent()
              ? Integer.toString(risk.timeUntilStockout().medianDay().getAsInt())
              : "");
      row.add(number(risk.supply().daysOfCover()));
      row.add(risk.supply().nextReceipt().day().toString());
      row.add(number(risk.loss().units()));
      row.add(number(risk.loss().margin()));
      row.add(String.join(" ", risk.reasons()));
      csv.writeRecord(row);
    }
  }

  private static void plan(JobResult result, CsvWriter csv) {
    csv.writeRecord(
        "product",
        "warehouse",
        "urgency",
        "on_hand",
        "on_order",
        "safety_stock",
        "reorder_point",
        "order_up_to",
        "order_now",
        "order_value",
        "supplier",
        "arrival",
        "expected_fill_rate",
        "next_order_day",
        "next_order");
    for (Row planned : PlanRows.all(result)) {
      PlanLine line = planned.line();
      List<String> row = ids(line.id());
      row.add(Text.word(line.urgency()));
      row.add(number(planned.item().position().onHand()));
      row.add(number(planned.item().position().onOrder()));
      row.add(number(line.levels().safetyStock()));
      row.add(number(line.levels().reorderPoint()));
      row.add(number(line.levels().orderUpTo()));
      row.add(number(line.order().quantity()));
      row.add(number(line.order().value()));
      row.add(line.order().supplier().value());
      row.add(line.order().arrival().toString());
      row.add(number(line.service().fillRate()));
      Optional<PlannedOrder> next = line.laterOrders().stream().findFirst();
      row.add(next.map(it -> it.placed().toString()).orElse(""));
      row.add(next.map(it -> number(it.quantity())).orElse(""));
      csv.writeRecord(row);
    }
  }

  private static List<String> ids(SeriesId id) {
    return new ArrayList<>(List.of(id.product().value(), id.warehouse().value()));
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
