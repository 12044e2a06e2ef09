package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the forms that files in the wild have; values are those written in each test. */
class FileFormsTest {
  private static final String HEADER = "product,warehouse,date,units";

  private final Path folder;

  FileFormsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private SeriesPanel read(String... lines) {
    return SalesCsv.read(CsvFiles.write(folder, "sales.csv", lines));
  }

  private SeriesPanel text(String text) {
    return SalesCsv.read(
        CsvFiles.bytes(folder, "sales.csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndAndEmptyLinesAtTheEndAreFine(String end) {
    SeriesPanel panel =
        text(String.join(end, HEADER, "A,W,2024-03-01,1", "", "A,W,2024-03-02,2", "", "", ""));
    assertThat(panel.values(0)).containsExactly(1, 2);
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(text(HEADER + "\nA,W,2024-03-01,1\nA,W,2024-03-02,2").values(0))
        .containsExactly(1, 2);
  }

  @Test
  void aLineBreakInAnIdentifierIsRejectedAndInAnUnusedColumnIsNot() {
    assertThatThrownBy(() -> read(HEADER, "\"A\nB\",W,2024-03-01,1", "A,W,2024-03-01,1"))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining(":2, column \"product\"")
        .hasMessageContaining("must not contain control characters");
    Path file =
        CsvFiles.write(
            folder,
            "notes.csv",
            HEADER + ",note",
            "A,W,2024-03-01,1,\"two\nlines\"",
            "A,W,2024-03-02,x,plain",
            "A,W,2024-03-02,2,");
    SalesMapping mapping = SalesMapping.builder().covariates().build();
    SalesFile sales = SalesCsv.read(file, mapping, ReadLimits.tolerate(1));
    assertThat(sales.panel().values(0)).containsExactly(1, 2);
    // the wrong cell is on the fourth line of the file, though in the second record
    assertThat(sales.report().rejected().get(0).line()).isEqualTo(4);
  }

  @Test
  void blanksAroundNumbersAndDatesAreLeftOutAndThoseOfIdentifiersCount() {
    SeriesPanel panel =
        read(
            " product , warehouse,date , units ",
            "A,W, 2024-03-01 ,\" 1.5 \"",
            "A,W,2024-03-02,  2",
            " A,W,2024-03-02,7");
    assertThat(panel.ids()).containsExactly(SeriesId.of(" A", "W"), SeriesId.of("A", "W"));
    assertThat(panel.values(1)).containsExactly(1.5, 2);
  }

  @Test
  void thousandsSeparatorsAreRejectedWhateverTheyAre() {
    for (String units : List.of("\"1,234.5\"", "1 234", "1'234", "1.234.567")) {
      assertThatThrownBy(() -> read(HEADER, "A,W,2024-03-01,1", "A,W,2024-03-02," + units))
          .as(units)
          .isInstanceOf(RejectedLinesException.class)
          .hasMessageContaining("Maybe remove the thousands separators");
    }
  }

  @Test
  void midnightIsTheDay() {
    SeriesPanel panel =
        read(HEADER, "A,W,2024-02-28,1", "A,W,2024-02-29T00:00,2", "A,W,2024-03-01 00:00:00,3");
    assertThat(panel.axis().frequency()).isEqualTo(Frequency.DAILY);
    assertThat(panel.values(0)).containsExactly(1, 2, 3); // 2024 has a 29 February
    assertThatThrownBy(
            () -> read(HEADER, "A,W,2024-03-01,1", "A,W,2024-03-01T00:00,1", "A,W,2024-03-02,1"))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining("already given in line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-02-29", "1900-02-29", "2024-03-01T24:00", "2024-13-01"})
  void daysThatTheCalendarDoesNotHaveAreRejected(String date) {
    assertThatThrownBy(() -> read(HEADER, "A,W,2024-03-01,1", "A,W," + date + ",1"))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining("must be a day of the calendar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"})
  void yearsThatAreNoBusinessDatesAreRejected(String date) {
    assertThatThrownBy(() -> read(HEADER, "A,W,2024-03-01,1", "A,W," + date + ",1"))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining("1900 to 2199")
        .hasMessageContaining("the year is mistyped");
  }

  @Test
  void namesThatDifferInBlanksOnlyAreTheSameName() {
    assertThatThrownBy(() -> read("product,warehouse,date,units, units", "A,W,2024-03-01,1,2"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("\"units\" twice, as columns 4 and 5");
  }

  @Test
  void aHundredThousandColumnsAreReadAndNotedInAShortSentence() {
    StringBuilder header = new StringBuilder(HEADER);
    StringBuilder row = new StringBuilder("A,W,2024-03-01,1");
    for (int c = 0; c < 100_000; c++) {
      header.append(",c").append(c);
      row.append(",").append(c);
    }
    String second = row.toString().replace("2024-03-01", "2024-03-02");
    Path file = CsvFiles.write(folder, "wide.csv", header.toString(), row.toString(), second);
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          SeriesPanel all = SalesCsv.read(file);
          assertThat(all.covariates()).hasSize(100_000);
          assertThat(all.covariates().get(99_999).value(0, 1)).isEqualTo(99_999);
          SalesMapping none = SalesMapping.builder().covariates().build();
          SalesFile sales = SalesCsv.read(file, none, ReadLimits.strict());
          assertThat(sales.panel().covariates()).isEmpty();
          assertThat(sales.report().text()).contains("and 99,960 more").hasSizeLessThan(2_000);
        });
  }

  @Test
  void aMillionRowsTakeSeconds() {
    // 1,000 products of 1,000 days
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    String[] dates = new String[1000];
    Arrays.setAll(dates, d -> LocalDate.of(2021, 1, 1).plusDays(d).toString());
    for (int product = 0; product < 1000; product++) {
      for (int day = 0; day < 1000; day++) {
        text.append('P').append(product).append(",W,").append(dates[day]).append(',');
        text.append(day % 10).append(".25\n");
      }
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThat(text(text.toString()).observations()).isEqualTo(1_000_000));
  }
}
