package io.synkro.predict.examples.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Lives through every series in turn and writes its sales and its stock. */
final class SalesFile {
  private static final String SALES_HEADER =
      "product,warehouse,date,units,price,promotion,in_stock,holiday";
  private static final String STOCK_HEADER =
      "product,warehouse,on_hand,on_order,due,supplier,lead_time_days,lead_time_sd_days,"
          + "review_days,pack_size,min_order,unit_cost,unit_price,order_cost,holding_rate,"
          + "service_level,unit_volume";
  private static final List<String> CITIES =
      List.of("Hamburg", "Berlin", "Munich", "Cologne", "Leipzig");

  private final SampleOptions options;
  private int series;
  private long rows;
  private long planned;
  private long sold;
  private long lost;
  private long stockOuts;
  private long returns;
  private long missing;

  SalesFile(SampleOptions options) {
    this.options = options;
  }

  static String warehouse(int index) {
    return "W" + (index + 1) + (index < CITIES.size() ? "-" + CITIES.get(index) : "");
  }

  void write(
      Path directory,
      List<Product> products,
      List<SeriesCalendar> calendars,
      OrdersFile.Sold soldForOrders)
      throws IOException {
    try (CsvFile sales = new CsvFile(directory.resolve(SampleData.SALES), SALES_HEADER);
        CsvFile stock = new CsvFile(directory.resolve(SampleData.STOCK), STOCK_HEADER)) {
      for (Product product : products) {
        SeriesCalendar calendar = calendars.get(product.index());
        for (int warehouse = 0; warehouse < options.warehouses(); warehouse++) {
          SeriesHistory history = SeriesSimulation.run(options, product, calendar, warehouse);
          writeSales(sales, product, calendar, new Place(warehouse, history));
          writeStock(stock, product, calendar, new Place(warehouse, history));
          soldForOrders.keep(product.index(), warehouse, history);
          series++;
        }
      }
    }
  }

  SampleSummary summary(long orderLines) {
    return new SampleSummary(
        series, rows, planned, orderLines, sold, lost, stockOuts, returns, missing);
  }

  /** A series' history in its warehouse. */
  private record Place(int warehouse, SeriesHistory history) {}

  private void writeSales(CsvFile csv, Product product, SeriesCalendar calendar, Place place)
      throws IOException {
    String warehouse = warehouse(place.warehouse());
    LocalDate first = options.firstDay();
    int days = options.days();
    for (int day = product.traits().firstDay(); day < days; day++) {
      if (count(place.history(), day)) {
        csv.text(product.id()).text(warehouse).date(first.plusDays(day));
        csv.whole(place.history().units()[day]).fixed(calendar.priceCents(day), 2);
        csv.flag(calendar.promotion(day)).fixed(place.history().inStock()[day], 2);
        csv.flag(calendar.holiday(day)).end();
      }
    }
    for (int day = days; day < days + SeriesCalendar.PLANNED_DAYS; day++) {
      csv.text(product.id()).text(warehouse).date(first.plusDays(day));
      csv.empty().fixed(calendar.priceCents(day), 2);
      csv.flag(calendar.promotion(day)).empty().flag(calendar.holiday(day)).end();
      planned++;
    }
  }

  /** Counts a day and returns whether it has a row. */
  private boolean count(SeriesHistory history, int day) {
    int handedOver = Math.max(0, history.units()[day]);
    sold += handedOver;
    lost += history.demand()[day] - handedOver;
    if (history.missing()[day]) {
      missing++;
      return false;
    }
    rows++;
    stockOuts += history.inStock()[day] < 100 ? 1 : 0;
    returns += history.units()[day] < 0 ? 1 : 0;
    return true;
  }

  private void writeStock(CsvFile csv, Product product, SeriesCalendar calendar, Place place)
      throws IOException {
    Terms terms = Terms.of(options, product);
    SeriesHistory.EndState end = place.history().end();
    csv.text(product.id()).text(warehouse(place.warehouse())).whole(end.onHand());
    if (end.onOrder() > 0) {
      csv.whole(end.onOrder()).date(options.firstDay().plusDays(end.dueDay()));
    } else {
      csv.empty().empty();
    }
    Supplier supplier = terms.supplier();
    csv.text(supplier.name()).fixed(Math.round(supplier.leadTimeDays() * 10), 1);
    csv.fixed(Math.round(supplier.leadTimeSdDays() * 10), 1).whole(supplier.reviewDays());
    csv.whole(terms.packSize()).whole(terms.minimumOrder()).fixed(terms.unitCostCents(), 2);
    csv.fixed(calendar.regularCents(options.days() - 1), 2).whole(supplier.orderCost());
    csv.fixed(terms.holdingRateHundredths(), 2).fixed(terms.serviceLevelHundredths(), 2);
    csv.fixed(terms.volumeLitres(), 3).end();
  }
}
