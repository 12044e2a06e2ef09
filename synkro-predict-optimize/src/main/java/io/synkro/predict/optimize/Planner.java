package io.synkro.predict.optimize;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.time.LocalDate;
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
  private final LaneNetwork network;
  private final Map<SeriesId, String> refused = new HashMap<>();

  /**
   * Builds the problem.
   *
   * @param kept lines of a plan that is not to be changed; none if there is no plan yet
   */
  Planner(PanelForecast demand, List<StockItem> items, Terms terms, Map<SeriesId, PlanLine> kept) {
    this.items = List.copyOf(items);
    this.rules = terms.rules();
    this.limits = terms.limits();
    Map<SeriesId, LineModel> models = new LinkedHashMap<>();
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
        double step = kept.containsKey(item.id()) ? kept.get(item.id()).step() : 0;
        models.put(item.id(), new LineModel(item, ahead, rules, step));
      } catch (SynkroPredictException unusable) {
        refused.put(item.id(), String.valueOf(unusable.getMessage()));
      }
    }
    this.network = new LaneNetwork(models.values(), terms.lanes(), rules, kept);
  }

  /** What holds for the plan as a whole. */
  record Terms(PlanRules rules, List<PlanLimit> limits, List<TransferLane> lanes) {}

  /** Returns the lines that can be planned, in the order of the items. */
  List<LineModel> models() {
    return List.copyOf(network.lines().values());
  }

  /** Returns the first period in which anything can be ordered or sent. */
  int firstPeriod() {
    return rules.frozenPeriods();
  }

  /** Returns the periods. */
  PlanCalendar calendar() {
    return rules.calendar();
  }

  /** Returns the problem; there must be a line. */
  StockProblem problem() {
    StockProblem.Builder builder = StockProblem.builder(rules.calendar().periods());
    network.lines().values().forEach(model -> builder.add(model.line()));
    for (LaneNetwork.Joint joint : network.joints()) {
      builder.lane(
          Lane.of(
              joint.from(), joint.to(), joint.periods(), joint.lane().unitCost() * step(joint)));
    }
    return limited(builder);
  }

  /** Returns the problem of what to order if lanes move what a plan says. */
  StockProblem settled(OrderPlan plan) {
    StockProblem.Builder builder = StockProblem.builder(rules.calendar().periods());
    Map<SeriesId, LineMoves> moves = moves(plan);
    for (LineModel model : network.lines().values()) {
      LineMoves ofLine = LineMoves.of(moves, model.item().id());
      builder.add(ofLine.transfers().isEmpty() ? model.line() : model.settled(ofLine));
    }
    return limited(builder);
  }

  private StockProblem limited(StockProblem.Builder builder) {
    for (PlanLimit limit : limits) {
      double taken = takenByOthers(limit);
      for (int t = 0; t < rules.calendar().periods() && !isIdle(limit); t++) {
        builder.limit(limit.in(t, taken));
      }
    }
    return builder.build();
  }

  /** Returns whether there are items in a limited room, but none that can be planned. */
  private boolean isIdle(PlanLimit limit) {
    return limit.subject() instanceof PlanLimit.Room room
        && items.stream().anyMatch(item -> item.id().warehouse().equals(room.warehouse()))
        && network.lines().keySet().stream()
            .noneMatch(id -> id.warehouse().equals(room.warehouse()));
  }

  /** Goods of items that cannot be planned need room all the same. */
  private double takenByOthers(PlanLimit limit) {
    double taken = 0;
    if (limit.subject() instanceof PlanLimit.Room room) {
      for (StockItem item : items) {
        if (!network.lines().containsKey(item.id())
            && item.id().warehouse().equals(room.warehouse())) {
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

  /** Returns what lanes of the problem join, in their order. */
  List<LaneNetwork.Joint> joints() {
    return network.joints();
  }

  private double step(LaneNetwork.Joint joint) {
    return network.line(joint.from()).step();
  }

  /** Returns what a plan of the problem moves to and from each line. */
  Map<SeriesId, LineMoves> moves(OrderPlan plan) {
    int periods = rules.calendar().periods();
    Map<SeriesId, LineMoves> moves = new HashMap<>();
    network.lines().keySet().forEach(id -> moves.put(id, new LineMoves(id, periods)));
    for (int t = 0; t < periods; t++) {
      for (int l = 0; l < joints().size(); l++) {
        LaneNetwork.Joint joint = joints().get(l);
        double units = plan.transfer(l, t) * step(joint);
        if (units > 0) {
          PlannedTransfer transfer = transfer(joint, t, units);
          LineMoves.of(moves, joint.from()).add(transfer, t);
          LineMoves.of(moves, joint.to()).add(transfer, t + joint.periods());
        }
      }
    }
    return moves;
  }

  private PlannedTransfer transfer(LaneNetwork.Joint joint, int period, double units) {
    LocalDate sent = rules.calendar().orderDay(period);
    return new PlannedTransfer(
        joint.from(),
        joint.to(),
        sent,
        sent.plusDays(joint.lane().days()),
        units,
        units * network.line(joint.from()).item().costs().unitCost(),
        units * joint.lane().unitCost());
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
