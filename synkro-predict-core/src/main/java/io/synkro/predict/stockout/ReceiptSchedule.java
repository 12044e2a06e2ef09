package io.synkro.predict.stockout;

import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When the open orders of an item arrive: on the day they are due, or all together by √3 standard
 * deviations of the lead time earlier or later, with the weights 1/6, 2/3 and 1/6 that keep the
 * mean and the standard deviation (Gauss-Hermite quadrature with three points, Abramowitz &amp;
 * Stegun 1964, table 25.10). Orders of one item share their delay, since they share the supplier.
 * An order that should have arrived already is taken to arrive after one more standard deviation,
 * at the earliest tomorrow.
 */
final class ReceiptSchedule {
  /** One way in which the receipts may come: {@code shiftDays} later than expected. */
  record Scenario(double weight, int shiftDays) {}

  private final StockItem item;
  private final LocalDate asOf;
  private final int newOrderDays;

  ReceiptSchedule(StockItem item, LocalDate asOf) {
    this.item = item;
    this.asOf = asOf;
    this.newOrderDays = daysUntil(item.supply().arrivalOfOrder(asOf));
  }

  List<Scenario> scenarios() {
    int spread = (int) Math.round(Math.sqrt(3) * item.supply().leadTime().sdDays());
    return spread == 0
        ? List.of(new Scenario(1, 0))
        : List.of(
            new Scenario(1 / 6.0, -spread),
            new Scenario(2 / 3.0, 0),
            new Scenario(1 / 6.0, spread));
  }

  /** Units that have arrived by the beginning of day 1, 2, …, in the positions 1, 2, … */
  double[] arrivedBy(int days, Scenario scenario) {
    double[] arrived = new double[days + 1];
    for (OpenOrder order : item.position().openOrders()) {
      int day = shifted(expectedDay(order), scenario);
      if (day <= days) {
        arrived[day] += order.quantity();
      }
    }
    for (int d = 1; d <= days; d++) {
      arrived[d] += arrived[d - 1];
    }
    return arrived;
  }

  /** Day of the next receipt, from 1. */
  int nextReceiptDay(Scenario scenario) {
    return shifted(nextReceiptDay(), scenario);
  }

  int newOrderDay(Scenario scenario) {
    return shifted(newOrderDays, scenario);
  }

  NextReceipt nextReceipt() {
    int day = nextReceiptDay();
    LocalDate date = asOf.plusDays(day);
    List<OpenOrder> orders =
        item.position().openOrders().stream().filter(o -> expectedDay(o) == day).toList();
    if (orders.isEmpty()) {
      return new NextReceipt(date, 0, NextReceipt.Kind.NEW_ORDER);
    }
    double quantity = orders.stream().mapToDouble(OpenOrder::quantity).sum();
    boolean late = orders.stream().anyMatch(this::isLate);
    return new NextReceipt(
        date, quantity, late ? NextReceipt.Kind.LATE_ORDER : NextReceipt.Kind.OPEN_ORDER);
  }

  boolean isLate(OpenOrder order) {
    return !order.due().isAfter(asOf);
  }

  private int nextReceiptDay() {
    return item.position().openOrders().stream()
        .mapToInt(this::expectedDay)
        .min()
        .orElse(newOrderDays);
  }

  private int expectedDay(OpenOrder order) {
    return daysUntil(item.supply().expectedArrival(order, asOf));
  }

  private int daysUntil(LocalDate day) {
    return (int) Math.min(Integer.MAX_VALUE / 2, ChronoUnit.DAYS.between(asOf, day));
  }

  private static int shifted(int day, Scenario scenario) {
    return Math.max(1, day + scenario.shiftDays());
  }
}
