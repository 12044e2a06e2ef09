package io.synkro.predict.examples.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataTest {
  private static final SampleOptions SMALL =
      SampleOptions.defaults().withProducts(20).withWarehouses(2).withDays(400);
  private static final List<String> FILES =
      List.of(SampleData.SALES, SampleData.STOCK, SampleData.ORDERS, SampleData.PRODUCTS);

  @Test
  void equalSeedsGiveEqualBytesInAnyLocale(@TempDir Path directory) throws IOException {
    Locale before = Locale.getDefault();
    try {
      SampleData.of(SMALL).writeTo(directory.resolve("a"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      SampleData.of(SMALL).writeTo(directory.resolve("b"));
    } finally {
      Locale.setDefault(before);
    }
    SampleData.of(SMALL.withSeed(7)).writeTo(directory.resolve("c"));
    for (String file : FILES) {
      byte[] bytes = Files.readAllBytes(directory.resolve("a").resolve(file));
      assertThat(Files.readAllBytes(directory.resolve("b").resolve(file))).isEqualTo(bytes);
      assertThat(Files.readAllBytes(directory.resolve("c").resolve(file))).isNotEqualTo(bytes);
    }
  }

  @Test
  void aSeriesDoesNotDependOnTheOthers(@TempDir Path directory) throws IOException {
    SampleData.of(SMALL).writeTo(directory.resolve("many"));
    SampleData.of(SMALL.withProducts(5)).writeTo(directory.resolve("few"));
    List<String> many = rows(directory.resolve("many"), SampleData.SALES);
    List<String> few = rows(directory.resolve("few"), SampleData.SALES);
    assertThat(many.subList(0, few.size())).isEqualTo(few);
  }

  @Test
  void usualSizeHasThePromisedRows(@TempDir Path directory) throws IOException {
    SampleSummary summary = SampleData.of(SampleOptions.defaults()).writeTo(directory);
    assertThat(summary.series()).isEqualTo(500);
    // 100 x 5 x 730 = 365,000 less new products and gaps
    assertThat(summary.salesRows()).isBetween(345_000L, 365_000L);
    assertThat(summary.plannedRows()).isEqualTo(500 * 28);
    assertThat(summary.orderLines()).isBetween(150_000L, 300_000L);
    assertThat(summary.lostUnits()).isBetween(summary.soldUnits() / 100, summary.soldUnits() / 8);
    assertThat(summary.stockOutDays()).isBetween(3_500L, 36_000L);
    assertThat(summary.returnDays()).isBetween(50L, 500L);
    assertThat(summary.missingRows()).isBetween(100L, 1_000L);
    long lines = summary.salesRows() + summary.plannedRows();
    assertThat(rows(directory, SampleData.SALES)).hasSize((int) lines);
    assertThat(rows(directory, SampleData.STOCK)).hasSize(500);
    assertThat(rows(directory, SampleData.PRODUCTS)).hasSize(100);
  }

  @Test
  void salesAreValidUnderStrictReading(@TempDir Path directory) throws IOException {
    SampleData.of(SMALL).writeTo(directory);
    String text = Files.readString(directory.resolve(SampleData.SALES), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("product,warehouse,date,units,price,promotion,in_stock,holiday\n")
        .endsWith("\n")
        .doesNotContain("\r");
    Set<String> keys = new HashSet<>();
    for (String row : rows(directory, SampleData.SALES)) {
      String[] cells = row.split(",", -1);
      assertThat(cells).hasSize(8);
      assertThat(keys.add(cells[0] + cells[1] + cells[2])).as(row).isTrue();
      assertThat(Double.parseDouble(cells[4])).isPositive();
      assertThat(cells[5]).isIn("0", "1");
      boolean planned = LocalDate.parse(cells[2]).isAfter(SMALL.lastDay());
      assertThat(cells[3].isEmpty()).as(row).isEqualTo(planned);
      assertThat(cells[6].isEmpty()).as(row).isEqualTo(planned);
    }
  }

  @Test
  void ordersAddUpToRecordedUnits(@TempDir Path directory) throws IOException {
    SampleData.of(SMALL).writeTo(directory);
    LocalDate first = SMALL.lastDay().minusDays(26 * 7 - 1);
    Map<String, Integer> sold = new HashMap<>();
    for (String row : rows(directory, SampleData.SALES)) {
      String[] cells = row.split(",", -1);
      boolean inside = !LocalDate.parse(cells[2]).isBefore(first);
      if (inside && !cells[3].isEmpty() && Integer.parseInt(cells[3]) > 0) {
        sold.put(cells[0] + cells[1] + cells[2], Integer.parseInt(cells[3]));
      }
    }
    Map<String, Integer> ordered = new HashMap<>();
    Set<String> lines = new HashSet<>();
    for (String row : rows(directory, SampleData.ORDERS)) {
      String[] cells = row.split(",", -1);
      ordered.merge(cells[2] + cells[3] + cells[4], Integer.valueOf(cells[5]), Integer::sum);
      assertThat(lines.add(cells[0] + cells[2])).as("one line per order and product").isTrue();
    }
    assertThat(ordered).isNotEmpty().isEqualTo(sold);
  }

  @Test
  void customersDifferAndSomeStop(@TempDir Path directory) throws IOException {
    SampleData.of(SampleOptions.defaults()).writeTo(directory);
    Map<String, Set<String>> orders = new HashMap<>();
    Map<String, String> last = new HashMap<>();
    for (String row : rows(directory, SampleData.ORDERS)) {
      String[] cells = row.split(",", -1);
      orders.computeIfAbsent(cells[1], key -> new HashSet<>()).add(cells[0]);
      last.merge(cells[1], cells[4], (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
    assertThat(orders.size()).isBetween(500, 600);
    assertThat(orders.values().stream().filter(set -> set.size() > 50).count()).isGreaterThan(40);
    assertThat(orders.values().stream().filter(set -> set.size() < 8).count()).isGreaterThan(100);
    long silent =
        orders.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 15)
            .filter(entry -> last.getOrDefault(entry.getKey(), "").compareTo("2025-11-15") < 0)
            .count();
    // a frequent customer who has been silent for more than six weeks has stopped
    assertThat(silent).isGreaterThan(5);
  }

  @Test
  void stockIsTheSimulatedEndState(@TempDir Path directory) throws IOException {
    SampleData.of(SampleOptions.defaults()).writeTo(directory);
    int open = 0;
    for (String row : rows(directory, SampleData.STOCK)) {
      String[] cells = row.split(",", -1);
      assertThat(cells).hasSize(17);
      assertThat(Integer.parseInt(cells[2])).isNotNegative();
      assertThat(cells[3].isEmpty()).isEqualTo(cells[4].isEmpty());
      if (!cells[3].isEmpty()) {
        open++;
        assertThat(Integer.parseInt(cells[3]) % Integer.parseInt(cells[9])).isZero();
        assertThat(LocalDate.parse(cells[4])).isAfter(SampleOptions.defaults().lastDay());
      }
      assertThat(Double.parseDouble(cells[11])).isLessThan(Double.parseDouble(cells[12]));
      assertThat(Double.parseDouble(cells[15])).isBetween(0.9, 0.99);
    }
    assertThat(open).isPositive();
  }

  @Test
  void anOccupiedDirectoryIsRefusedAndLeftAlone(@TempDir Path directory) throws IOException {
    Path mine = Files.writeString(directory.resolve("sales.csv"), "mine");
    assertThatThrownBy(() -> SampleData.of(SMALL).writeTo(directory))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Maybe");
    assertThat(Files.readString(mine)).isEqualTo("mine");
  }

  @Test
  void nothingButTheFilesIsLeft(@TempDir Path directory) throws IOException {
    SampleData.of(SMALL).writeTo(directory.resolve("deep/data"));
    try (Stream<Path> files = Files.walk(directory)) {
      Set<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet());
      assertThat(names).containsExactlyInAnyOrderElementsOf(FILES);
    }
    try (Stream<Path> files = Files.list(directory.resolve("deep"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> SMALL.withProducts(0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> SMALL.withWarehouses(100)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> SMALL.withDays(27)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> SMALL.withLastDay(LocalDate.MAX))
        .isInstanceOf(InvalidInputException.class);
  }

  private static List<String> rows(Path directory, String file) throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve(file), StandardCharsets.UTF_8);
    return lines.subList(1, lines.size());
  }
}
