package io.synkro.predict.optimize;

import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.optimize.policy.ServiceReached;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.SupplyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An item as a line of the planning problem, and what planned stock then costs and reaches. */
final class LineModel {
  private static final double DAYS_PER_YEAR = 365.2425;

  /** Buying to hold must never pay, rounding included. */
  private static final double SALVAGE = 0.999;

  /** So many steps of what a line can need are as good as single packs. */
  private static final double STEPS = 500;

  private static final double ROUNDING = 1e-9;

  private final LineBasis basis;
  private final LineLanes lanes;
  private final StockItem item;
  private final LinePolicy.Ahead ahead;
  private final PlanRules rules;
  private final LineTimes times;
  private final LinePolicy policy;
  private final LineErrors errors;
  private final double[] demand;
  private final double[] floors;
  private final double[] lost;
  private final double[] arrivals;
  private final double step;
  private final StockLine line;

  /**
   * Builds a line that no lane joins.
   *
   * @param step units in which orders are planned, a multiple of the pack; 0 to choose
   */
  LineModel(StockItem item, LinePolicy.Ahead ahead, PlanRules rules, double step) {
    this(LineBasis.of(item, ahead, rules), LineLanes.none(step));
  }

  private LineModel(LineBasis basis, LineLanes lanes) {
    this.basis = basis;
    this.lanes = lanes;
    this.item = basis.item();
    this.ahead = basis.ahead();
    this.rules = basis.rules();
    this.times = basis.times();
    this.policy = basis.policy();
    this.errors = basis.errors();
    this.demand = times.demand(ahead.demand());
    this.floors = floors();
    this.lost = new double[demand.length];
    this.arrivals = arrivals();
    if (rules.salesAreLost()) {
      loseSales();
    }
    this.step = lanes.step() > 0 ? lanes.step() : chooseStep();
    this.line = settled(new LineMoves(item.id(), 0));
  }

  /** Returns the same line as lanes join it. */
  LineModel joined(LineLanes lanes) {
    return new LineModel(basis, lanes);
  }

  private double start() {
    return item.position().onHand() - item.position().backordered();
  }

  private double[] floors() {
    double[] all = new double[demand.length];
    double base = policy.levels().reorderPoint() - errors.windowMean();
    for (int t = 0; t < all.length; t++) {
      all[t] = t < firstOpen() ? Double.NaN : base * errors.ratio(t);
    }
    return all;
  }

  private double[] arrivals() {
    double[] units = new double[demand.length];
    for (OpenOrder open : item.position().openOrders()) {
      int period = times.periodOf(item.supply().expectedArrival(open, ahead.asOf()));
      if (period < units.length) {
        units[period] += open.quantity();
      }
    }
    return units;
  }

  /**
   * Takes out demand that meets an empty shelf before an order can arrive and that nobody else can
   * serve: it need not be met.
   */
  private void loseSales() {
    double net = start();
    for (int t = 0; t < firstOrdered(); t++) {
      net += arrivals[t];
      double left = net > 0 ? Math.max(0, net - demand[t]) : net;
      double served = lanes.served().isEmpty() ? 0 : lanes.served().get(t);
      lost[t] = Math.max(0, left - (net - demand[t]) - served);
      arrivals[t] += lost[t];
      net = left;
    }
  }

  private double chooseStep() {
    double pack = item.supply().packSize();
    double net = start();
    double needed = 0;
    for (int t = 0; t < demand.length; t++) {
      net += arrivals[t] - demand[t];
      needed = Math.max(needed, (t < firstOpen() ? 0 : floors[t]) - net);
    }
    double packs = Math.max(needed, item.supply().minimumOrder()) / pack;
    return pack * Math.max(1, Math.floor(packs / STEPS));
  }

  /** Returns the line of the planning problem if what moves is settled. */
  StockLine settled(LineMoves moves) {
    double[] leaving = demand.clone();
    for (int t = 0; t < leaving.length; t++) {
      leaving[t] += Math.max(0, -moves.net(t));
    }
    StockLine.Builder builder =
        StockLine.builder(item.id(), leaving)
            .initialStock(start())
            .packSize(step)
            .frozenPeriods(rules.frozenPeriods())
            .supply(option())
            .space(Space.VOLUME, item.size().volume())
            .space(Space.WEIGHT, item.size().weight())
            .space(Space.PALLETS, item.size().pallets());
    double price = belowFloor();
    double[] withheld = withheld();
    for (int t = 0; t < demand.length; t++) {
      StockCost cost =
          errors.cost(
              t,
              new LineErrors.Rates(holding(), shortage() * waits(t), lost[t] * lostUnit()),
              enough(t));
      boolean open = t >= firstOpen();
      builder.arrival(t, arrivals[t] + Math.max(0, moves.net(t))).withheld(t, withheld[t]);
      builder.cost(t, open && price > 0 ? cost.withFloor(floors[t], price) : cost);
      if (t >= firstOrdered() && rules.floor().hard()) { // nobody may have goods to send before
        builder.minimumStock(t, floors[t]);
      }
    }
    double atEnd = firstOpen() < demand.length ? floors[demand.length - 1] : 0;
    double cycle = Math.max(policy.levels().cycleDemand(), errors.windowMean());
    return builder.terminalValue(SALVAGE * item.costs().unitCost(), atEnd + cycle).build();
  }

  /** Returns what is not there yet, or not any more, when the orders of each period are placed. */
  private double[] withheld() {
    double[] withheld = lost.clone();
    for (OpenOrder open : item.position().openOrders()) {
      LocalDate day = item.supply().expectedArrival(open, ahead.asOf());
      int period = times.periodOf(day);
      if (period < withheld.length && day.isAfter(times.calendar().orderDay(period))) {
        withheld[period] += open.quantity();
      }
    }
    for (int t = 0; t < withheld.length; t++) {
      withheld[t] += times.demandBeforeOrders(ahead.demand(), t);
    }
    return withheld;
  }

  private SupplyOption option() {
    SupplyTerms supply = item.supply();
    ItemCosts costs = item.costs();
    int packs = (int) Math.max(1, Math.ceil(supply.minimumOrder() / step - ROUNDING));
    return new SupplyOption(
        supply.supplier(),
        times.leadPeriods(),
        costs.unitCost(),
        costs.orderCost(),
        packs,
        SupplyOption.ANY,
        List.of());
  }

  /** Returns the cost of a unit on hand for a period. */
  private double holding() {
    ItemCosts costs = item.costs();
    return costs.holdingRatePerYear() * costs.unitCost() * times.calendar().days() / DAYS_PER_YEAR;
  }

  /**
   * Returns the cost of a unit short at the end of a period. It is short about until an order that
   * is placed then arrives, so that its margin counts once.
   */
  private double shortage() {
    return item.costs().unitMargin() * untilMended();
  }

  /**
   * Returns how often the cost of a unit short counts in a period. Demand that goods from elsewhere
   * can serve is lost, with its whole margin, if they do not before an order arrives.
   */
  private double waits(int period) {
    boolean last = !lanes.served().isEmpty() && period == firstOrdered() - 1;
    return last ? 1 / untilMended() : 1;
  }

  /** Returns what a lost unit is worth; it need not be bought any more, so its whole price is. */
  private double lostUnit() {
    return item.costs().unitCost() + item.costs().unitMargin();
  }

  private double belowFloor() {
    return rules.floor().price() * item.costs().unitCost() * untilMended();
  }

  private double untilMended() {
    double days = times.calendar().days();
    return days / (times.leadDays() + days);
  }

  /** Returns the stock from which on the service level asks for no more. */
  private double enough(int period) {
    return period < firstOpen() || rules.floor().equals(ServiceFloor.NONE)
        ? Double.POSITIVE_INFINITY
        : floors[period];
  }

  /** Returns the item. */
  StockItem item() {
    return item;
  }

  /** Returns the demand ahead. */
  LinePolicy.Ahead ahead() {
    return ahead;
  }

  /** Returns the policy. */
  LinePolicy policy() {
    return policy;
  }

  /** Returns the line of the planning problem. */
  StockLine line() {
    return line;
  }

  /** Returns the units in which orders are planned. */
  double step() {
    return step;
  }

  /** Returns the looks. */
  LineTimes times() {
    return times;
  }

  /** Returns how lanes join the line. */
  LineLanes lanes() {
    return lanes;
  }

  /** Returns the first period whose stock orders can still change. */
  int firstOrdered() {
    return Math.min(demand.length, times.leadPeriods() + rules.frozenPeriods());
  }

  /** Returns the first period whose stock orders or goods from elsewhere can still change. */
  int firstOpen() {
    return Math.min(
        demand.length, Math.min(times.leadPeriods(), lanes.inbound()) + rules.frozenPeriods());
  }

  /** Returns whether stock runs out from a period on and before an order can arrive. */
  boolean runsShort(int from) {
    boolean runsShort = false;
    for (int t = from; t < firstOrdered(); t++) {
      runsShort |= lost[t] > ROUNDING || line.stockWithoutOrders(t) < -ROUNDING;
    }
    return runsShort;
  }

  /** Returns the demand of a period that is lost from a day on. */
  double lostFrom(int period, int day) {
    return Math.min(lost[period], times.demandFrom(ahead.demand(), period, day));
  }

  /** Returns what can be sent first and is not needed before an order can arrive. */
  double spare() {
    int first = rules.frozenPeriods();
    if (first >= demand.length) {
      return 0;
    }
    double least = line.stockWithoutOrders(first) + line.afterSending(first);
    for (int t = first; t < firstOrdered(); t++) {
      double floor = t < firstOpen() ? 0 : Math.max(0, floors[t]);
      least = Math.min(least, line.stockWithoutOrders(t) - floor);
    }
    return Math.max(0, least);
  }

  /** Returns stock by period of a plan. */
  double[] stock(double[] ordered, LineMoves moves) {
    double[] stock = new double[demand.length];
    double sum = 0;
    for (int t = 0; t < stock.length; t++) {
      sum += t < times.leadPeriods() ? 0 : ordered[t - times.leadPeriods()];
      sum += moves.net(t);
      stock[t] = line.stockWithoutOrders(t) + sum;
    }
    return stock;
  }

  /**
   * Returns the costs of a plan.
   *
   * @param transfers cost of what lanes bring
   */
  LineCosts costs(double[] ordered, double[] stock, double transfers) {
    ItemCosts costs = item.costs();
    double units = 0;
    int orders = 0;
    double holding = 0;
    double shortage = 0;
    double below = 0;
    double gone = 0;
    for (int t = 0; t < stock.length; t++) {
      gone += lost[t];
      units += ordered[t];
      orders += ordered[t] > 0 ? 1 : 0;
      holding += errors.held(t, stock[t]);
      shortage += errors.beyond(t, stock[t], enough(t)) * waits(t);
      below += t < firstOpen() ? 0 : Math.max(0, floors[t] - stock[t]);
    }
    return new LineCosts(
        units * costs.unitCost(),
        orders * costs.orderCost(),
        transfers,
        holding * holding(),
        shortage * shortage(),
        gone * lostUnit(),
        below * belowFloor(),
        line.terminalCredit(stock[stock.length - 1]));
  }

  /** Returns what planned stock reaches over the periods that can still be changed. */
  ServiceReached service(double[] stock) {
    double cycles = 0;
    double served = 0;
    double total = 0;
    double unitsShort = 0;
    int count = 0;
    for (int t = firstOpen(); t < stock.length; t++) {
      ServiceReached reached = errors.service(t, stock[t]);
      cycles += lost[t] > 0 ? 0 : reached.cycle();
      served += (demand[t] - lost[t]) * reached.fillRate();
      total += demand[t];
      unitsShort += reached.unitsShort() + lost[t];
      count++;
    }
    return count == 0
        ? new ServiceReached(1, 1, 0)
        : new ServiceReached(
            Math.min(1, cycles / count), total > 0 ? Math.min(1, served / total) : 1, unitsShort);
  }

  /** Returns the stock of each period with its day and floor. */
  List<ProjectedStock> projected(double[] stock) {
    List<ProjectedStock> projected = new ArrayList<>();
    for (int t = 0; t < stock.length; t++) {
      projected.add(new ProjectedStock(times.day(t), stock[t], floors[t]));
    }
    return projected;
  }

  /** Returns what the demand of all periods is worth. */
  double demandValue() {
    double units = 0;
    for (double each : demand) {
      units += each;
    }
    return units * item.costs().unitCost();
  }
}
