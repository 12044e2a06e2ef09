package io.synkro.predict.optimize;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.forecast.DemandAhead;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Plans what to order today from a demand forecast, stock, supply terms and service levels.
 *
 * <p>Each item follows a periodic-review policy whose levels come from the forecast (see {@link
 * io.synkro.predict.optimize.policy.StockLevels}); orders are whole packs and at least the minimum
 * order. If a budget or the space of a warehouse does not allow all orders, packs go where they
 * avoid the most expected lost margin.
 *
 * <p>Equal inputs give equal plans. Immutable; safe for use by many threads.
 */
public final class StockOptimizer {
  private final OptionalDouble budget;
  private final SortedMap<WarehouseId, Double> spaces;

  private StockOptimizer(Builder builder) {
    this.budget = builder.budget;
    this.spaces = new TreeMap<>(builder.spaces);
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
   * Plans the orders of a day.
   *
   * @param demand forecasts of the items' demand, of any frequency
   * @param items what is planned
   * @param asOf the day at whose end stock and open orders are as the items say and orders are
   *     placed
   * @return a plan with one outcome for each item, in their order, or why no plan keeps the limits
   */
  public StockPlanResult optimize(PanelForecast demand, List<StockItem> items, LocalDate asOf) {
    List<String> conflict = conflict(items);
    if (!conflict.isEmpty()) {
      return new StockPlanResult.Infeasible(conflict);
    }
    Map<SeriesId, LineDraft> drafts = new LinkedHashMap<>();
    Map<SeriesId, String> refused = new HashMap<>();
    for (StockItem item : items) {
      if (drafts.containsKey(item.id())) {
        continue; // the second of two equal ids is refused below
      }
      Optional<DemandForecast> forecast = demand.find(item.id());
      if (forecast.isEmpty()) {
        refused.put(item.id(), demand.whyMissing(item.id()));
        continue;
      }
      try {
        drafts.put(item.id(), new LineDraft(item, DemandAhead.after(asOf, forecast.get()), asOf));
      } catch (SynkroPredictException unusable) {
        refused.put(item.id(), String.valueOf(unusable.getMessage()));
      }
    }
    List<Limit> binding = MarginalAllocation.decide(List.copyOf(drafts.values()), limits(items));
    List<PlanOutcome> outcomes = new ArrayList<>(items.size());
    for (StockItem item : items) {
      outcomes.add(outcome(item.id(), drafts.remove(item.id()), refused.get(item.id())));
    }
    return new StockPlanResult.Feasible(plan(asOf, outcomes, binding));
  }

  private static PlanOutcome outcome(
      SeriesId id, @Nullable LineDraft draft, @Nullable String refusal) {
    if (draft != null) {
      return new PlanOutcome.Planned(draft.line());
    }
    return new PlanOutcome.NotPlanned(
        id,
        refusal != null
            ? refusal
            : "It is planned already: the same product and warehouse came before."
                + " Maybe add up the two items.");
  }

  private static StockPlan plan(LocalDate asOf, List<PlanOutcome> outcomes, List<Limit> binding) {
    List<PlanLine> lines = new ArrayList<>(outcomes.size());
    for (PlanOutcome outcome : outcomes) {
      if (outcome instanceof PlanOutcome.Planned planned) {
        lines.add(planned.line());
      }
    }
    return new StockPlan(
        asOf, outcomes, PlanKpis.of(lines), binding.stream().map(Limit::result).toList());
  }

  private List<String> conflict(List<StockItem> items) {
    List<String> sentences = new ArrayList<>();
    spaces.forEach(
        (warehouse, space) -> {
          double filled = volume(items, warehouse, item -> item.position().onHand());
          if (filled > space * (1 + 1e-9)) {
            sentences.add(
                String.format(
                    Locale.ROOT,
                    "Warehouse %s has %.2f cubic metres of space, and the stock on hand takes %.2f:"
                        + " %.2f too much before anything is ordered.",
                    warehouse,
                    space,
                    filled,
                    filled - space));
          }
        });
    return sentences;
  }

  private List<Limit> limits(List<StockItem> items) {
    List<Limit> limits = new ArrayList<>();
    budget.ifPresent(money -> limits.add(new Limit("budget", money, LineDraft::costOfPack)));
    spaces.forEach(
        (warehouse, space) -> {
          double taken =
              volume(items, warehouse, it -> it.position().onHand() + it.position().onOrder());
          limits.add(
              new Limit(
                  "space of " + warehouse,
                  Math.max(0, space - taken),
                  draft -> draft.id().warehouse().equals(warehouse) ? draft.volumeOfPack() : 0));
        });
    return limits;
  }

  private static double volume(
      List<StockItem> items, WarehouseId warehouse, ToDoubleFunction<StockItem> units) {
    return items.stream()
        .filter(item -> item.id().warehouse().equals(warehouse))
        .mapToDouble(item -> item.unitVolume() * units.applyAsDouble(item))
        .sum();
  }

  /** Collects the configuration; not safe for use by many threads. */
  public static final class Builder {
    private OptionalDouble budget = OptionalDouble.empty();
    private final SortedMap<WarehouseId, Double> spaces = new TreeMap<>();

    private Builder() {}

    /**
     * Limits the money of all orders together, at purchase prices; the fixed costs of ordering do
     * not count.
     *
     * @param money zero or more
     * @return this builder
     */
    public Builder budget(double money) {
      this.budget = OptionalDouble.of(Require.nonNegative("budget", money, ""));
      return this;
    }

    /**
     * Limits the space of a warehouse. To be safe, stock on hand, open orders and planned orders
     * count together, as if all arrived before anything is sold.
     *
     * @param warehouse the warehouse
     * @param cubicMetres zero or more
     * @return this builder
     */
    public Builder space(WarehouseId warehouse, double cubicMetres) {
      spaces.put(warehouse, Require.nonNegative("space of " + warehouse, cubicMetres, ""));
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
