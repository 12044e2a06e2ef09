package io.synkro.predict.optimize;

import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.stockout.NextReceipt;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
  PlanLine line(double[] ordered, double[] wanted, LineMoves moves, AbcClass abcClass) {
    double[] stock = model.stock(ordered, moves);
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
        moves.transfers(),
        model.projected(stock),
        model.service(stock),
        model.costs(ordered, stock, moves.cost()),
        model.step(),
        nextReceipt(today, moves),
        urgency(today, moves),
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

  private NextReceipt nextReceipt(PlannedOrder order, LineMoves moves) {
    NextReceipt next = nextReceipt(order);
    LocalDate first =
        moves.transfers().stream()
            .filter(moves::isIncoming)
            .map(PlannedTransfer::arrival)
            .min(Comparator.naturalOrder())
            .orElse(LocalDate.MAX);
    boolean earlier = first.isBefore(next.day());
    if (!earlier && (next.quantity() > 0 || first.equals(LocalDate.MAX))) {
      return next;
    }
    double units =
        moves.transfers().stream()
            .filter(it -> moves.isIncoming(it) && it.arrival().equals(first))
            .mapToDouble(PlannedTransfer::quantity)
            .sum();
    return new NextReceipt(first, units, NextReceipt.Kind.TRANSFER);
  }

  private NextReceipt nextReceipt(PlannedOrder order) {
    NextReceipt open = NextReceipt.of(model.item(), calendar.asOf());
    boolean planned =
        open.kind() == NextReceipt.Kind.NEW_ORDER || order.arrival().isBefore(open.day());
    return planned && (order.quantity() > 0 || open.kind() == NextReceipt.Kind.NEW_ORDER)
        ? new NextReceipt(order.arrival(), order.quantity(), NextReceipt.Kind.NEW_ORDER)
        : open;
  }

  private Urgency urgency(PlannedOrder order, LineMoves moves) {
    if (runsOutBeforeArrival(moves)) {
      return Urgency.EXPEDITE;
    }
    return Math.max(order.quantity(), order.wanted()) > 0 ? Urgency.ORDER : Urgency.WAIT;
  }

  private boolean runsOutBeforeArrival(LineMoves moves) {
    LocalDate asOf = calendar.asOf();
    LocalDate dayBefore = supply.arrivalOfOrder(asOf).minusDays(1);
    double arrived =
        model.item().position().openOrders().stream()
            .filter(order -> !supply.expectedArrival(order, asOf).isAfter(dayBefore))
            .mapToDouble(OpenOrder::quantity)
            .sum();
    double available =
        model.item().position().onHand() - model.item().position().backordered() + arrived;
    for (PlannedTransfer each : moves.transfers()) {
      boolean incoming = moves.isIncoming(each);
      if (!(incoming ? each.arrival() : each.sent()).isAfter(dayBefore)) {
        available += incoming ? each.quantity() : -each.quantity();
      }
    }
    double days = ChronoUnit.DAYS.between(asOf, dayBefore);
    return model.ahead().demand().meanOver(days) > available + ROUNDING;
  }
}
