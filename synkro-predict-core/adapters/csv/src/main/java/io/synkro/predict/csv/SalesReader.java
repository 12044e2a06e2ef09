package io.synkro.predict.csv;

import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the records of a sales file into columns of numbers. */
final class SalesReader {
  private final CsvTable table;
  private final SalesMapping mapping;
  private final @Nullable AttributeTable attributes;
  private final Rejections rejections;
  private final Cells cells;
  private final SalesColumns columns;
  private final SalesRows rows;
  private final TextPool products = new TextPool();
  private final TextPool warehouses = new TextPool();
  private final TextPool keys = new TextPool();
  private int[] seriesOfKey = new int[64];
  private final Map<Integer, int[]> columnsOfProduct = new HashMap<>();
  private final Map<String, Integer> joinedProducts = new HashMap<>();
  private final Map<String, Integer> joinedWarehouses = new HashMap<>();
  private final IntArray productOfSeries = new IntArray();
  private final double[] values;
  private final int[] fixedColumns;

  SalesReader(
      CsvTable table,
      SalesMapping mapping,
      @Nullable AttributeTable attributes,
      Rejections rejections) {
    this.table = table;
    this.mapping = mapping;
    this.attributes = attributes;
    this.rejections = rejections;
    this.cells = new Cells(table.header());
    this.columns = new SalesColumns(table.header(), mapping);
    List<SalesColumns.Source> sources = columns.covariates();
    this.rows =
        new SalesRows(
            sources.stream().map(SalesColumns.Source::name).toList(),
            attributes == null ? List.of() : attributes.names(),
            new DatePool(mapping.periods().orElse(null)));
    this.values = new double[sources.size()];
    int[] fixed = sources.stream().mapToInt(SalesColumns.Source::column).toArray();
    this.fixedColumns = Arrays.stream(fixed).anyMatch(c -> c < 0) ? new int[0] : fixed;
    if (!columns.unused().isEmpty()) {
      rejections.note("Columns that were not used: " + Header.shown(columns.unused()));
    }
    if (table.delimiter() != ',') {
      rejections.note("Fields are delimited by '%s'".formatted(table.delimiter()));
    }
  }

  SalesRows read() {
    for (Row row = table.next(); row != null; row = table.next()) {
      rejections.rowRead();
      try {
        add(row);
      } catch (RejectedCell e) {
        rejections.reject(e, row.line());
      }
    }
    return rows;
  }

  private void add(Row row) {
    cells.requireComplete(row);
    int series = columns.key() >= 0 ? seriesByKey(row) : seriesByColumns(row);
    int date = rows.datePool().code(row, columns.date(), table.header());
    double units = cells.number(row, columns.units());
    int[] from = fixedColumns.length == values.length ? fixedColumns : columnsOf(series);
    for (int c = 0; c < values.length; c++) {
      values[c] = covariate(row, columns.covariates().get(c), from[c]);
    }
    rows.add(series, date, row.line(), units, values);
  }

  private double covariate(Row row, SalesColumns.Source source, int column) {
    if (source.share()) {
      return cells.share(row, column);
    }
    return source.name().equals(SalesRole.PRICE.column())
        ? cells.nonNegative(row, column, "give returns as negative units")
        : cells.number(row, column);
  }

  private int seriesByColumns(Row row) {
    int product = identifier(row, columns.product(), SalesRole.PRODUCT, products);
    int warehouse = identifier(row, columns.warehouse(), SalesRole.WAREHOUSE, warehouses);
    int known = rows.find(product, warehouse);
    if (known >= 0) {
      return known;
    }
    SeriesId id = SeriesId.of(products.text(product), warehouses.text(warehouse));
    return newSeries(product, warehouse, id, attributes == null ? Map.of() : attributes.of(id));
  }

  private int newSeries(int product, int warehouse, SeriesId id, Map<String, String> attributeOf) {
    productOfSeries.add(product);
    return rows.addSeries(product, warehouse, id, attributeOf);
  }

  private int identifier(Row row, int column, SalesRole role, TextPool pool) {
    if (column >= 0) {
      return cells.identifier(row, column, pool);
    }
    return pool.size() > 0 ? 0 : pool.add(mapping.constant(role).orElseThrow());
  }

  /** A key whose product or warehouse is in the sales file may belong to many series. */
  private int seriesByKey(Row row) {
    int key = cells.identifier(row, columns.key(), keys);
    boolean joined = columns.product() < 0 && columns.warehouse() < 0;
    if (key >= seriesOfKey.length) {
      seriesOfKey = Arrays.copyOf(seriesOfKey, 2 * key);
    }
    if (joined && seriesOfKey[key] > 0) {
      return seriesOfKey[key] - 1;
    }
    AttributeTable.Entry entry = attributes == null ? null : attributes.find(keys.text(key));
    if (entry == null) {
      throw cells.refused(
          row,
          columns.key(),
          "is not in " + (attributes == null ? "the attributes" : attributes.file().getFileName()),
          "add it there, or remove these sales");
    }
    int product = part(row, entry.product(), columns.product(), SalesRole.PRODUCT);
    int warehouse = part(row, entry.warehouse(), columns.warehouse(), SalesRole.WAREHOUSE);
    int series = rows.find(product, warehouse);
    if (series < 0) {
      SeriesId id = SeriesId.of(products.text(product), warehouses.text(warehouse));
      series = newSeries(product, warehouse, id, entry.taken());
    }
    if (joined) {
      seriesOfKey[key] = series + 1; // 0 is "not known yet"
    }
    return series;
  }

  private int part(Row row, @Nullable String joined, int column, SalesRole role) {
    TextPool pool = role == SalesRole.PRODUCT ? products : warehouses;
    if (joined == null || column >= 0) {
      return identifier(row, column, role, pool);
    }
    Map<String, Integer> codes = role == SalesRole.PRODUCT ? joinedProducts : joinedWarehouses;
    return codes.computeIfAbsent(joined, pool::add);
  }

  /** Columns of the covariates for the product of a series, where they depend on it. */
  private int[] columnsOf(int series) {
    int product = productOfSeries.get(series);
    int[] found =
        columnsOfProduct.computeIfAbsent(
            product,
            p ->
                columns.covariates().stream()
                    .mapToInt(source -> columns.column(source, products.text(p)))
                    .toArray());
    for (int c = 0; c < found.length; c++) {
      if (found[c] < 0) {
        throw new RejectedCell(
            columns.covariates().get(c).name(),
            products.text(product),
            "the header has no column for this product",
            "add it to the wide table, or remove the product");
      }
    }
    return found;
  }
}
