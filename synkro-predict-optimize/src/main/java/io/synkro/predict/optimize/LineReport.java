package io.synkro.predict.optimize;

import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.stockout.NextReceipt;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells the plan of a line in the terms of planners. */
final class LineReport {
  private static final double ROUNDING = 1e-9;

  private final LineModel model;
  private final PlanCalendar calendar;
  private final SupplyTerms supply;

  LineReport(LineModel model, PlanCalendar calendar) {
    this.model = model;
    this.calendar = calendar;
    this.supply = model.item().supply();
  }

  /**
   * Returns the plan of the line.
   *
   * @param ordered units by period
   * @param wanted units by period if nothing were limited
   */
  PlanLine line(double[] ordered, double[] wanted, AbcClass abcClass) {
    double[] stock = model.stock(ordered);
    PlannedOrder today = order(0, ordered, wanted);
    List<PlannedOrder> later = new ArrayList<>();
    for (int t = 1; t < ordered.length; t++) {
      if (ordered[t] > 0) {
        later.add(order(t, ordered, wanted));
      }
    }
    return new PlanLine(
        model.item().id(),
        model.policy().protection(),
        model.policy().levels(),
        today,
        later,
        model.projected(stock),
        model.service(stock),
        model.costs(ordered, stock),
        model.step(),
        nextReceipt(today),
        urgency(today),
        abcClass);
  }

  private PlannedOrder order(int period, double[] ordered, double[] wanted) {
    LocalDate day = calendar.orderDay(period);
    return new PlannedOrder(
        supply.supplier(),
        day,
        supply.arrivalOfOrder(day),
        ordered[period],
        wanted[period],
        ordered[period] * model.item().costs().unitCost());
  }

  private NextReceipt nextReceipt(PlannedOrder order) {
    NextReceipt open = NextReceipt.of(model.item(), calendar.asOf());
    boolean planned =
        open.kind() == NextReceipt.Kind.NEW_ORDER || order.arrival().isBefore(open.day());
    return planned && (order.quantity() > 0 || open.kind() == NextReceipt.Kind.NEW_ORDER)
        ? new NextReceipt(order.arrival(), order.quantity(), NextReceipt.Kind.NEW_ORDER)
        : open;
  }

  private Urgency urgency(PlannedOrder order) {
    if (runsOutBeforeArrival()) {
      return Urgency.EXPEDITE;
    }
    return Math.max(order.quantity(), order.wanted()) > 0 ? Urgency.ORDER : Urgency.WAIT;
  }

  private boolean runsOutBeforeArrival() {
    LocalDate asOf = calendar.asOf();
    LocalDate dayBefore = supply.arrivalOfOrder(asOf).minusDays(1);
    double arrived =
        model.item().position().openOrders().stream()
            .filter(order -> !supply.expectedArrival(order, asOf).isAfter(dayBefore))
            .mapToDouble(OpenOrder::quantity)
            .sum();
    double available =
        model.item().position().onHand() - model.item().position().backordered() + arrived;
    double days = ChronoUnit.DAYS.between(asOf, dayBefore);
    return model.ahead().demand().meanOver(days) > available + ROUNDING;
  }
}
