package io.synkro.predict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a file: exit code 2, a place and a remedy, and nothing is written. */
class BrokenFilesTest {
  private static final String SALES = "product,warehouse,date,units,price,promotion,in_stock";
  private static final String SOLD = "A,W,2024-03-01,1,1,0,1\nA,W,2024-03-02,2,1,0,1";
  private static final String STOCK = "product,warehouse,on_hand,lead_time_days";
  private static final String ORDERS = "order,customer,product,warehouse,date,quantity,price";
  private static final String BROKEN_ORDERS = "1,C,A,W,2024-03-01,many,1";

  private final Path folder;
  private final Path out;

  BrokenFilesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.out = Files.createDirectory(folder.resolve("out"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A,W,2024-03-03,many,1,0,1 | :4, column \"units\", value \"many\" | must be a number",
        "A,W,2024-02-30,1,1,0,1 | :4, column \"date\", value \"2024-02-30\" | day of the calendar",
        "A,W,2024-03-01,2,1,0,1 | :4, column \"date\", value \"A@W 2024-03-01\" | given in line 2",
        "A,W,2024-03-03,1,-1,0,1 | :4, column \"price\", value \"-1\" | zero or positive",
        "A,W,2024-03-03,1 | :4, column \"price\" | 4 fields and the header 7",
      })
  void aWrongLineOfTheSalesFileIsNamed(String line, String place, String reason)
      throws IOException {
    Path sales = write("sales.csv", SALES, SOLD, line);
    refused(Command.run(sales, "--out", plan()), sales + place, reason, "Maybe");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    Path sales = write("sales.csv", "product,warehouse,date,unit", "A,W,2024-03-01,1");
    refused(
        Command.run(sales, "--out", plan()),
        sales.toString(),
        "no column \"units\"",
        "Maybe \"unit\" is meant");
  }

  @Test
  void filesWithoutAnyRowAreRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    refused(Command.run(empty, "--out", plan()), empty.toString(), "the file is empty", "Maybe");
    Path header = write("header.csv", SALES);
    refused(Command.run(header, "--out", plan()), header.toString(), "a header and no rows");
  }

  @Test
  void bytesInAnotherEncodingAreNamedWithTheirLine() throws IOException {
    byte[] latin =
        (SALES + "\n" + SOLD + "\nKäse,W,2024-03-01,1,1,0,1\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    Path sales = Files.write(folder.resolve("latin.csv"), latin);
    refused(
        Command.run(sales, "--out", plan()),
        sales + ":4",
        "not UTF-8",
        "Maybe convert the file: iconv -f ISO-8859-1");
  }

  @Test
  void aLineWithoutAnEndIsRefused() throws IOException {
    Path sales = folder.resolve("endless.csv.gz");
    byte[] chunk = new byte[1 << 20];
    Arrays.fill(chunk, (byte) 'a');
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(sales))) {
      for (int k = 0; k < 32; k++) {
        gzip.write(chunk);
      }
    }
    refused(Command.run(sales, "--out", plan()), sales.toString(), "Maybe");
  }

  @Test
  void filesThatAreNotThereAndFoldersAreRefused() throws IOException {
    Path nowhere = folder.resolve("nowhere.csv");
    Path sales = write("sales.csv", SALES, SOLD);
    for (List<Object> words :
        List.<List<Object>>of(
            List.of(nowhere),
            List.of(sales, nowhere),
            List.of(sales, "--orders", nowhere),
            List.of(sales, "--mapping", nowhere))) {
      refused(runTo(plan(), words), nowhere.toString(), "there is no such file", "Maybe");
    }
    for (List<Object> words :
        List.<List<Object>>of(
            List.of(folder),
            List.of(sales, folder),
            List.of(sales, "--orders", folder),
            List.of(sales, "--mapping", folder))) {
      refused(runTo(plan(), words), folder.toString(), "this is a folder", "Maybe");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A,W,-5,3 | :2, column \"on_hand\", value \"-5\" | zero or positive",
        "A,W,,3 | :2, column \"on_hand\" | must not be empty",
        "A,W,5,900 | :2, column \"lead_time_days\", value \"900\" | at most 366 days",
      })
  void aWrongLineOfTheStockFileIsNamed(String line, String place, String reason)
      throws IOException {
    Path stock = write("stock.csv", STOCK, line);
    Path sales = write("sales.csv", SALES, SOLD);
    refused(Command.run(sales, stock, "--out", plan()), stock + place, reason, "Maybe");
  }

  @Test
  void aStockFileOfOtherProductsIsRefused() throws IOException {
    Path stock = write("stock.csv", STOCK, "B,W,5,3");
    Path sales = write("sales.csv", SALES, SOLD);
    refused(
        Command.run(sales, stock, "--out", plan()),
        stock.toString(),
        "B@W",
        "such as A@W",
        "Maybe check that both files use the same ids");
  }

  @Test
  void aStockFileWithoutLeadTimesIsFine() throws IOException {
    Path stock = write("stock.csv", "product,warehouse,on_hand", "A,W,5");
    Path sales = write("sales.csv", SALES, SOLD);
    Path orders = write("orders.csv", ORDERS, BROKEN_ORDERS);

    Command run = Command.run(sales, stock, "--orders", orders, "--out", plan());

    // the stock file is read before the orders, and there is no word of it
    refused(run, orders + ":2, column \"quantity\", value \"many\"", "must be a number");
    assertThat(run.err()).doesNotContain("stock.csv");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the mapping | must be an object",
        "{\"column\": {}} | no field \"column\" | Maybe \"columns\" is meant",
        "{\"columns\": {\"unit\": \"x\"}} | no field \"unit\" | Maybe \"units\" is meant",
        "{\"columns\": {\"units\": \"x\" | names.json:2: this is not JSON | Maybe look for a missing comma",
        "{\"frequency\": \"fortnightly\"} | frequency (\"fortnightly\") | must be one of hourly",
        "{\"columns\": {\"units\": \"x\"}} | no column \"x\" | it has product",
        "[] | must be an object in braces | mapping",
        "{} {} | names.json | Maybe",
      })
  void aWrongMappingIsNamed(String json, String problem, String remedy) throws IOException {
    Path mapping = write("names.json", json);
    Path sales = write("sales.csv", SALES, SOLD);
    Command run = Command.run(sales, "--mapping", mapping, "--out", plan());
    refused(run, folder.toString(), problem, remedy);
  }

  @Test
  void orderFilesAreCheckedBeforeTheForecast() throws IOException {
    Path sales = write("sales.csv", SALES, SOLD);
    Path orders = write("orders.csv", ORDERS, "1,C,A,W,2024-03-01,2,1", BROKEN_ORDERS);
    refused(
        Command.run(sales, "--orders", orders, "--out", plan()),
        orders + ":3, column \"quantity\", value \"many\"",
        "must be a number",
        "Maybe");
  }

  @Test
  void aHistoryTooShortToForecastIsRefused() throws IOException {
    Path sales = write("sales.csv", SALES, SOLD);
    Command run = Command.run(sales, "--out", plan());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Maybe");
    assertThat(children(out)).isEmpty();
  }

  @Test
  void wordsThatMakeNoSenseAreRefusedBeforeAnythingIsRead() throws IOException {
    refused(Command.run("--frobnicate", "1"), "--frobnicate", "Maybe");
    refused(Command.run("--days", "0", "--out", plan()), "--days (0)", "Maybe");
  }

  @Test
  void inputInsideTheOutputIsRefused() throws IOException {
    Path target = Files.createDirectory(folder.resolve("plan"));
    Path data = Files.createDirectory(target.resolve("data"));
    Path sales = Files.writeString(data.resolve("sales.csv"), SALES + "\n" + SOLD + "\n");
    refused(Command.run(sales, "--out", target), sales.toString(), "Maybe choose another", "--out");
    assertThat(sales).exists();
  }

  @Test
  void anOutputThatCannotBeWrittenIsNamed() throws IOException {
    Path file = write("file", "mine");
    Command run = Command.run("--out", file.resolve("plan"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains(file.toString(), "could not be written", "Maybe");
    assertThat(file).hasContent("mine");
  }

  @Test
  void helpIsNotAMistake() {
    Command run = Command.run("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage:").contains("--mapping FILE");
    assertThat(run.err()).isEmpty();
  }

  private Path plan() {
    return out.resolve("deep/plan");
  }

  private static Command runTo(Path plan, List<Object> words) {
    List<Object> all = new ArrayList<>(words);
    all.addAll(List.of("--out", plan));
    return Command.run(all.toArray());
  }

  private void refused(Command run, String... message) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message).doesNotContain("Exception", "\tat ");
    assertThat(run.out()).doesNotContain("Forecast", "Done");
    assertThat(children(out)).isEmpty();
    assertThat(children(folder)).noneMatch(name -> name.contains("staging"));
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static List<String> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(path -> path.getFileName().toString()).toList();
    }
  }
}
