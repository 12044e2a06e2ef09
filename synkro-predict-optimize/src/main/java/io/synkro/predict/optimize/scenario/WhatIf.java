package io.synkro.predict.optimize.scenario;

import io.synkro.predict.optimize.PlanCalendar;
import io.synkro.predict.optimize.PlanEvaluation;
import io.synkro.predict.optimize.PlanLine;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.optimize.StockPlanResult;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what would be if: plans a snapshot and each of its scenarios, and compares them. All are
 * planned over the same periods, the scenarios from the prices of the base's limits, and all are
 * simulated on the same courses of demand.
 */
public final class WhatIf {
  private static final long SEED = 1;

  private final Snapshot base;
  private final PlanCalendar calendar;

  private WhatIf(Snapshot base, PlanCalendar calendar) {
    this.base = base.withCalendar(calendar);
    this.calendar = calendar;
  }

  /**
   * Compares scenarios with what they change.
   *
   * @param base demand, items and limits as they are
   * @param scenarios what may be different
   * @return the plan of the base, and one comparison a scenario
   */
  public static WhatIfReport compare(Snapshot base, Scenario... scenarios) {
    PlanCalendar calendar = base.calendar();
    for (Scenario scenario : scenarios) {
      PlanCalendar other = scenario.of(base).calendar();
      int days = Math.max(calendar.periods() * calendar.days(), other.periods() * other.days());
      int periods = (days + calendar.days() - 1) / calendar.days();
      calendar = new PlanCalendar(calendar.asOf(), periods, calendar.days());
    }
    return new WhatIf(base, calendar).report(Arrays.asList(scenarios));
  }

  private WhatIfReport report(List<Scenario> scenarios) {
    StockPlanResult result = base.plan();
    if (!(result instanceof StockPlanResult.Feasible feasible)) {
      return new WhatIfReport(result, Optional.empty(), List.of());
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      comparisons.add(compare(scenario, feasible.plan()));
    }
    return new WhatIfReport(
        result, Optional.of(PlanFigures.of(base, feasible.plan(), SEED)), comparisons);
  }

  private Comparison compare(Scenario scenario, StockPlan plan) {
    Snapshot world = scenario.of(base).withCalendar(calendar);
    PlanEvaluation kept = world.optimizer().evaluate(world.demand(), world.items(), plan);
    StockPlanResult result =
        world
            .withOptimizer(world.optimizer().toBuilder().warmStart(plan.warmStart()).build())
            .plan();
    Optional<StockPlan> replanned =
        result instanceof StockPlanResult.Feasible feasible
            ? Optional.of(feasible.plan())
            : Optional.empty();
    return new Comparison(
        scenario,
        PlanFigures.of(world, kept.plan(), SEED),
        kept.violations(),
        result,
        replanned.map(it -> PlanFigures.of(world, it, SEED)),
        replanned.map(it -> flips(plan, it)).orElse(List.of()));
  }

  private static List<Flip> flips(StockPlan before, StockPlan after) {
    Map<SeriesId, PlanLine> known = new HashMap<>();
    before.lines().forEach(line -> known.put(line.id(), line));
    List<Flip> flips = new ArrayList<>();
    for (PlanLine line : after.lines()) {
      Optional<PlanLine> old = Optional.ofNullable(known.remove(line.id()));
      double units = old.map(it -> it.order().quantity()).orElse(0.0);
      double money = old.map(it -> it.order().value()).orElse(0.0);
      if (units > 0 != line.order().quantity() > 0) {
        flips.add(
            new Flip(line.id(), units, line.order().quantity(), line.order().value() - money));
      }
    }
    for (PlanLine gone : known.values()) { // no longer there, or no longer planned
      if (gone.order().quantity() > 0) {
        flips.add(new Flip(gone.id(), gone.order().quantity(), 0, -gone.order().value()));
      }
    }
    flips.sort(
        Comparator.comparingDouble((Flip flip) -> -Math.abs(flip.money())).thenComparing(Flip::id));
    return flips;
  }
}
