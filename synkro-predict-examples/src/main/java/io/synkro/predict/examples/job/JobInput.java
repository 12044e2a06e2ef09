package io.synkro.predict.examples.job;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.csv.ColumnNames;
import io.synkro.predict.csv.OrdersCsv;
import io.synkro.predict.csv.OrdersFile;
import io.synkro.predict.csv.ReadLimits;
import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.csv.SalesFile;
import io.synkro.predict.csv.SalesMapping;
import io.synkro.predict.csv.StockCsv;
import io.synkro.predict.csv.StockDefaults;
import io.synkro.predict.csv.StockFile;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.series.SeriesPanel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was read.
 *
 * @param source where the sales come from, for people
 * @param sales sales history
 * @param stock stock and terms, if there is a file
 * @param orders customers' orders, if there is a file
 */
record JobInput(
    String source, SalesFile sales, Optional<StockFile> stock, Optional<OrdersFile> orders) {

  /** Reads all files of a command line, or those of a generated sample. */
  static JobInput read(
      String source, Path sales, Optional<Path> stock, Optional<Path> orders, Arguments arguments) {
    ReadLimits limits =
        arguments.tolerated() == 0
            ? ReadLimits.strict()
            : ReadLimits.tolerate(arguments.tolerated());
    SalesMapping mapping =
        arguments.mapping().map(SalesMapping::load).orElseGet(SalesMapping::standard);
    SalesFile salesFile = SalesCsv.read(sales, mapping, limits);
    Optional<StockFile> stockFile =
        stock.map(
            file -> StockCsv.read(file, ColumnNames.standard(), StockDefaults.standard(), limits));
    stockFile.ifPresent(file -> requireMatch(salesFile.panel(), file));
    return new JobInput(
        source,
        salesFile,
        stockFile,
        orders.map(file -> OrdersCsv.read(file, ColumnNames.standard(), limits)));
  }

  private static void requireMatch(SeriesPanel sales, StockFile stock) {
    List<StockItem> items = stock.items();
    if (items.stream().noneMatch(item -> sales.position(item.id()).isPresent())) {
      throw new InvalidInputException(
          stock.report().file(),
          items.isEmpty() ? "no items" : "first item " + items.get(0).id(),
          "must name products and warehouses of the sales file, such as " + sales.id(0),
          "check that both files use the same ids");
    }
  }

  SeriesPanel panel() {
    return sales.panel();
  }

  /** The last day that the sales cover: the day on which the forecast is made. */
  LocalDate asOf() {
    return panel().axis().at(panel().end()).toLocalDate().minusDays(1);
  }
}
