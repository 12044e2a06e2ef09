package io.synkro.predict.optimize;

import io.synkro.predict.optimize.engine.LimitPrice;
import io.synkro.predict.optimize.engine.WarmStart;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to order today and later.
 *
 * @param calendar periods of the plan
 * @param outcomes one for each item, in the order of the items
 * @param binding limits that keep the plan from being cheaper, by subject and period; empty if none
 *     does
 * @param proof cost of the plan and how far from the least it can be at most
 * @param prices what a unit more of each limit is worth, by limit and period; empty without limits
 * @param obstacles items whose smallest order exceeds a limit, so that they are never ordered
 */
public record StockPlan(
    PlanCalendar calendar,
    List<PlanOutcome> outcomes,
    List<BindingConstraint> binding,
    PlanProof proof,
    List<LimitPrice> prices,
    List<OrderObstacle> obstacles) {
  /** {@inheritDoc} */
  public StockPlan {
    outcomes = List.copyOf(outcomes);
    binding = List.copyOf(binding);
    prices = List.copyOf(prices);
    obstacles = List.copyOf(obstacles);
  }

  /**
   * Returns the day of the plan.
   *
   * @return the last day that is over
   */
  public LocalDate asOf() {
    return calendar.asOf();
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
   * Returns what to move between warehouses, today and later.
   *
   * @return each transfer once, by day of sending, and of a day the most valuable first
   */
  public List<PlannedTransfer> transfers() {
    return lines().stream()
        .flatMap(line -> line.transfers().stream().filter(it -> it.to().equals(line.id())))
        .sorted(
            Comparator.comparing(PlannedTransfer::sent)
                .thenComparing(PlannedTransfer::value, Comparator.reverseOrder()))
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
   * Returns the key figures of all planned lines; adds them up anew.
   *
   * @return key figures
   */
  public PlanKpis kpis() {
    return PlanKpis.of(lines());
  }

  /**
   * Returns the key figures by class; adds them up anew.
   *
   * @return key figures of each class that has lines
   */
  public Map<AbcClass, PlanKpis> kpisByClass() {
    return PlanAssembly.byClass(lines());
  }

  /**
   * Returns what a search for a similar plan can start from.
   *
   * @return the prices of the limits
   */
  public WarmStart warmStart() {
    return WarmStart.of(prices);
  }

  /**
   * Returns a short table for a planner: what to order, the most urgent and most valuable first,
   * what it costs, and what limits the plan.
   *
   * @return lines of text, each ending with a newline
   */
  public String text() {
    return PlanText.of(this);
  }
}
