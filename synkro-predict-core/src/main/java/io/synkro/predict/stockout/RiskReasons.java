package io.synkro.predict.stockout;

import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences where a risk comes from; every number is one of the result or of the item. */
final class RiskReasons {
  private final StockItem item;
  private final SupplyOutlook supply;
  private final LocalDate asOf;

  RiskReasons(StockItem item, SupplyOutlook supply, LocalDate asOf) {
    this.item = item;
    this.supply = supply;
    this.asOf = asOf;
  }

  List<String> sentences(StockoutOdds odds, StockoutLoss loss, int horizonDays) {
    List<String> reasons = new ArrayList<>();
    reasons.add(cover() + "; " + receipt() + ".");
    reasons.add(
        "The probability of running out before then is %s; within %s it is %s if nothing more is ordered."
            .formatted(
                percent(odds.beforeNextReceipt()),
                days(horizonDays),
                percent(odds.withinHorizon())));
    if (loss.units() >= 0.05) {
      reasons.add(
          "Expected loss within %s: %s units, %s in revenue, %s in margin."
              .formatted(
                  days(horizonDays),
                  number(loss.units()),
                  money(loss.revenue()),
                  money(loss.margin())));
    }
    if (item.position().backordered() > 0) {
      reasons.add(
          "%s units are still owed to customers.".formatted(number(item.position().backordered())));
    }
    for (OpenOrder order : item.position().openOrders()) {
      long late = ChronoUnit.DAYS.between(order.due(), asOf);
      if (late >= 0) {
        reasons.add(
            "The order of %s units was due on %s and has not arrived."
                .formatted(number(order.quantity()), order.due()));
      }
    }
    return reasons;
  }

  private String cover() {
    if (supply.available() <= 0) {
      return "Nothing is available";
    }
    return Double.isInfinite(supply.daysOfCover())
        ? "Stock outlasts all expected demand"
        : "Stock covers " + days(supply.daysOfCover());
  }

  private String receipt() {
    NextReceipt next = supply.nextReceipt();
    String when = days((double) ChronoUnit.DAYS.between(asOf, next.day()));
    return switch (next.kind()) {
      case OPEN_ORDER ->
          "the next receipt of %s units is due in %s".formatted(number(next.quantity()), when);
      case LATE_ORDER ->
          "the next receipt of %s units is late and taken to arrive in %s"
              .formatted(number(next.quantity()), when);
      case TRANSFER ->
          "the next receipt of %s units is a transfer that is planned to arrive in %s"
              .formatted(number(next.quantity()), when);
      case NEW_ORDER -> "nothing is on order, and an order placed now would arrive in " + when;
    };
  }

  private static String days(double days) {
    return number(days) + (days == 1 ? " day" : " days");
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
