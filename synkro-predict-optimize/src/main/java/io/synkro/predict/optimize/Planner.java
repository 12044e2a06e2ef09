package io.synkro.predict.optimize;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The planning problem of a day: items as lines, and those that cannot be planned. */
final class Planner {
  private final List<StockItem> items;
  private final PlanRules rules;
  private final List<PlanLimit> limits;
  private final Map<SeriesId, LineModel> models = new LinkedHashMap<>();
  private final Map<SeriesId, String> refused = new HashMap<>();

  /**
   * Builds the problem.
   *
   * @param steps units in which orders of items are planned; chosen for those that it lacks
   */
  Planner(PanelForecast demand, List<StockItem> items, Terms terms, Map<SeriesId, Double> steps) {
    this.items = List.copyOf(items);
    this.rules = terms.rules();
    this.limits = terms.limits();
    for (StockItem item : items) {
      if (models.containsKey(item.id())) {
        continue; // the second of two equal ids is refused below
      }
      Optional<DemandForecast> forecast = demand.find(item.id());
      if (forecast.isEmpty()) {
        refused.put(item.id(), demand.whyMissing(item.id()));
        continue;
      }
      try {
        LinePolicy.Ahead ahead = LinePolicy.Ahead.of(forecast.get(), rules.calendar().asOf());
        models.put(
            item.id(), new LineModel(item, ahead, rules, steps.getOrDefault(item.id(), 0.0)));
      } catch (SynkroPredictException unusable) {
        refused.put(item.id(), String.valueOf(unusable.getMessage()));
      }
    }
  }

  /** What holds for the plan as a whole. */
  record Terms(PlanRules rules, List<PlanLimit> limits) {}

  /** Returns the lines that can be planned, in the order of the items. */
  List<LineModel> models() {
    return List.copyOf(models.values());
  }

  /** Returns the periods. */
  PlanCalendar calendar() {
    return rules.calendar();
  }

  /** Returns the problem; there must be a line. */
  StockProblem problem() {
    StockProblem.Builder builder = StockProblem.builder(rules.calendar().periods());
    models.values().forEach(model -> builder.add(model.line()));
    for (PlanLimit limit : limits) {
      double taken = takenByOthers(limit);
      for (int t = 0; t < rules.calendar().periods(); t++) {
        builder.limit(limit.in(t, taken));
      }
    }
    return builder.build();
  }

  /** Goods of items that cannot be planned need room all the same. */
  private double takenByOthers(PlanLimit limit) {
    double taken = 0;
    if (limit.subject() instanceof PlanLimit.Room room) {
      for (StockItem item : items) {
        if (!models.containsKey(item.id()) && item.id().warehouse().equals(room.warehouse())) {
          taken +=
              unit(room.space()).applyAsDouble(item)
                  * (item.position().onHand() + item.position().onOrder());
        }
      }
    }
    return taken;
  }

  private static ToDoubleFunction<StockItem> unit(Space space) {
    return switch (space) {
      case VOLUME -> item -> item.size().volume();
      case WEIGHT -> item -> item.size().weight();
      case PALLETS -> item -> item.size().pallets();
    };
  }

  /** Returns the units that a plan of the problem orders of a line by period. */
  double[] ordered(OrderPlan plan, int position, LineModel model) {
    double[] ordered = new double[rules.calendar().periods()];
    for (int t = 0; t < ordered.length; t++) {
      ordered[t] = plan.packs(position, 0, t) * model.step();
    }
    return ordered;
  }

  /** Returns one outcome an item, in their order. */
  List<PlanOutcome> outcomes(Map<SeriesId, PlanLine> lines) {
    Map<SeriesId, PlanLine> left = new HashMap<>(lines);
    List<PlanOutcome> outcomes = new ArrayList<>(items.size());
    for (StockItem item : items) {
      PlanLine line = left.remove(item.id());
      String refusal = refused.get(item.id());
      outcomes.add(
          line != null
              ? new PlanOutcome.Planned(line)
              : new PlanOutcome.NotPlanned(
                  item.id(),
                  refusal != null
                      ? refusal
                      : "It is planned already: the same product and warehouse came before."
                          + " Maybe add up the two items."));
    }
    return outcomes;
  }
}
