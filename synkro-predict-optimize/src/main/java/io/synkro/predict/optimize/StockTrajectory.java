package io.synkro.predict.optimize;

import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.NormalDistribution;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Stock to expect of an item over the coming days under a plan, for charts and reports.
 *
 * @param id product and warehouse
 * @param days one value a day, from the day after the plan
 */
public record StockTrajectory(SeriesId id, List<Day> days) {
  private static final double Z = NormalDistribution.quantile(0.95);

  /**
   * Stock on hand at the end of a day.
   *
   * @param day the day
   * @param mean units if demand is as expected
   * @param low units if demand up to then is at its 95 % quantile, never above {@code mean}
   * @param high units if demand up to then is at its 5 % quantile, never below {@code mean}
   * @param received units that are expected to arrive on the morning of the day
   */
  public record Day(LocalDate day, double mean, double low, double high, double received) {}

  /** {@inheritDoc} */
  public StockTrajectory {
    days = List.copyOf(days);
  }

  /**
   * Projects stock. Open orders arrive when they are expected, planned orders after their mean lead
   * time, transfers on their day; what is sent leaves in the evening, as far as it is there. Units
   * owed are served first; demand that meets an empty shelf is lost. Quantiles are those of the
   * normal distribution of cumulative demand.
   *
   * @param forecast demand of the item
   * @param item its stock and open orders
   * @param line its plan
   * @param horizonDays number of days, from 1 to 3660
   * @return the trajectory
   */
  public static StockTrajectory of(
      DemandForecast forecast, StockItem item, PlanLine line, int horizonDays) {
    Require.that(
        forecast.id().equals(item.id()) && line.id().equals(item.id()),
        "ids of forecast and line",
        forecast.id() + " and " + line.id(),
        "must be that of the item, " + item.id(),
        "look them up by the id of the item");
    Require.that(
        horizonDays >= 1 && horizonDays <= 3660,
        "horizonDays",
        horizonDays,
        "must be from 1 to 3660",
        "");
    DemandAhead demand = DemandAhead.after(line.order().placed(), forecast);
    double[] received = received(item, line, horizonDays);
    double[] mean = demand(demand, 0, horizonDays);
    double start = item.position().onHand() - item.position().backordered();
    Flow flow = new Flow(start, received, sent(line, horizonDays));
    double[] expected = flow.stock(mean);
    double[] low = flow.stock(demand(demand, Z, horizonDays));
    double[] high = flow.stock(demand(demand, -Z, horizonDays));
    List<Day> days = new ArrayList<>(horizonDays);
    for (int d = 1; d <= horizonDays; d++) {
      days.add(
          new Day(line.order().placed().plusDays(d), expected[d], low[d], high[d], received[d]));
    }
    return new StockTrajectory(item.id(), days);
  }

  private static double[] received(StockItem item, PlanLine line, int horizonDays) {
    LocalDate asOf = line.order().placed();
    double[] received = new double[horizonDays + 1];
    for (OpenOrder open : item.position().openOrders()) {
      LocalDate day = item.supply().expectedArrival(open, asOf);
      add(received, ChronoUnit.DAYS.between(asOf, day), open.quantity());
    }
    add(received, ChronoUnit.DAYS.between(asOf, line.order().arrival()), line.order().quantity());
    for (PlannedOrder later : line.laterOrders()) {
      add(received, ChronoUnit.DAYS.between(asOf, later.arrival()), later.quantity());
    }
    for (PlannedTransfer transfer : line.transfers()) {
      if (transfer.to().equals(item.id())) {
        add(received, ChronoUnit.DAYS.between(asOf, transfer.arrival()), transfer.quantity());
      }
    }
    return received;
  }

  private static double[] sent(PlanLine line, int horizonDays) {
    double[] sent = new double[horizonDays + 1];
    for (PlannedTransfer transfer : line.transfers()) {
      if (transfer.from().equals(line.id())) {
        long day = ChronoUnit.DAYS.between(line.order().placed(), transfer.sent());
        add(sent, day, transfer.quantity());
      }
    }
    return sent;
  }

  private static void add(double[] received, long day, double quantity) {
    if (day < received.length) {
      received[(int) day] += quantity;
    }
  }

  /** Demand by day whose sums lie {@code z} standard deviations above the mean, never falling. */
  private static double[] demand(DemandAhead demand, double z, int horizonDays) {
    double[] perDay = new double[horizonDays + 1];
    double before = 0;
    for (int d = 1; d <= horizonDays; d++) {
      double sum = Math.max(before, demand.meanOver(d) + z * demand.sdOver(d));
      perDay[d] = sum - before;
      before = sum;
    }
    return perDay;
  }

  /** What comes and goes beside demand, by day; below zero stock is owed to customers. */
  private static final class Flow {
    private final double start;
    private final double[] received;
    private final double[] sent;

    Flow(double start, double[] received, double[] sent) {
      this.start = start;
      this.received = received;
      this.sent = sent;
    }

    double[] stock(double[] demand) {
      double[] stock = new double[demand.length];
      double net = start - Math.min(sent[0], Math.max(0, start));
      for (int d = 1; d < demand.length; d++) {
        net += received[d];
        net = net > 0 ? Math.max(0, net - demand[d]) : net;
        net -= Math.min(sent[d], Math.max(0, net));
        stock[d] = Math.max(0, net);
      }
      return stock;
    }
  }
}
