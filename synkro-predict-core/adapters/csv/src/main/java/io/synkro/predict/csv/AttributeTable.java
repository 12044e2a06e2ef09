package io.synkro.predict.csv;

import io.synkro.predict.series.SeriesId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of an attributes file by their key; every fault in it is fatal, since it is small. */
final class AttributeTable {
  /** One row: where the series comes from, if from here, and its attributes. */
  record Entry(@Nullable String product, @Nullable String warehouse, Map<String, String> taken) {}

  private record Key(String first, String second) {}

  private final Path file;
  private final AttributesFile join;
  private final Map<Key, Entry> entries = new HashMap<>();

  private AttributeTable(Path file, AttributesFile join) {
    this.file = file;
    this.join = join;
  }

  static AttributeTable read(Path file, AttributesFile join, ReadLimits limits) {
    AttributeTable result = new AttributeTable(file, join);
    try (CsvTable table = CsvTable.open(file, limits)) {
      Header header = table.header();
      Cells cells = new Cells(header);
      join.take().forEach(header::require);
      for (Row row = table.next(); row != null; row = table.next()) {
        try {
          cells.requireComplete(row);
          result.add(row, header);
        } catch (RejectedCell e) {
          throw new UnreadableFileException(
              file, row.line(), e.at("", 0).reason().replaceAll("\\.$", ""), "", e);
        }
      }
    }
    return result;
  }

  private void add(Row row, Header header) {
    String product = join.product().map(name -> text(row, header, name)).orElse(null);
    String warehouse = join.warehouse().map(name -> text(row, header, name)).orElse(null);
    Map<String, String> taken = new LinkedHashMap<>();
    for (String name : join.take()) {
      String value = row.text(header.find(name));
      if (!value.isBlank()) {
        taken.put(name, value);
      }
    }
    Key key =
        join.key().isPresent()
            ? new Key(text(row, header, join.keyHere().orElse(join.key().get())), "")
            : new Key(product == null ? "" : product, warehouse == null ? "" : warehouse);
    if (entries.put(key, new Entry(product, warehouse, Map.copyOf(taken))) != null) {
      throw new RejectedCell(
          "key",
          key.first(),
          "the key \"%s\" is given twice".formatted(RejectedCell.abbreviated(key.first())),
          "remove one of the rows");
    }
  }

  private static String text(Row row, Header header, String name) {
    int column = header.require(name);
    if (row.blank(column)) {
      throw new RejectedCell(name, "", "column \"%s\" is empty".formatted(name), "fill it in");
    }
    return row.text(column);
  }

  /** The row of a key, or null. */
  @Nullable Entry find(String key) {
    return entries.get(new Key(key, ""));
  }

  /** Attributes of a series that is joined by product, empty if the file does not have it. */
  Map<String, String> of(SeriesId id) {
    Entry entry =
        entries.get(
            new Key(
                id.product().value(), join.warehouse().isPresent() ? id.warehouse().value() : ""));
    return entry == null ? Map.of() : entry.taken();
  }

  Path file() {
    return file;
  }

  List<String> names() {
    return join.take();
  }
}
