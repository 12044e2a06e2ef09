package io.synkro.predict.optimize;

import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What to order today.
 *
 * @param asOf day of the orders
 * @param outcomes one for each item, in the order of the items
 * @param kpis key figures of all planned lines
 * @param binding limits that kept the plan from ordering all that was wanted; empty if none did
 */
public record StockPlan(
    LocalDate asOf, List<PlanOutcome> outcomes, PlanKpis kpis, List<BindingConstraint> binding) {
  /** {@inheritDoc} */
  public StockPlan {
    outcomes = List.copyOf(outcomes);
    binding = List.copyOf(binding);
  }

  /**
   * Returns the plans of all items that could be planned.
   *
   * @return lines in the order of the items
   */
  public List<PlanLine> lines() {
    return outcomes.stream()
        .filter(PlanOutcome.Planned.class::isInstance)
        .map(outcome -> ((PlanOutcome.Planned) outcome).line())
        .toList();
  }

  /**
   * Finds the plan of an item; looks through all lines.
   *
   * @param id product and warehouse
   * @return its line, or empty if it is unknown or could not be planned
   */
  public Optional<PlanLine> find(SeriesId id) {
    return lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /**
   * Returns a short table for a planner: what to order, the most urgent and most valuable first,
   * and what limits the plan.
   *
   * @return lines of text, each ending with a newline
   */
  public String text() {
    return PlanText.of(this);
  }
}
