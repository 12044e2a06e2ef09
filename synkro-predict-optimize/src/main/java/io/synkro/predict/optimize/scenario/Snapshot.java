package io.synkro.predict.optimize.scenario;

import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanCalendar;
import io.synkro.predict.optimize.StockOptimizer;
import io.synkro.predict.optimize.StockPlanResult;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a plan rests on. Immutable.
 *
 * @param demand forecasts of the items' demand
 * @param items what is planned
 * @param asOf day of the plan
 * @param optimizer plans, under its limits
 */
public record Snapshot(
    PanelForecast demand, List<StockItem> items, LocalDate asOf, StockOptimizer optimizer) {
  /** {@inheritDoc} */
  public Snapshot {
    items = List.copyOf(items);
  }

  /**
   * Exchanges the forecasts.
   *
   * @param other forecasts
   * @return a copy
   */
  public Snapshot withDemand(PanelForecast other) {
    return new Snapshot(other, items, asOf, optimizer);
  }

  /**
   * Exchanges the items.
   *
   * @param others items
   * @return a copy
   */
  public Snapshot withItems(List<StockItem> others) {
    return new Snapshot(demand, others, asOf, optimizer);
  }

  /**
   * Exchanges the optimiser.
   *
   * @param other optimiser
   * @return a copy
   */
  public Snapshot withOptimizer(StockOptimizer other) {
    return new Snapshot(demand, items, asOf, other);
  }

  /**
   * Plans it.
   *
   * @return a plan, or why there is none
   */
  public StockPlanResult plan() {
    return optimizer.optimize(demand, items, asOf);
  }

  PlanCalendar calendar() {
    return optimizer.calendar(demand, items, asOf);
  }

  Snapshot withCalendar(PlanCalendar calendar) {
    return withOptimizer(
        optimizer.toBuilder().periods(calendar.periods(), calendar.days()).build());
  }
}
