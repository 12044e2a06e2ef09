package io.synkro.predict.csv;

import io.synkro.predict.inventory.StockItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads stock positions: one row for each product and warehouse. The columns {@code product},
 * {@code warehouse} and {@code on_hand} must be there. These may be, and take a {@link
 * StockDefaults} where they are absent or empty: {@code backordered} and {@code on_order} (0),
 * {@code due} (day on which the units on order arrive; needed where there are any), {@code
 * supplier}, {@code lead_time_days}, {@code lead_time_sd_days}, {@code review_days}, {@code
 * pack_size}, {@code min_order}, {@code unit_cost}, {@code unit_price}, {@code order_cost}, {@code
 * holding_rate} (a year), {@code service_level}, {@code unit_volume}. Safe for use by many threads.
 */
public final class StockCsv {
  private StockCsv() {}

  /**
   * Reads a file that has the standard names of columns and no mistakes.
   *
   * @param file CSV, plain or gzipped
   * @return its items, and what became of every row
   * @throws UnreadableFileException if the file is missing, empty, not UTF-8 or lacks a column
   * @throws RejectedLinesException if a line is wrong
   */
  public static StockFile read(Path file) {
    return read(file, ColumnNames.standard(), StockDefaults.standard(), ReadLimits.strict());
  }

  /**
   * Reads a file.
   *
   * @param file CSV, plain or gzipped
   * @param names other names of columns, and constants for product or warehouse
   * @param defaults values for what the file does not say
   * @param limits how much may be wrong
   * @return its items, and what became of every row
   * @throws UnreadableFileException if the file is missing, empty, not UTF-8 or lacks a column
   * @throws RejectedLinesException if more lines are wrong than the limits tolerate
   */
  public static StockFile read(
      Path file, ColumnNames names, StockDefaults defaults, ReadLimits limits) {
    names.requireKnown(StockReader.COLUMNS);
    Rejections rejections = new Rejections(file, limits);
    List<StockItem> items = new ArrayList<>();
    Map<Object, Long> lineOf = new HashMap<>();
    try (CsvTable table = CsvTable.open(file, limits)) {
      StockReader reader = new StockReader(table.header(), names, defaults);
      for (Row row = table.next(); row != null; row = table.next()) {
        rejections.rowRead();
        try {
          StockItem item = reader.item(row);
          Long before = lineOf.putIfAbsent(item.id(), row.line());
          if (before != null) {
            throw new RejectedCell(
                "product",
                item.id().toString(),
                "product and warehouse were already given in line " + before,
                "remove one of the lines");
          }
          items.add(item);
        } catch (RejectedCell e) {
          rejections.reject(e, row.line());
        }
      }
      reader.notes().forEach(rejections::note);
    }
    rejections.check();
    return new StockFile(items, rejections.report());
  }
}
