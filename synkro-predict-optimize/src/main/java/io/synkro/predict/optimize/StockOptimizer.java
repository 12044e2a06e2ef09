package io.synkro.predict.optimize;

import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.engine.PlanEngine;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.engine.WarmStart;
import io.synkro.predict.optimize.planning.PlanEngines;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plans what to order today and in the coming periods from a demand forecast, stock, supply terms
 * and service levels, under limits that all items share: money, room of warehouses, capacities of
 * suppliers. A plan comes with a proven lower bound of what any plan costs.
 *
 * <p>The plan minimises the expected cost of purchases, orders, holding and shortages, with stock
 * left at the end at nearly its purchase price. Uncertainty is priced: the cost of planned stock is
 * the mean over the errors of the forecast for a lead time and a period. Each service level asks
 * for some stock, its {@link ServiceFloor floor}. Orders are whole packs and at least the minimum
 * order; where a line needs more than a thousand packs, they are planned in multiples, see {@link
 * PlanLine#step}, and the bound is that of plans in these.
 *
 * <p>Where {@link Builder#lane lanes} join warehouses, the plan also says what to move between
 * them: demand that would be lost before an order arrives is then served by what others can spare,
 * where that pays.
 *
 * <p>Equal inputs give equal plans, unless the time limit cuts the search short. Immutable; safe
 * for use by many threads if engine, executor and monitor are.
 */
public final class StockOptimizer {
  private final List<PlanLimit> limits;
  private final List<TransferLane> lanes;
  private final ServiceFloor floor;
  private final int periods;
  private final int periodDays;
  private final int frozenPeriods;
  private final boolean salesAreLost;
  private final PlanEngine engine;
  private final SolveOptions search;
  private final SolveMonitor monitor;

  private StockOptimizer(Builder builder) {
    this.limits = List.copyOf(builder.limits);
    this.lanes = List.copyOf(builder.lanes);
    this.floor = builder.floor;
    this.periods = builder.periods;
    this.periodDays = builder.periodDays;
    this.frozenPeriods = builder.frozenPeriods;
    this.salesAreLost = builder.salesAreLost;
    this.engine = builder.engine;
    this.search = builder.search;
    this.monitor = builder.monitor;
  }

  /**
   * Starts a configuration.
   *
   * @return a builder without limits
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts a configuration from this one.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.limits.addAll(limits);
    builder.lanes.addAll(lanes);
    builder.floor = floor;
    builder.periods = periods;
    builder.periodDays = periodDays;
    builder.frozenPeriods = frozenPeriods;
    builder.salesAreLost = salesAreLost;
    builder.engine = engine;
    builder.search = search;
    builder.monitor = monitor;
    return builder;
  }

  /**
   * Returns what all items share.
   *
   * @return at most one limit a subject
   */
  public List<PlanLimit> limits() {
    return limits;
  }

  /**
   * Returns how goods can be moved between warehouses.
   *
   * @return at most one lane from a warehouse to another
   */
  public List<TransferLane> lanes() {
    return lanes;
  }

  /**
   * Returns the periods of a plan of these items: those configured, or, by default, periods as long
   * as the median of the items' reviews, up to 28 days, and so many that they cover the longest
   * lead time, a review and up to four more periods within the forecast's horizon, at most 60.
   *
   * @param demand forecasts of the items' demand
   * @param items what is planned
   * @param asOf day of the plan
   * @return the periods
   */
  public PlanCalendar calendar(PanelForecast demand, List<StockItem> items, LocalDate asOf) {
    return PlanPeriods.of(demand, items, new PlanPeriods(asOf, periods, periodDays));
  }

  /**
   * Plans the orders of a day and the periods after it.
   *
   * @param demand forecasts of the items' demand, of any frequency
   * @param items what is planned
   * @param asOf the day at whose end stock and open orders are as the items say and orders are
   *     placed
   * @return a plan with one outcome for each item, in their order, or why there is none
   */
  public StockPlanResult optimize(PanelForecast demand, List<StockItem> items, LocalDate asOf) {
    Planner planner = planner(demand, items, calendar(demand, items, asOf), Map.of());
    if (planner.models().isEmpty()) {
      return new StockPlanResult.Feasible(PlanAssembly.nothing(planner));
    }
    return new PlanSearch(engine, search, monitor).plan(planner);
  }

  /**
   * Works out what the orders of a plan come to in a world that may differ from the one that it was
   * made for.
   *
   * @param demand forecasts of the items' demand
   * @param items what is there; items that the plan does not know are not ordered
   * @param plan its periods, orders and transfers are taken; items and lanes that are no longer
   *     there are left out
   * @return the same orders and transfers with the costs and services of this world, and which
   *     limits they break
   */
  public PlanEvaluation evaluate(PanelForecast demand, List<StockItem> items, StockPlan plan) {
    return PlanAssembly.evaluate(kept -> planner(demand, items, plan.calendar(), kept), plan);
  }

  private Planner planner(
      PanelForecast demand,
      List<StockItem> items,
      PlanCalendar calendar,
      Map<SeriesId, PlanLine> kept) {
    PlanRules rules = new PlanRules(calendar, floor, frozenPeriods, salesAreLost);
    return new Planner(demand, items, new Planner.Terms(rules, limits, lanes), kept);
  }

  /** Collects the configuration; not safe for use by many threads. */
  public static final class Builder {
    private final List<PlanLimit> limits = new ArrayList<>();
    private final List<TransferLane> lanes = new ArrayList<>();
    private ServiceFloor floor = ServiceFloor.PRICED;
    private int periods;
    private int periodDays;
    private int frozenPeriods;
    private boolean salesAreLost = true;
    private PlanEngine engine = PlanEngines.fitting("ojalgo");
    private SolveOptions search = SolveOptions.builder().timeLimit(Duration.ofSeconds(30)).build();
    private SolveMonitor monitor = SolveMonitor.none();

    private Builder() {}

    /**
     * Limits the money of the orders of each period, at purchase prices; the fixed costs of
     * ordering do not count.
     *
     * @param money by period, zero or more; the last holds for all later periods, so one is a
     *     budget for each
     * @return this builder
     */
    public Builder budget(double... money) {
      return limit(PlanLimit.hard(new PlanLimit.Budget(), money));
    }

    /**
     * Limits the space of a warehouse for stock at the end of each period, if demand is as
     * forecast.
     *
     * @param warehouse the warehouse
     * @param cubicMetres by period, zero or more; the last holds for all later periods
     * @return this builder
     */
    public Builder space(WarehouseId warehouse, double... cubicMetres) {
      return space(warehouse, Space.VOLUME, cubicMetres);
    }

    /**
     * Limits the room of a warehouse for stock at the end of each period, if demand is as forecast.
     *
     * @param warehouse the warehouse
     * @param space kind of room, in the units of {@link io.synkro.predict.inventory.UnitSize}
     * @param amounts by period, zero or more; the last holds for all later periods
     * @return this builder
     */
    public Builder space(WarehouseId warehouse, Space space, double... amounts) {
      return limit(PlanLimit.hard(new PlanLimit.Room(warehouse, space), amounts));
    }

    /**
     * Limits what can be ordered of a supplier in each period.
     *
     * @param supplier who delivers
     * @param units by period, zero or more; the last holds for all later periods
     * @return this builder
     */
    public Builder capacity(SupplierId supplier, double... units) {
      return limit(PlanLimit.hard(new PlanLimit.Capacity(supplier), units));
    }

    /**
     * Sets a limit; it replaces an earlier one of the same subject.
     *
     * @param limit hard or elastic
     * @return this builder
     */
    public Builder limit(PlanLimit limit) {
      return without(limit.subject()).add(limit);
    }

    /**
     * Removes a limit.
     *
     * @param subject what is no longer limited
     * @return this builder
     */
    public Builder without(PlanLimit.Subject subject) {
      limits.removeIf(known -> known.subject().equals(subject));
      return this;
    }

    private Builder add(PlanLimit limit) {
      limits.add(limit);
      return this;
    }

    /**
     * Lets goods be moved from a warehouse to another; replaces an earlier lane between them in the
     * same direction.
     *
     * @param lane with its time and cost
     * @return this builder
     */
    public Builder lane(TransferLane lane) {
      lanes.removeIf(lane::isParallelTo);
      lanes.add(lane);
      return this;
    }

    /**
     * Sets what is done about service levels; {@link ServiceFloor#PRICED} unless set.
     *
     * @param serviceFloor hard, priced or none
     * @return this builder
     */
    public Builder floor(ServiceFloor serviceFloor) {
      this.floor = serviceFloor;
      return this;
    }

    /**
     * Sets the periods; see {@link StockOptimizer#calendar} for the default.
     *
     * @param count how many, from 1 to 366
     * @param days length of each, from 1 to 366
     * @return this builder
     */
    public Builder periods(int count, int days) {
      PlanCalendar checked = new PlanCalendar(LocalDate.EPOCH, count, days);
      this.periods = checked.periods();
      this.periodDays = checked.days();
      return this;
    }

    /**
     * Forbids orders in the first periods, such as those that are settled already.
     *
     * @param count how many, zero or more
     * @return this builder
     */
    public Builder frozenPeriods(int count) {
      this.frozenPeriods = Require.atLeast("frozenPeriods", count, 0, "");
      return this;
    }

    /**
     * Lets demand that meets an empty shelf wait for the next receipt; unless set it is lost, so
     * that what is missed before an order can arrive is not ordered any more.
     *
     * @return this builder
     */
    public Builder backorders() {
      this.salesAreLost = false;
      return this;
    }

    /**
     * Sets what solves the planning problem; {@link PlanEngines#fitting} unless set.
     *
     * @param planEngine the engine
     * @return this builder
     */
    public Builder engine(PlanEngine planEngine) {
      this.engine = planEngine;
      return this;
    }

    /**
     * Sets time limit, gap, threads, seed and warm start of the search; at most 30 seconds on the
     * calling thread unless set.
     *
     * @param options of the search
     * @return this builder
     */
    public Builder search(SolveOptions options) {
      this.search = options;
      return this;
    }

    /**
     * Starts the search from what is known of a similar plan, such as that of yesterday.
     *
     * @param start its prices
     * @return this builder
     */
    public Builder warmStart(WarmStart start) {
      return search(search.toBuilder().warmStart(start).build());
    }

    /**
     * Sets who hears of the search and may end it.
     *
     * @param solveMonitor the listener
     * @return this builder
     */
    public Builder monitor(SolveMonitor solveMonitor) {
      this.monitor = solveMonitor;
      return this;
    }

    /**
     * Builds the optimiser.
     *
     * @return the optimiser
     */
    public StockOptimizer build() {
      return new StockOptimizer(this);
    }
  }
}
