package io.synkro.predict.examples.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes customers' orders of the last 26 weeks, day by day. */
final class OrdersFile {
  private static final int ORDER_DAYS = 26 * 7;

  private final SampleOptions options;
  private final List<Product> products;
  private final List<SeriesCalendar> calendars;
  private int orders;
  private long lines;

  OrdersFile(SampleOptions options, List<Product> products, List<SeriesCalendar> calendars) {
    this.options = options;
    this.products = products;
    this.calendars = calendars;
  }

  /** Recorded units of the days that have orders, by warehouse, day and product. */
  static final class Sold {
    private final int firstDay;
    private final int[][][] units;

    Sold(SampleOptions options) {
      firstDay = Math.max(0, options.days() - ORDER_DAYS);
      units = new int[options.warehouses()][options.days() - firstDay][options.products()];
    }

    void keep(int product, int warehouse, SeriesHistory history) {
      int[][] days = units[warehouse];
      for (int i = 0; i < days.length; i++) {
        days[i][product] = history.ordered(firstDay + i);
      }
    }
  }

  /** Writes the file and returns its number of lines. */
  long write(Path file, Sold sold) throws IOException {
    List<Draws> streams = new ArrayList<>();
    List<List<Customer>> customers = new ArrayList<>();
    for (int warehouse = 0; warehouse < options.warehouses(); warehouse++) {
      streams.add(Draws.of(options.seed(), Draws.Purpose.ORDERS, warehouse));
      customers.add(Customer.of(options, warehouse, sold.firstDay));
    }
    try (CsvFile csv = new CsvFile(file, "order,customer,product,warehouse,date,quantity,price")) {
      for (int day = sold.firstDay; day < options.days(); day++) {
        for (int warehouse = 0; warehouse < options.warehouses(); warehouse++) {
          DayOfWeek weekday = options.firstDay().plusDays(day).getDayOfWeek();
          boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
          List<OrderDay.Basket> baskets =
              OrderDay.of(
                  streams.get(warehouse),
                  sold.units[warehouse][day - sold.firstDay],
                  customers.get(warehouse),
                  new OrderDay.Day(day, weekend));
          for (OrderDay.Basket basket : baskets) {
            write(csv, basket, warehouse, day);
          }
        }
      }
    }
    return lines;
  }

  private void write(CsvFile csv, OrderDay.Basket basket, int warehouse, int day)
      throws IOException {
    LocalDate date = options.firstDay().plusDays(day);
    String order = "O" + String.valueOf(1_000_001 + orders).substring(1);
    boolean any = false;
    for (Product product : products) {
      int quantity = basket.quantities()[product.index()];
      if (quantity > 0) {
        csv.text(order).text(basket.customer().id()).text(product.id());
        csv.text(SalesFile.warehouse(warehouse)).date(date).whole(quantity);
        csv.fixed(calendars.get(product.index()).priceCents(day), 2).end();
        lines++;
        any = true;
      }
    }
    orders += any ? 1 : 0;
  }
}
