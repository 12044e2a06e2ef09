package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.synkro.predict.examples.report.HeadlessChromium;
import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import io.synkro.predict.examples.sample.SampleSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole command on a small sample, and its page in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesToStockPlanIT {
  private static final SampleOptions SMALL =
      SampleOptions.defaults().withProducts(12).withWarehouses(2).withDays(420);
  private static final int DAYS = 28; // the default of --days
  private static final List<String> QUANTILES = List.of("q05", "q25", "q50", "q75", "q95");

  private final Path folder;
  private final Path data;
  private final Path plan;
  private final SampleSummary summary;
  private Command run = new Command(-1, "", "");

  SalesToStockPlanIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.plan = folder.resolve("plan");
    this.summary = SampleData.of(SMALL).writeTo(data);
  }

  @BeforeAll
  void runOnce() {
    run =
        Command.run(
            data.resolve(SampleData.SALES),
            data.resolve(SampleData.STOCK),
            "--orders",
            data.resolve(SampleData.ORDERS),
            "--out",
            plan);
  }

  @Test
  void everyStageIsToldAndTheFilesAreThere() throws IOException {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    List<String> stages =
        run.out().lines().filter(line -> line.startsWith("[")).map(line -> stage(line)).toList();
    assertThat(stages)
        .containsSubsequence(
            "Read sales.csv",
            "Judge the data: 24 daily series",
            "Find patterns",
            "Forecast 28 days of 24 daily series",
            "Backtest 1 of 3",
            "Fit trees (lightgbm, counts) 4 of 4",
            "Assess stock-outs and plan 24 items",
            "Write the report");
    try (Stream<Path> files = Files.list(plan)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "report.html",
              "forecast.csv",
              "stock-outs.csv",
              "plan.csv",
              "data-quality.txt",
              "patterns.txt",
              "model-card.md");
    }
    for (String text : List.of(run.out(), Files.readString(plan.resolve("report.html")))) {
      assertThat(text).doesNotContain("staging", "DAILY", "T00:00", "NaN", "null");
    }
    assertThat(Files.readString(plan.resolve("model-card.md")))
        .contains("Learnt from", "seasonal naive", "**regular demand**", "interval held");
    assertThat(Files.readString(plan.resolve("data-quality.txt")))
        .startsWith("sales.csv: ")
        .contains("\nstock.csv: 24 rows read, 24 accepted, 0 rejected\n", "\norders.csv: ");
  }

  @Test
  void theTableNamesTheItemsToLookAt() {
    List<String> lines = run.out().lines().toList();
    int header = 0;
    while (!lines.get(header).matches("product +warehouse +on hand .* arrives")) {
      header++;
    }
    List<String> rows = lines.subList(header + 1, header + 11);
    assertThat(rows)
        .allMatch(row -> row.matches("P\\d{3} +W\\d-\\w+ .*\\d d .*%.*"))
        .anyMatch(row -> row.matches(".* 2026-\\d\\d-\\d\\d"));
    assertThat(lines.get(lines.size() - 1)).endsWith("Open " + plan.resolve("report.html"));
  }

  @Test
  void theForecastHasEveryDayAndQuantilesThatDoNotFall() {
    List<NamedCsvRecord> rows = read(plan.resolve("forecast.csv"));
    assertThat(rows).hasSize(summary.series() * DAYS);
    for (NamedCsvRecord row : rows) {
      assertThat(row.getField("problem")).isEmpty();
      double last = 0;
      for (String quantile : QUANTILES) {
        double value = number(row, quantile);
        assertThat(value).as("%s of %s", quantile, row).isGreaterThanOrEqualTo(last);
        last = value;
      }
      assertThat(number(row, "mean")).isNotNegative();
      assertThat(number(row, "sd")).isNotNegative();
    }
    // the sample ends on 2025-12-31
    assertThat(rows.get(0).getField("date")).isEqualTo("2026-01-01");
    assertThat(rows.get(DAYS - 1).getField("date")).isEqualTo("2026-01-28");
  }

  @Test
  void ordersAreWholePacksAndRisksAreProbabilities() {
    Map<String, Double> packs = new HashMap<>();
    for (NamedCsvRecord row : read(data.resolve(SampleData.STOCK))) {
      packs.put(id(row), number(row, "pack_size"));
    }
    double ordered = 0;
    List<NamedCsvRecord> lines = read(plan.resolve("plan.csv"));
    assertThat(lines).hasSize(summary.series());
    for (NamedCsvRecord row : lines) {
      double order = number(row, "order_now");
      assertThat(order % packs.getOrDefault(id(row), Double.NaN)).as(row.toString()).isZero();
      assertThat(number(row, "expected_fill_rate")).isBetween(0.0, 1.0);
      ordered += order;
    }
    assertThat(ordered).isPositive();
    List<NamedCsvRecord> risks = read(plan.resolve("stock-outs.csv"));
    assertThat(risks).hasSize(summary.series());
    for (NamedCsvRecord row : risks) {
      assertThat(number(row, "probability_within_horizon")).isBetween(0.0, 1.0);
      assertThat(row.getField("severity"))
          .isIn("none", "watch", "warning", "critical", "stocked_out");
    }
  }

  @Test
  void theChosenMethodIsNoWorseThanSeasonalNaive() {
    Matcher row = Pattern.compile("(?m)^(\\S.{47}) +([0-9.]+)% .*$").matcher(run.out());
    Map<String, Double> wape = new HashMap<>();
    String chosen = "";
    while (row.find()) {
      wape.put(row.group(1).strip(), Double.valueOf(row.group(2)));
      chosen = row.group().endsWith("<- chosen") ? row.group(1).strip() : chosen;
    }
    assertThat(wape).containsKeys("seasonal naive", "seasonal mean", "trees (lightgbm, counts)");
    assertThat(wape.get(chosen)).as(chosen).isLessThanOrEqualTo(wape.get("seasonal naive"));
  }

  /** The second run is also in a folder whose name has a space and an umlaut. */
  @Test
  void equalInputAndSeedGiveEqualFilesWhereverTheyLie() throws IOException {
    Path elsewhere = spaced();
    Files.createDirectory(elsewhere);
    for (String name : List.of(SampleData.SALES, SampleData.STOCK, SampleData.ORDERS)) {
      Files.copy(data.resolve(name), elsewhere.resolve(name));
    }
    Path again = elsewhere.resolve("a plan");
    Command second =
        Command.run(
            elsewhere.resolve(SampleData.SALES),
            elsewhere.resolve(SampleData.STOCK),
            "--orders",
            elsewhere.resolve(SampleData.ORDERS),
            "--out",
            again);
    assertThat(second.err()).isEmpty();
    assertThat(second.exitCode()).isZero();
    for (String name : List.of("forecast.csv", "plan.csv", "stock-outs.csv", "report.html")) {
      assertThat(again.resolve(name)).as(name).hasSameBinaryContentAs(plan.resolve(name));
    }
  }

  @Test
  void withoutAStockFileTheAssumptionsAreStated() throws IOException {
    Path few = folder.resolve("few");
    SampleData.of(SMALL.withProducts(4)).writeTo(few);
    Path target = folder.resolve("assumed");
    Command assumed = Command.run(few.resolve(SampleData.SALES), "--out", target, "--days", "14");
    assertThat(assumed.err()).isEmpty();
    assertThat(assumed.exitCode()).isZero();
    for (String text : List.of(assumed.out(), Files.readString(target.resolve("report.html")))) {
      assertThat(text).contains("No stock file was given. Assumed for every item");
    }
    assertThat(assumed.out()).contains("Customers: no orders were given").contains("demand 14 d");
    assertThat(read(target.resolve("forecast.csv"))).hasSize(4 * 2 * 14);
    assertThat(read(target.resolve("plan.csv"))).hasSize(4 * 2);
  }

  @Test
  void thePageDrawsItsChartsWithoutErrorsAndWithoutANetwork() throws Exception {
    Optional<HeadlessChromium> browser = HeadlessChromium.find();
    assumeTrue(browser.isPresent(), "No Chromium or Chrome on the PATH.");
    Path work = Files.createDirectory(folder.resolve("browser"));
    HeadlessChromium.Visit visit =
        browser.orElseThrow().open(plan.resolve("report.html"), work, 1280, 3000);

    assertThat(visit.console()).isEmpty();
    assertThat(visit.requests()).isEmpty();
    // 3 bar charts and 12 groups of 2 charts, each for wide and for narrow screens
    assertThat(visit.dom().split("<svg class=\"plot ", -1)).hasSize(1 + 2 * (3 + 12 * 2));
    // the script ran: all groups but the first are hidden
    assertThat(visit.dom().split("class=\"choice\" hidden", -1)).hasSize(1 + 11);
  }

  private Path spaced() {
    try {
      return folder.resolve("Lager Süd");
    } catch (InvalidPathException e) {
      return folder.resolve("Lager Sued"); // this machine's locale has no umlauts in file names
    }
  }

  private static String stage(String line) {
    return line.substring(line.indexOf(']') + 1).strip();
  }

  private static String id(NamedCsvRecord row) {
    return row.getField("product") + "@" + row.getField("warehouse");
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static List<NamedCsvRecord> read(Path file) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
