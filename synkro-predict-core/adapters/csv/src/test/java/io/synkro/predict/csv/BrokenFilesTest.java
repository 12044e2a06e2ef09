package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each test breaks one thing in a good file and expects the place and the remedy in the message.
 */
class BrokenFilesTest {
  private static final String HEADER = "product,warehouse,date,units,price,promotion,in_stock";
  private static final String GOOD = "A,W,2024-03-01,1,1,0,1";

  private final Path folder;

  BrokenFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest(name = "{3}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A,W,2024-03-02,abc,1,0,1 | abc | units | must be a number",
        "A,W,2024-03-02,NaN,1,0,1 | NaN | units | leave the cell empty",
        "A,W,2024-03-02,1d,1,0,1 | 1d | units | must be a number",
        "A,W,2024-03-02,1e300,1,0,1 | 1e300 | units | at most 1e12",
        "A,W,2024-03-02,\"3,5\",1,0,1 | 3,5 | units | as 3.5",
        "A,W,2024-03-02,\"1,234,567\",1,0,1 | 1,234,567 | units | thousands separators",
        "A,W,2024-02-30,1,1,0,1 | 2024-02-30 | date | must be a day of the calendar",
        "A,W,01.03.2024,1,1,0,1 | 01.03.2024 | date | YYYY-MM-DD",
        "A,W,2024-03-02T05:30,1,1,0,1 | 2024-03-02T05:30 | date | full hour",
        "A,W,2024-03-02T05:00Z,1,1,0,1 | 2024-03-02T05:00Z | date | leave out the zone",
        "A,W,0204-03-02,1,1,0,1 | 0204-03-02 | date | 1900 to 2199",
        "A,W,45352,1,1,0,1 | 45352 | date | spreadsheet",
        "A,W,2024-03-02,1,-1,0,1 | -1 | price | zero or positive",
        "A,W,2024-03-02,1,1,2,1 | 2 | promotion | from 0 to 1",
        "A,W,2024-03-02,1,1,0,yes | yes | in_stock | true or false",
        ",W,2024-03-02,1,1,0,1 | '' | product | must not be empty",
        "A,W,2024-03-02,1,1 | '' | promotion | the line has 5 fields and the header 7",
        "A,W,2024-03-02,1,1,0,1,9 | 1 | in_stock | the line has 8 fields and the header 7",
      })
  void aWrongCellIsRejectedWithItsPlace(String line, String value, String column, String reason) {
    Path file = CsvFiles.write(folder, "sales.csv", HEADER, GOOD, line);

    RejectedLinesException refusal =
        catchThrowableOfType(RejectedLinesException.class, () -> SalesCsv.read(file));

    assertThat(refusal.report().rejectedCount()).isEqualTo(1);
    RejectedLine rejected = refusal.report().rejected().get(0);
    assertThat(rejected.file()).isEqualTo(file.toString());
    assertThat(rejected.line()).isEqualTo(3);
    assertThat(rejected.column()).isEqualTo(column);
    assertThat(rejected.value()).isEqualTo(value);
    assertThat(rejected.reason()).contains(reason);
    assertThat(refusal)
        .hasMessageContaining("%s:3, column \"%s\", value \"%s\"", file, column, value);
  }

  @Test
  void aSecondRowForTheSameStepNamesTheLineOfTheFirst() {
    Path file = CsvFiles.write(folder, "sales.csv", HEADER, GOOD, "A,W,2024-03-02,1,1,0,1", GOOD);

    assertThatThrownBy(() -> SalesCsv.read(file))
        .isInstanceOf(RejectedLinesException.class)
        .hasMessageContaining(":4, column \"date\"")
        .hasMessageContaining("already given in line 2")
        .hasMessageContaining("\"duplicates\": \"sum\"");
  }

  @Test
  void toleratedLinesAreListedAndTheRestIsRead() {
    Path file =
        CsvFiles.write(
            folder, "sales.csv", HEADER, GOOD, "A,W,2024-03-02,x,1,0,1", "A,W,2024-03-02,3,1,0,1");

    SalesFile sales = SalesCsv.read(file, SalesMapping.standard(), ReadLimits.tolerate(1));
    ReadReport report = sales.report();

    assertThat(report.rowsRead()).isEqualTo(3);
    assertThat(report.rowsAccepted()).isEqualTo(2);
    assertThat(report.rejected()).hasSize(1);
    assertThat(sales.panel().observations()).isEqualTo(2);
    assertThat(report.text()).contains(file + ":3, column \"units\", value \"x\"");
  }

  @Test
  void theReportListsTheFirstLinesAndCountsAll() {
    String[] lines = new String[251];
    Arrays.fill(lines, "A,W,2024-03-02,x,1,0,1");
    lines[0] = HEADER;
    Path file = CsvFiles.write(folder, "sales.csv", lines);

    RejectedLinesException refusal =
        catchThrowableOfType(RejectedLinesException.class, () -> SalesCsv.read(file));

    assertThat(refusal.report().rejectedCount()).isEqualTo(250);
    assertThat(refusal.report().rejected()).hasSize(100);
    assertThat(refusal.report().rejected().get(99).line()).isEqualTo(101);
    assertThat(refusal).hasMessageContaining(":11,").hasMessageContaining("... and 240 more");
    assertThat(refusal.getMessage()).doesNotContain(":12,");
  }

  @Test
  void aFileWithoutAnyGoodLineIsRefusedHoweverTolerant() {
    Path file = CsvFiles.write(folder, "sales.csv", HEADER, "A,W,2024-03-02,x,1,0,1");

    assertThatThrownBy(
            () -> SalesCsv.read(file, SalesMapping.standard(), ReadLimits.tolerate(1_000)))
        .isInstanceOf(RejectedLinesException.class);
  }

  @Test
  void aMissingColumnIsNamedWithThoseThatAreThere() {
    Path file = CsvFiles.write(folder, "sales.csv", "product,warehouse,date,unit", "A,W,x,1");

    assertThatThrownBy(() -> SalesCsv.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no column \"units\"")
        .hasMessageContaining("product, warehouse, date, unit")
        .hasMessageContaining("Maybe \"unit\" is meant");
  }

  @Test
  void aColumnThatIsNamedTwiceIsRefused() {
    Path file = CsvFiles.write(folder, "sales.csv", "product,date,product", "A,2024-03-01,B");

    assertThatThrownBy(() -> SalesCsv.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("\"product\" twice, as columns 1 and 3");
  }

  @Test
  void emptyFilesAndFilesWithoutRowsAreRefused() {
    assertThatThrownBy(() -> SalesCsv.read(CsvFiles.bytes(folder, "empty.csv", new byte[0])))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("the file is empty");
    assertThatThrownBy(() -> SalesCsv.read(CsvFiles.write(folder, "header.csv", HEADER)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("a header and no rows");
    assertThatThrownBy(() -> SalesCsv.read(folder.resolve("nowhere.csv")))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> SalesCsv.read(folder))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("folder");
  }

  @Test
  void aFileWithoutAnyUnitsIsRefused() {
    Path file =
        CsvFiles.write(folder, "sales.csv", HEADER, "A,W,2024-03-01,,1,,", "A,W,2024-03-02,,1,,");

    assertThatThrownBy(() -> SalesCsv.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no row has units");
  }

  @Test
  void bytesThatAreNotUtf8AreFoundOnTheirLine() {
    StringBuilder text = new StringBuilder(HEADER).append("\r\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("Müsli,W,2024-03-01,1,1,0,1\r\n");
    }
    byte[] good = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] bad = "Käse,W,2024-03-01,1,1,0,1\r\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, all, good.length, bad.length);
    Path file = CsvFiles.bytes(folder, "latin.csv", all);

    UnreadableFileException refusal =
        catchThrowableOfType(UnreadableFileException.class, () -> SalesCsv.read(file));

    assertThat(refusal.line()).isEqualTo(20_002); // the header and 20,000 good lines come before
    assertThat(refusal).hasMessageContaining("iconv -f ISO-8859-1 -t UTF-8 latin.csv");
  }

  @Test
  void utf16AndSpreadsheetsAreRecognised() {
    byte[] utf16 = (HEADER + "\n" + GOOD).getBytes(StandardCharsets.UTF_16);
    byte[] bare = (HEADER + "\n" + GOOD).getBytes(Charset.forName("UTF-16LE"));

    assertThatThrownBy(() -> SalesCsv.read(CsvFiles.bytes(folder, "utf16.csv", utf16)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("iconv -f UTF-16");
    assertThatThrownBy(() -> SalesCsv.read(CsvFiles.bytes(folder, "bare.csv", bare)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("NUL");
    assertThatThrownBy(
            () -> SalesCsv.read(CsvFiles.bytes(folder, "x.xlsx", new byte[] {'P', 'K', 3, 4, 0})))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("spreadsheet");
  }

  @Test
  void cutOffGzipDataAreRefused() throws IOException {
    byte[] lines = (HEADER + "\n" + GOOD + "\n").repeat(5_000).getBytes(StandardCharsets.UTF_8);
    byte[] whole = Files.readAllBytes(CsvFiles.gzip(folder, "whole.csv.gz", lines, 1));
    Path cut = CsvFiles.bytes(folder, "cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> SalesCsv.read(cut))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("gzip -t");
  }

  @Test
  void quotesThatDoNotCloseAreRefused() {
    Path open = CsvFiles.write(folder, "open.csv", HEADER, GOOD, "A,W,2024-03-02,1,1,0,\"1");
    Path stray = CsvFiles.write(folder, "stray.csv", HEADER, "\"A\"x,W,2024-03-02,1,1,0,1");

    assertThatThrownBy(() -> SalesCsv.read(open))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("open.csv:3: a quote");
    assertThatThrownBy(() -> SalesCsv.read(stray))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("stray.csv:2")
        .hasMessageContaining("not CSV");
  }

  @ParameterizedTest
  @CsvSource({"aaaaaaaaaaaaaaaa", "'a,a,a,a,a,a,a,a,'", "'\"\n\n\n\n\n\n\n'"})
  void anEndlessLineIsRefusedInLittleMemory(String unit) {
    byte[] chunk = unit.repeat(65_536).getBytes(StandardCharsets.UTF_8);
    Path file = CsvFiles.gzip(folder, "endless.csv.gz", chunk, 64 * 1_048_576 / chunk.length);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(() -> SalesCsv.read(file)).isInstanceOf(UnreadableFileException.class);

    // 64 MiB of characters would take at least that; the limits are 1 Mi and 4 Mi characters.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(48L << 20);
  }
}
