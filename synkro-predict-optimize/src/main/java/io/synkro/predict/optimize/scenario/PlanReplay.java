package io.synkro.predict.optimize.scenario;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanLine;
import io.synkro.predict.optimize.PlannedOrder;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the orders of a plan meet courses of demand, day by day: what is due arrives, units owed are
 * served, then demand; what meets an empty shelf is lost.
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
    for (StockItem item : world.items()) {
      PlanLine line = lines.remove(item.id());
      Optional<DemandForecast> forecast = world.demand().find(item.id());
      if (line != null && forecast.isPresent()) {
        replay(item, line, new DemandPaths(forecast.get(), world.asOf()), most);
      }
    }
    double per = days > 0 ? 1.0 / days : 0;
    return new SimulatedFigures(days, demand, lost, lostMargin, stock * per, value * per, holding);
  }

  private void replay(StockItem item, PlanLine line, DemandPaths source, int most) {
    int covered = source.days(most);
    days = Math.max(days, covered);
    double[] received = received(item, line, covered);
    double[][] paths = source.paths(covered, seed);
    double weight = 1.0 / paths.length;
    for (double[] path : paths) {
      replay(item, received, path, weight);
    }
  }

  private void replay(StockItem item, double[] received, double[] path, double weight) {
    ItemCosts costs = item.costs();
    double net = item.position().onHand() - item.position().backordered();
    double asked = 0;
    double missed = 0;
    double left = 0;
    for (int d = 0; d < path.length; d++) {
      net += received[d];
      double served = Math.min(path[d], Math.max(0, net));
      asked += path[d];
      missed += path[d] - served;
      net -= served;
      left += Math.max(0, net);
    }
    demand += weight * asked;
    lost += weight * missed;
    lostMargin += weight * missed * costs.unitMargin();
    stock += weight * left;
    value += weight * left * costs.unitCost();
    holding += weight * left * costs.unitCost() * costs.holdingRatePerYear() / DAYS_PER_YEAR;
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
    long position = ChronoUnit.DAYS.between(world.asOf(), day) - 1;
    if (position < received.length) {
      received[(int) position] += units;
    }
  }
}
