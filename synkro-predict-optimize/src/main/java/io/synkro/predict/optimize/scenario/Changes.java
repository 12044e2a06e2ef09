package io.synkro.predict.optimize.scenario;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.ForecastOutcome;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.ItemCosts;
import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.inventory.OpenOrder;
import io.synkro.predict.inventory.ServiceLevel;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.StockPosition;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.inventory.SupplyTerms;
import io.synkro.predict.optimize.PlanLimit;
import io.synkro.predict.optimize.StockOptimizer;
import io.synkro.predict.optimize.TransferLane;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The usual changes. Each leaves what it is not about as it is, so that they can follow on each
 * other.
 */
public final class Changes {
  private static final int MOST_DAYS = 3660;

  private Changes() {}

  /**
   * Multiplies demand.
   *
   * @param items whose
   * @param factor positive; 1.2 for a fifth more
   * @return the change
   */
  public static Change demand(Items items, double factor) {
    Require.positive("factor of demand", factor, "write 20 % more as 1.2");
    return new Change(
        "demand of " + items.inWords() + " × " + number(factor),
        world -> {
          Set<SeriesId> ids = ids(world, items);
          List<ForecastOutcome> outcomes = new ArrayList<>();
          for (ForecastOutcome outcome : world.demand().outcomes()) {
            outcomes.add(
                ids.contains(outcome.id())
                        && outcome instanceof ForecastOutcome.Forecasted forecasted
                    ? new ForecastOutcome.Forecasted(forecasted.forecast().scaled(factor))
                    : outcome);
          }
          return world.withDemand(new PanelForecast(outcomes));
        });
  }

  /**
   * Lets a supplier deliver later or earlier, also what is on its way.
   *
   * @param supplier who delivers
   * @param days added to the lead time, at most ten years; below zero for fewer, which does not
   *     fall below zero days
   * @return the change
   */
  public static Change leadTime(SupplierId supplier, int days) {
    Require.that(
        days >= -MOST_DAYS && days <= MOST_DAYS,
        "days added to the lead time of " + supplier,
        days,
        "must be from -%d to %d".formatted(MOST_DAYS, MOST_DAYS),
        "");
    return items(
        "supplier %s %+d days".formatted(supplier, days),
        Items.of(supplier),
        item ->
            new StockItem(
                delayed(item.position(), days),
                delayed(item.supply(), days),
                item.costs(),
                item.serviceLevel(),
                item.size()));
  }

  private static StockPosition delayed(StockPosition position, int days) {
    return new StockPosition(
        position.id(),
        position.onHand(),
        position.backordered(),
        position.openOrders().stream()
            .map(open -> new OpenOrder(open.quantity(), open.due().plusDays(days)))
            .toList());
  }

  private static SupplyTerms delayed(SupplyTerms supply, int days) {
    LeadTime before = supply.leadTime();
    double[] probabilities = new double[Math.max(0, before.maxDays() + days) + 1];
    for (int d = 0; d <= before.maxDays(); d++) {
      probabilities[Math.max(0, d + days)] += before.probability(d);
    }
    return new SupplyTerms(
        supply.supplier(),
        LeadTime.ofProbabilities(probabilities),
        supply.reviewDays(),
        supply.packSize(),
        supply.minimumOrder());
  }

  /**
   * Multiplies purchase prices.
   *
   * @param items whose
   * @param factor positive; 1.05 for five per cent more
   * @return the change
   */
  public static Change unitCost(Items items, double factor) {
    Require.positive("factor of the unit cost", factor, "write 5 % more as 1.05");
    return costs(
        "unit cost of " + items.inWords() + " × " + number(factor),
        items,
        costs ->
            new ItemCosts(
                costs.unitCost() * factor,
                costs.unitPrice(),
                costs.orderCost(),
                costs.holdingRatePerYear()));
  }

  /**
   * Multiplies selling prices; demand stays as it is, so change it too if it follows.
   *
   * @param items whose
   * @param factor positive; 0.9 for ten per cent less
   * @return the change
   */
  public static Change unitPrice(Items items, double factor) {
    Require.positive("factor of the unit price", factor, "write 10 % less as 0.9");
    return costs(
        "price of " + items.inWords() + " × " + number(factor),
        items,
        costs ->
            new ItemCosts(
                costs.unitCost(),
                costs.unitPrice() * factor,
                costs.orderCost(),
                costs.holdingRatePerYear()));
  }

  private static Change costs(String inWords, Items items, UnaryOperator<ItemCosts> change) {
    return items(
        inWords,
        items,
        item ->
            new StockItem(
                item.position(),
                item.supply(),
                change.apply(item.costs()),
                item.serviceLevel(),
                item.size()));
  }

  /**
   * Sets a service level.
   *
   * @param items whose
   * @param target the level
   * @return the change
   */
  public static Change service(Items items, ServiceLevel target) {
    return items(
        "service of %s to %s %%".formatted(items.inWords(), number(100 * target.target())),
        items,
        item -> new StockItem(item.position(), item.supply(), item.costs(), target, item.size()));
  }

  /**
   * Multiplies the budget, if there is one.
   *
   * @param factor zero or more; 0.9 for ten per cent less
   * @return the change
   */
  public static Change budget(double factor) {
    return limit(new PlanLimit.Budget(), factor);
  }

  /**
   * Multiplies a limit, if there is one of the subject.
   *
   * @param subject what is limited
   * @param factor zero or more
   * @return the change
   */
  public static Change limit(PlanLimit.Subject subject, double factor) {
    Require.nonNegative("factor of the " + subject.name(), factor, "write 10 % less as 0.9");
    return new Change(
        subject.name() + " × " + number(factor),
        world -> {
          StockOptimizer.Builder builder = world.optimizer().toBuilder();
          world.optimizer().limits().stream()
              .filter(limit -> limit.subject().equals(subject))
              .forEach(limit -> builder.limit(limit.times(factor)));
          return world.withOptimizer(builder.build());
        });
  }

  /**
   * Sets a limit.
   *
   * @param limit replaces that of its subject
   * @return the change
   */
  public static Change limit(PlanLimit limit) {
    return new Change(
        limit.subject().name() + " to " + number(limit.amounts().get(0)),
        world -> world.withOptimizer(world.optimizer().toBuilder().limit(limit).build()));
  }

  /**
   * Lets goods be moved between two warehouses.
   *
   * @param lane replaces that between them in the same direction
   * @return the change
   */
  public static Change lane(TransferLane lane) {
    return new Change(
        "%s of %d days at %s a unit".formatted(lane, lane.days(), number(lane.unitCost())),
        world -> world.withOptimizer(world.optimizer().toBuilder().lane(lane).build()));
  }

  /**
   * Adds items with their forecasts, such as those of a new warehouse; its room is a {@link
   * #limit(PlanLimit)}.
   *
   * @param inWords for people, such as "new warehouse W7"
   * @param items what is added
   * @param forecasts their demand
   * @return the change
   */
  public static Change added(
      String inWords, List<StockItem> items, List<DemandForecast> forecasts) {
    return new Change(
        inWords,
        world -> {
          List<ForecastOutcome> outcomes = new ArrayList<>(world.demand().outcomes());
          forecasts.forEach(it -> outcomes.add(new ForecastOutcome.Forecasted(it)));
          List<StockItem> all = new ArrayList<>(world.items());
          all.addAll(items);
          return world.withDemand(new PanelForecast(outcomes)).withItems(all);
        });
  }

  private static Change items(String inWords, Items items, UnaryOperator<StockItem> change) {
    return new Change(
        inWords,
        world ->
            world.withItems(
                world.items().stream()
                    .map(item -> items.has(item) ? change.apply(item) : item)
                    .toList()));
  }

  private static Set<SeriesId> ids(Snapshot world, Items items) {
    Set<SeriesId> ids = new HashSet<>();
    world.items().stream().filter(items::has).forEach(item -> ids.add(item.id()));
    return ids;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
