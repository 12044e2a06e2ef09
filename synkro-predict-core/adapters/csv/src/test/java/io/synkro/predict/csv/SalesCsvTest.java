package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected values are the numbers written into the small files of each test. */
class SalesCsvTest {
  private static final String HEADER = "product,warehouse,date,units,price,promotion,in_stock";

  private final Path folder;

  SalesCsvTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void rowsInAnyOrderBecomeSortedSeriesOnOneAxis() {
    SeriesPanel panel =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                HEADER,
                "B,W1,2024-03-02,7,2.5,1,1",
                "A,W1,2024-03-03,3,1.5,0,0.5",
                "A,W1,2024-03-01,1,1.25,0,true",
                "B,W1,2024-03-03,8,,false,0"));

    assertThat(panel.axis().frequency()).isEqualTo(Frequency.DAILY);
    assertThat(panel.ids()).containsExactly(SeriesId.of("A", "W1"), SeriesId.of("B", "W1"));
    assertThat(panel.values(0)).containsExactly(1, Double.NaN, 3);
    assertThat(panel.values(1)).containsExactly(7, 8);
    assertThat(panel.series(1).time(0)).isEqualTo(LocalDateTime.of(2024, 3, 2, 0, 0));
    Covariate price = panel.covariate("price").orElseThrow();
    assertThat(price.value(0, 0)).isEqualTo(1.25);
    assertThat(price.value(0, 1)).isNaN();
    assertThat(price.value(1, 1)).isNaN();
    Covariate inStock = panel.covariate("in_stock").orElseThrow();
    assertThat(inStock.value(0, 0)).isEqualTo(1);
    assertThat(inStock.value(0, 2)).isEqualTo(0.5);
    assertThat(inStock.availability()).isEqualTo(Availability.PAST_ONLY);
  }

  @Test
  void everyFurtherColumnIsACovariateByDefault() {
    SeriesPanel panel =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                "product,warehouse,date,units,temperature",
                "A,W,2024-03-01,1,-3.5",
                "A,W,2024-03-02,2,4e1"));

    Covariate temperature = panel.covariate("temperature").orElseThrow();
    assertThat(temperature.value(0, 0)).isEqualTo(-3.5);
    assertThat(temperature.value(0, 1)).isEqualTo(40);
  }

  @Test
  void aSeriesThatEndsEarlyIsPaddedAsMissingToTheLastStepOfTheFile() {
    SeriesPanel panel =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                "product,warehouse,date,units",
                "A,W,2024-03-01,1",
                "B,W,2024-03-02,2",
                "B,W,2024-03-03,3"));

    assertThat(panel.values(0)).containsExactly(1, Double.NaN, Double.NaN);
    assertThat(panel.end(0)).isEqualTo(panel.end(1));
  }

  @Test
  void rowsAfterTheLastUnitsGiveCovariatesKnownInTheFuture() {
    SalesFile file =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                HEADER,
                "A,W,2024-03-01,1,1,0,1",
                "A,W,2024-03-02,,2,0,1",
                "A,W,2024-03-03,3,3,0,1",
                "A,W,2024-03-04,,4,,",
                "A,W,2024-03-05,,5,1,"),
            SalesMapping.standard(),
            ReadLimits.strict());

    SeriesPanel panel = file.panel();
    assertThat(panel.values(0)).containsExactly(1, Double.NaN, 3);
    assertThat(panel.futureSteps()).isEqualTo(2);
    Covariate price = panel.covariate("price").orElseThrow();
    assertThat(price.availability()).isEqualTo(Availability.KNOWN_IN_FUTURE);
    assertThat(price.value(0, 3)).isEqualTo(4);
    assertThat(price.value(0, 4)).isEqualTo(5);
    // The promotion of the first future step is empty: it must not pass for known.
    assertThat(panel.covariate("promotion").orElseThrow().availability())
        .isEqualTo(Availability.PAST_ONLY);
    assertThat(file.report().text()).contains("2 rows after the last units");
  }

  @Test
  void futureStepsAreThoseThatEverySeriesWithFutureRowsHas() {
    SeriesPanel panel =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                "product,warehouse,date,units,price",
                "A,W,2024-03-01,1,1",
                "A,W,2024-03-02,,2",
                "A,W,2024-03-03,,3",
                "B,W,2024-03-01,1,1",
                "B,W,2024-03-02,,7",
                "C,W,2024-03-01,1,1"));

    assertThat(panel.futureSteps()).isEqualTo(1);
    Covariate price = panel.covariate("price").orElseThrow();
    assertThat(price.value(1, 1)).isEqualTo(7);
    assertThat(price.value(2, 1)).isNaN();
  }

  @Test
  void aProductWithFutureRowsOnlyIsKeptWithOneMissingObservation() {
    SalesFile file =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                "product,warehouse,date,units,price",
                "A,W,2024-03-01,1,1",
                "A,W,2024-03-02,2,1",
                "A,W,2024-03-03,,1",
                "NEW,W,2024-03-03,,9"),
            SalesMapping.standard(),
            ReadLimits.strict());

    assertThat(file.panel().values(1)).containsExactly(Double.NaN);
    assertThat(file.panel().covariate("price").orElseThrow().value(1, 1)).isEqualTo(9);
    assertThat(file.report().text()).contains("1 series have rows after the last units only");
  }

  @Test
  void returnsAreKeptAndCounted() {
    SalesFile file =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                "product,warehouse,date,units",
                "A,W,2024-03-01,-2",
                "A,W,2024-03-02,5"),
            SalesMapping.standard(),
            ReadLimits.strict());

    assertThat(file.panel().values(0)).containsExactly(-2, 5);
    assertThat(file.report().negativeUnits()).isEqualTo(1);
  }

  @Test
  void gzipIsRecognisedByItsBytesAndABomIsSkipped() {
    byte[] text =
        "\uFEFFproduct;warehouse;date;units\r\nA;W;2024-03-01;1.5\r\nA;W;2024-03-02;2\r\n"
            .getBytes(StandardCharsets.UTF_8);

    SalesFile file =
        SalesCsv.read(
            CsvFiles.gzip(folder, "named-like-plain.csv", text, 1),
            SalesMapping.standard(),
            ReadLimits.strict());

    assertThat(file.panel().values(0)).containsExactly(1.5, 2);
    assertThat(file.report().text()).contains("delimited by ';'");
  }

  @Test
  void tabsDelimitAndQuotedFieldsHoldCommasAndQuotes() {
    SeriesPanel panel =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.tsv",
                "product\twarehouse\tdate\tunits",
                "\"A, \"\"1\"\"\"\tW\t2024-03-01\t\"1\"",
                "\"A, \"\"1\"\"\"\tW\t2024-03-02\t 2 "));

    assertThat(panel.id(0)).isEqualTo(SeriesId.of("A, \"1\"", "W"));
    assertThat(panel.values(0)).containsExactly(1, 2);
  }

  @Test
  void frequencyIsThatOfTheCommonestDistance() {
    assertThat(frequency("2024-03-01T05:00", "2024-03-01 06:00", "2024-03-01T08:00:00"))
        .isEqualTo(Frequency.HOURLY);
    assertThat(frequency("2024-03-01", "2024-03-02", "2024-03-09")).isEqualTo(Frequency.DAILY);
    assertThat(frequency("2024-03-01", "2024-03-08", "2024-03-22")).isEqualTo(Frequency.WEEKLY);
    assertThat(frequency("2024-01-31", "2024-02-29", "2024-03-31")).isEqualTo(Frequency.MONTHLY);
    assertThat(frequency("2024-01-01", "2024-04-01", "2024-07-01")).isEqualTo(Frequency.QUARTERLY);
    assertThat(frequency("2022-01-01", "2023-01-01", "2024-01-01")).isEqualTo(Frequency.YEARLY);
  }

  private Frequency frequency(String... dates) {
    String[] lines = new String[dates.length + 1];
    lines[0] = "product,warehouse,date,units";
    for (int i = 0; i < dates.length; i++) {
      lines[i + 1] = "A,W," + dates[i] + ",1";
    }
    return SalesCsv.read(CsvFiles.write(folder, "dates.csv", lines)).axis().frequency();
  }

  @Test
  void weeksBeginOnTheWeekdayOfMostDates() {
    SeriesPanel panel =
        SalesCsv.read(
            CsvFiles.write(
                folder,
                "sales.csv",
                "product,warehouse,date,units",
                "A,W,2024-03-05,1", // a Tuesday
                "A,W,2024-03-11,2", // Mondays from here on
                "A,W,2024-03-18,3",
                "A,W,2024-03-25,4"));

    assertThat(panel.axis().origin()).isEqualTo(LocalDateTime.of(2024, 3, 4, 0, 0));
    assertThat(panel.values(0)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void datesThatFitNoFrequencyNeedAMapping() {
    Path file =
        CsvFiles.write(
            folder,
            "sales.csv",
            "product,warehouse,date,units",
            "A,W,2024-03-01,1",
            "A,W,2024-03-04,2",
            "A,W,2024-03-07,2");

    assertThatThrownBy(() -> SalesCsv.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("3.0 days")
        .hasMessageContaining("\"frequency\"");
  }
}
