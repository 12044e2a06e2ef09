package io.synkro.predict.csv;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.orders.CustomerId;
import io.synkro.predict.orders.OrderId;
import io.synkro.predict.orders.OrderLine;
import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.series.SeriesId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads order lines from a file with the columns {@code order}, {@code customer}, {@code product},
 * {@code warehouse}, {@code date}, {@code quantity} and {@code price}; a time of day in {@code
 * date} is left out. Negative quantities are returns. Safe for use by many threads.
 */
public final class OrdersCsv {
  private static final List<String> COLUMNS =
      List.of("order", "customer", "product", "warehouse", "date", "quantity", "price");

  private OrdersCsv() {}

  /**
   * Reads a file that has the standard names of columns and no mistakes.
   *
   * @param file CSV, plain or gzipped
   * @return its order lines, and what became of every row
   * @throws UnreadableFileException if the file is missing, empty, not UTF-8 or lacks a column
   * @throws RejectedLinesException if a line is wrong
   */
  public static OrdersFile read(Path file) {
    return read(file, ColumnNames.standard(), ReadLimits.strict());
  }

  /**
   * Reads a file.
   *
   * @param file CSV, plain or gzipped
   * @param names other names of columns, and constants for order, customer, product or warehouse
   * @param limits how much may be wrong
   * @return its order lines, and what became of every row
   * @throws UnreadableFileException if the file is missing, empty, not UTF-8 or lacks a column
   * @throws RejectedLinesException if more lines are wrong than the limits tolerate
   */
  public static OrdersFile read(Path file, ColumnNames names, ReadLimits limits) {
    names.requireKnown(COLUMNS);
    Rejections rejections = new Rejections(file, limits);
    OrderLines.Builder lines = OrderLines.builder();
    try (CsvTable table = CsvTable.open(file, limits)) {
      Reading reading = new Reading(table.header(), names);
      for (Row row = table.next(); row != null; row = table.next()) {
        rejections.rowRead();
        try {
          OrderLine line = reading.line(row);
          lines.add(line);
          if (line.quantity() < 0) {
            rejections.negative();
          }
        } catch (RejectedCell e) {
          rejections.reject(e, row.line());
        }
      }
    }
    rejections.check();
    return new OrdersFile(lines.build(), rejections.report());
  }

  /** The columns of one file. */
  private static final class Reading {
    private final Cells cells;
    private final IdColumn order;
    private final IdColumn customer;
    private final IdColumn product;
    private final IdColumn warehouse;
    private final int date;
    private final int quantity;
    private final int price;
    private final DayPool days = new DayPool();
    private final Header header;

    Reading(Header header, ColumnNames names) {
      this.header = header;
      this.cells = new Cells(header);
      this.order = new IdColumn("order", header, names);
      this.customer = new IdColumn("customer", header, names);
      this.product = new IdColumn("product", header, names);
      this.warehouse = new IdColumn("warehouse", header, names);
      this.date = header.require(names.inFile("date"));
      this.quantity = header.require(names.inFile("quantity"));
      this.price = header.require(names.inFile("price"));
    }

    OrderLine line(Row row) {
      cells.requireComplete(row);
      double units = required(row, quantity);
      if (units == 0) {
        throw cells.refused(row, quantity, "must not be zero", "leave out lines of nothing");
      }
      double unitPrice = cells.nonNegative(row, price, "give returns as a negative quantity");
      if (Double.isNaN(unitPrice)) {
        throw cells.refused(row, price, "must not be empty", "write 0 for goods that are given");
      }
      LocalDate day = days.day(row, date, header);
      try {
        return new OrderLine(
            OrderId.of(order.text(row, cells)),
            CustomerId.of(customer.text(row, cells)),
            SeriesId.of(product.text(row, cells), warehouse.text(row, cells)),
            day,
            units,
            unitPrice);
      } catch (InvalidInputException e) {
        throw new RejectedCell(e.name(), e.value(), e.limit(), "");
      }
    }

    private double required(Row row, int column) {
      double value = cells.number(row, column);
      if (Double.isNaN(value)) {
        throw cells.refused(row, column, "must not be empty", "the line was cut off");
      }
      return value;
    }
  }
}
