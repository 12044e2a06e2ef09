package io.synkro.predict.optimize.scenario;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanLine;
import io.synkro.predict.optimize.PlannedOrder;
import io.synkro.predict.optimize.PlannedTransfer;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.series.ProductId;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the orders of a plan meet courses of demand, day by day: what is due arrives, units owed are
 * served, then demand; what meets an empty shelf is lost; what is to be sent leaves, as far as it
 * is there.
 */
final class PlanReplay {
  private static final double DAYS_PER_YEAR = 365.2425;

  private final Snapshot world;
  private final StockPlan plan;
  private final long seed;
  private int days;
  private double demand;
  private double lost;
  private double lostMargin;
  private double stock;
  private double value;
  private double holding;

  private PlanReplay(Snapshot world, StockPlan plan, long seed) {
    this.world = world;
    this.plan = plan;
    this.seed = seed;
  }

  static SimulatedFigures of(Snapshot world, StockPlan plan, long seed) {
    return new PlanReplay(world, plan, seed).figures();
  }

  private SimulatedFigures figures() {
    Map<SeriesId, PlanLine> lines = new HashMap<>();
    plan.lines().forEach(line -> lines.put(line.id(), line));
    int most = plan.calendar().periods() * plan.calendar().days();
    Map<ProductId, List<Shelf>> joined = new LinkedHashMap<>();
    for (StockItem item : world.items()) {
      PlanLine line = lines.remove(item.id());
      Optional<DemandForecast> forecast = world.demand().find(item.id());
      if (line != null && forecast.isPresent()) {
        Shelf shelf = shelf(item, line, new DemandPaths(forecast.get(), world.asOf()), most);
        if (line.transfers().isEmpty()) {
          replay(List.of(shelf));
        } else {
          joined.computeIfAbsent(item.id().product(), it -> new ArrayList<>()).add(shelf);
        }
      }
    }
    joined.values().forEach(this::replay);
    double per = days > 0 ? 1.0 / days : 0;
    return new SimulatedFigures(days, demand, lost, lostMargin, stock * per, value * per, holding);
  }

  private Shelf shelf(StockItem item, PlanLine line, DemandPaths source, int most) {
    int covered = source.days(most);
    days = Math.max(days, covered);
    return new Shelf(item, line, received(item, line, covered), source.paths(covered, seed));
  }

  /** Replays what goods move between; each meets its own courses of demand, in turn. */
  private void replay(List<Shelf> shelves) {
    int count = shelves.stream().mapToInt(shelf -> shelf.paths.length).max().orElse(0);
    int last = shelves.stream().mapToInt(shelf -> shelf.due.length).max().orElse(0);
    for (int p = 0; p < count; p++) {
      for (Shelf shelf : shelves) {
        shelf.open(p);
      }
      send(shelves, 0);
      for (int d = 0; d < last; d++) {
        for (Shelf shelf : shelves) {
          shelf.day(d);
        }
        send(shelves, d + 1);
      }
      for (Shelf shelf : shelves) {
        add(shelf, 1.0 / count);
      }
    }
  }

  /**
   * Sends what is there of what was planned to leave at the end of a day; 0 is that of the plan.
   */
  private void send(List<Shelf> shelves, int day) {
    for (Shelf from : shelves) {
      for (PlannedTransfer transfer : from.line.transfers()) {
        if (transfer.from().equals(from.line.id()) && day(transfer.sent()) == day) {
          double units = Math.min(transfer.quantity(), Math.max(0, from.net));
          from.net -= units;
          shelves.stream()
              .filter(to -> to.line.id().equals(transfer.to()))
              .forEach(to -> add(to.due, transfer.arrival(), units));
        }
      }
    }
  }

  private void add(Shelf shelf, double weight) {
    ItemCosts costs = shelf.item.costs();
    demand += weight * shelf.asked;
    lost += weight * shelf.missed;
    lostMargin += weight * shelf.missed * costs.unitMargin();
    stock += weight * shelf.left;
    value += weight * shelf.left * costs.unitCost();
    holding += weight * shelf.left * costs.unitCost() * costs.holdingRatePerYear() / DAYS_PER_YEAR;
  }

  private double[] received(StockItem item, PlanLine line, int covered) {
    double[] received = new double[covered];
    for (OpenOrder open : item.position().openOrders()) {
      add(received, item.supply().expectedArrival(open, world.asOf()), open.quantity());
    }
    add(received, line.order().arrival(), line.order().quantity());
    for (PlannedOrder later : line.laterOrders()) {
      add(received, later.arrival(), later.quantity());
    }
    return received;
  }

  private void add(double[] received, LocalDate day, double units) {
    int position = day(day) - 1;
    if (position < received.length) {
      received[position] += units;
    }
  }

  private int day(LocalDate day) {
    return (int) Math.min(Integer.MAX_VALUE, ChronoUnit.DAYS.between(world.asOf(), day));
  }

  /** A line on one course of demand after the other. */
  private static final class Shelf {
    private final StockItem item;
    private final PlanLine line;
    private final double[] ordered;
    private final double[][] paths;
    private double[] path = {};
    private double[] due;
    private double net;
    private double asked;
    private double missed;
    private double left;

    Shelf(StockItem item, PlanLine line, double[] ordered, double[][] paths) {
      this.item = item;
      this.line = line;
      this.ordered = ordered;
      this.paths = paths;
      this.due = ordered;
    }

    void open(int course) {
      path = paths[course % paths.length];
      due = ordered.clone();
      net = item.position().onHand() - item.position().backordered();
      asked = 0;
      missed = 0;
      left = 0;
    }

    void day(int day) {
      if (day < path.length) {
        net += due[day];
        double served = Math.min(path[day], Math.max(0, net));
        asked += path[day];
        missed += path[day] - served;
        net -= served;
        left += Math.max(0, net);
      }
    }
  }
}
