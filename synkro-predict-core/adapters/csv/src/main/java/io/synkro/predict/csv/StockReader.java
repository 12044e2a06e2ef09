package io.synkro.predict.csv;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Turns a row of a stock file into an item. */
final class StockReader {
  static final List<String> COLUMNS =
      List.of(
          "product",
          "warehouse",
          "on_hand",
          "backordered",
          "on_order",
          "due",
          "supplier",
          "lead_time_days",
          "lead_time_sd_days",
          "review_days",
          "pack_size",
          "min_order",
          "unit_cost",
          "unit_price",
          "order_cost",
          "holding_rate",
          "service_level",
          "unit_volume");

  private record Moments(double mean, double sd) {}

  private final Header header;
  private final Cells cells;
  private final StockDefaults defaults;
  private final IdColumn product;
  private final IdColumn warehouse;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> emptyCells = new LinkedHashMap<>();
  private final Map<Moments, LeadTime> leadTimes = new HashMap<>();
  private final TextPool suppliers = new TextPool();
  private final DayPool days = new DayPool();
  private final List<String> notes = new ArrayList<>();

  StockReader(Header header, ColumnNames names, StockDefaults defaults) {
    this.header = header;
    this.cells = new Cells(header);
    this.defaults = defaults;
    this.product = new IdColumn("product", header, names);
    this.warehouse = new IdColumn("warehouse", header, names);
    header.require(names.inFile("on_hand"));
    List<String> absent = new ArrayList<>();
    TreeSet<String> unused = new TreeSet<>(header.names());
    for (String name : COLUMNS) {
      int column = header.find(names.inFile(name));
      columns.put(name, column);
      unused.remove(names.inFile(name));
      if (column < 0 && names.constant(name).isEmpty()) {
        absent.add(name);
      }
    }
    if (!absent.isEmpty()) {
      notes.add("Columns that are absent and took defaults: " + String.join(", ", absent));
    }
    if (!unused.isEmpty()) {
      notes.add("Columns that were not used: " + Header.shown(unused));
    }
  }

  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    emptyCells.forEach(
        (name, count) -> all.add("%d empty cells of %s took the default".formatted(count, name)));
    return all;
  }

  StockItem item(Row row) {
    cells.requireComplete(row);
    try {
      SeriesId id = SeriesId.of(product.text(row, cells), warehouse.text(row, cells));
      return new StockItem(position(row, id), supply(row), costs(row), level(row), volume(row));
    } catch (InvalidInputException e) {
      throw new RejectedCell(e.name(), e.value(), e.limit(), "");
    }
  }

  private StockPosition position(Row row, SeriesId id) {
    int column = columns.getOrDefault("on_hand", -1);
    double onHand =
        cells.nonNegative(
            row, column, "write 0, and what is owed to customers into \"backordered\"");
    if (Double.isNaN(onHand)) {
      throw cells.refused(row, column, "must not be empty", "write 0 if nothing is there");
    }
    double onOrder = number(row, "on_order", 0);
    List<OpenOrder> open = new ArrayList<>();
    if (onOrder > 0) {
      int due = columns.getOrDefault("due", -1);
      if (due < 0 || row.blank(due)) {
        throw new RejectedCell(
            "due",
            "",
            "must say when the units on order arrive",
            "set on_order to 0 if nothing is on its way");
      }
      open.add(new OpenOrder(onOrder, days.day(row, due, header)));
    }
    return new StockPosition(id, onHand, number(row, "backordered", 0), open);
  }

  private SupplyTerms supply(Row row) {
    SupplyTerms terms = defaults.supply();
    double review = number(row, "review_days", terms.reviewDays());
    if (review < 1 || review > 3660 || review != Math.rint(review)) {
      throw new RejectedCell(
          "review_days", text(row, "review_days"), "must be whole days from 1 to 3660", "");
    }
    double packSize = positive(row, "pack_size", terms.packSize());
    double minimum = number(row, "min_order", terms.minimumOrder());
    return new SupplyTerms(supplier(row), leadTime(row), (int) review, packSize, minimum);
  }

  private SupplierId supplier(Row row) {
    int column = columns.getOrDefault("supplier", -1);
    if (column < 0 || row.blank(column)) {
      countEmpty("supplier", column);
      return defaults.supply().supplier();
    }
    return SupplierId.of(suppliers.text(cells.identifier(row, column, suppliers)));
  }

  private LeadTime leadTime(Row row) {
    LeadTime standard = defaults.supply().leadTime();
    if (missing(row, "lead_time_days") && missing(row, "lead_time_sd_days")) {
      countEmpty("lead_time_days", columns.getOrDefault("lead_time_days", -1));
      return standard;
    }
    double mean = number(row, "lead_time_days", standard.meanDays());
    double sd = number(row, "lead_time_sd_days", standard.sdDays());
    for (String name : List.of("lead_time_days", "lead_time_sd_days")) {
      if ((name.equals("lead_time_days") ? mean : sd) > 366) {
        throw new RejectedCell(
            name, text(row, name), "must be at most 366 days", "convert weeks or hours to days");
      }
    }
    return leadTimes.computeIfAbsent(
        new Moments(mean, sd), key -> LeadTime.ofMeanAndSd(key.mean(), key.sd()));
  }

  private ItemCosts costs(Row row) {
    ItemCosts costs = defaults.costs();
    return new ItemCosts(
        positive(row, "unit_cost", costs.unitCost()),
        number(row, "unit_price", costs.unitPrice()),
        number(row, "order_cost", costs.orderCost()),
        number(row, "holding_rate", costs.holdingRatePerYear()));
  }

  private ServiceLevel level(Row row) {
    ServiceLevel standard = defaults.serviceLevel();
    double target = number(row, "service_level", standard.target());
    if (!(target > 0 && target < 1)) {
      throw new RejectedCell(
          "service_level",
          text(row, "service_level"),
          "must be above 0 and below 1",
          "write 95 percent as 0.95");
    }
    return new ServiceLevel(standard.measure(), target);
  }

  private double volume(Row row) {
    return number(row, "unit_volume", defaults.unitVolume());
  }

  private double positive(Row row, String name, double standard) {
    double value = number(row, name, standard);
    if (!(value > 0)) {
      throw new RejectedCell(
          name, text(row, name), "must be positive", "leave the cell empty for the default");
    }
    return value;
  }

  /** A number that is zero or more; the default if the column is absent or the cell empty. */
  private double number(Row row, String name, double standard) {
    int column = columns.getOrDefault(name, -1);
    if (column < 0) {
      return standard;
    }
    double value = cells.nonNegative(row, column, "leave the cell empty for the default");
    if (Double.isNaN(value)) {
      countEmpty(name, column);
      return standard;
    }
    return value;
  }

  private boolean missing(Row row, String name) {
    int column = columns.getOrDefault(name, -1);
    return column < 0 || row.blank(column);
  }

  private String text(Row row, String name) {
    int column = columns.getOrDefault(name, -1);
    return column < 0 ? "" : row.text(column);
  }

  private void countEmpty(String name, int column) {
    if (column >= 0) {
      emptyCells.merge(name, 1, Integer::sum);
    }
  }
}
