package io.synkro.predict.optimize;

import io.synkro.predict.optimize.engine.LimitPrice;
import io.synkro.predict.optimize.engine.PlanResult;
import io.synkro.predict.optimize.engine.PlanStatus;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.series.SeriesId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells the answer of an engine in the terms of planners. */
final class PlanAssembly {
  private static final double ROUNDING = 1e-6;

  private final Planner planner;
  private final StockProblem problem;
  private final Map<SeriesId, AbcClass> classes;

  PlanAssembly(Planner planner, StockProblem problem) {
    this.planner = planner;
    this.problem = problem;
    this.classes =
        AbcClass.of(
            planner.models().stream()
                .map(model -> new AbcClass.Value(model.item().id(), model.demandValue()))
                .toList());
  }

  /** Returns a plan of nothing, where no item can be planned. */
  static StockPlan nothing(Planner planner) {
    return new StockPlan(
        planner.calendar(),
        planner.outcomes(Map.of()),
        List.of(),
        new PlanProof(PlanStatus.WITHIN_TARGET_GAP, 0, 0, 0, 0, 0),
        List.of(),
        List.of());
  }

  /**
   * Returns the plan that an engine found.
   *
   * @param free the answer if nothing is limited
   */
  StockPlan plan(PlanResult result, OrderPlan plan, PlanCheck check, PlanResult free) {
    OrderPlan wanted = free.plan().orElse(plan);
    PlanProof proof =
        new PlanProof(
            result.status(),
            check.costs().total(),
            result.lowerBound(),
            result.gap(),
            result.controllableGap(),
            free.check().map(it -> it.costs().total()).orElse(Double.NaN));
    PlanCheck unlimited = PlanCheck.of(problem, wanted);
    return new StockPlan(
        planner.calendar(),
        planner.outcomes(lines(plan, wanted)),
        binding(result.prices(), check, unlimited),
        proof,
        result.prices(),
        OrderObstacle.of(problem));
  }

  private Map<SeriesId, PlanLine> lines(OrderPlan plan, OrderPlan wanted) {
    Map<SeriesId, PlanLine> lines = new LinkedHashMap<>();
    List<LineModel> models = planner.models();
    Map<SeriesId, LineMoves> moves = planner.moves(plan);
    for (int i = 0; i < models.size(); i++) {
      LineModel model = models.get(i);
      SeriesId id = model.item().id();
      double[] ordered = planner.ordered(plan, i, model);
      double[] free = planner.ordered(wanted, i, model);
      lines.put(
          id,
          new LineReport(model, planner.calendar())
              .line(ordered, free, LineMoves.of(moves, id), classes.getOrDefault(id, AbcClass.C)));
    }
    return lines;
  }

  private List<BindingConstraint> binding(
      List<LimitPrice> prices, PlanCheck check, PlanCheck unlimited) {
    List<BindingConstraint> binding = new ArrayList<>();
    for (int r = 0; r < problem.limits().size(); r++) {
      SharedLimit limit = problem.limits().get(r);
      double value = r < prices.size() ? prices.get(r).marginalValue() : 0;
      double wanted = unlimited.used().get(r);
      if (wanted > limit.amount() * (1 + ROUNDING) || value > ROUNDING) {
        binding.add(new BindingConstraint(limit, check.used().get(r), wanted, value));
      }
    }
    return binding;
  }

  /** Returns what the orders of a plan come to in the world of a planner. */
  static PlanEvaluation evaluate(Function<Map<SeriesId, PlanLine>, Planner> world, StockPlan plan) {
    Map<SeriesId, PlanLine> known = new LinkedHashMap<>();
    for (PlanLine line : plan.lines()) {
      known.put(line.id(), line);
    }
    Planner planner = world.apply(known);
    if (planner.models().isEmpty()) {
      return new PlanEvaluation(nothing(planner), List.of());
    }
    return new PlanAssembly(planner, planner.problem()).evaluation(known);
  }

  private PlanEvaluation evaluation(Map<SeriesId, PlanLine> known) {
    OrderPlan.Builder orders = OrderPlan.builder(problem);
    List<LineModel> models = planner.models();
    for (int i = 0; i < models.size(); i++) {
      LineModel model = models.get(i);
      double[] ordered =
          Optional.ofNullable(known.get(model.item().id()))
              .map(this::ordered)
              .orElseGet(() -> new double[problem.periods()]);
      for (int t = 0; t < ordered.length; t++) {
        orders.order(i, 0, t, (int) Math.rint(ordered[t] / model.step()));
      }
    }
    List<String> broken = new ArrayList<>(keepTransfers(known, orders));
    OrderPlan plan = orders.build();
    PlanCheck check = PlanCheck.of(problem, plan);
    PlanProof proof =
        new PlanProof(
            PlanStatus.FEASIBLE,
            check.costs().total(),
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NaN);
    StockPlan told =
        new StockPlan(
            planner.calendar(),
            planner.outcomes(lines(plan, plan)),
            binding(List.of(), check, check),
            proof,
            List.of(),
            OrderObstacle.of(problem));
    broken.addAll(brokenLimits(check));
    check.violations().stream().filter(it -> it.startsWith("line ")).forEach(broken::add);
    return new PlanEvaluation(told, broken);
  }

  /** Sends what a plan did; returns a sentence for all that can no longer be sent. */
  private List<String> keepTransfers(Map<SeriesId, PlanLine> known, OrderPlan.Builder plan) {
    Map<List<SeriesId>, Integer> positions = new HashMap<>();
    for (int l = 0; l < planner.joints().size(); l++) {
      LaneNetwork.Joint joint = planner.joints().get(l);
      positions.put(List.of(joint.from(), joint.to()), l);
    }
    List<String> impossible = new ArrayList<>();
    for (PlanLine line : known.values()) {
      for (PlannedTransfer each : line.transfers()) {
        Integer lane = positions.get(List.of(each.from(), each.to()));
        if (lane != null && each.to().equals(line.id())) {
          long days = ChronoUnit.DAYS.between(planner.calendar().asOf(), each.sent());
          int packs = (int) Math.rint(each.quantity() / line.step());
          plan.transfer(lane, (int) (days / planner.calendar().days()), packs);
        } else if (lane == null && each.to().equals(line.id())) {
          impossible.add(
              "no lane for %s that %s sends to %s on %s"
                  .formatted(each.quantity(), each.from(), each.to(), each.sent()));
        }
      }
    }
    return impossible;
  }

  /** Returns a sentence for each subject whose limit is exceeded, where it is worst. */
  private List<String> brokenLimits(PlanCheck check) {
    Map<PlanLimit.Subject, Integer> worst = new LinkedHashMap<>();
    for (int r = 0; r < problem.limits().size(); r++) {
      SharedLimit limit = problem.limits().get(r);
      double beyond = check.used().get(r) - limit.amount();
      if (limit.price() == SharedLimit.HARD && beyond > ROUNDING * Math.max(1, limit.amount())) {
        worst.merge(
            PlanLimit.subject(limit), r, (a, b) -> beyond(check, b) > beyond(check, a) ? b : a);
      }
    }
    return worst.entrySet().stream()
        .map(
            it ->
                String.format(
                    Locale.ROOT,
                    "%s from %s: %.2f of %.2f used, %.2f too much",
                    it.getKey().name(),
                    planner.calendar().orderDay(problem.limits().get(it.getValue()).period()),
                    check.used().get(it.getValue()),
                    problem.limits().get(it.getValue()).amount(),
                    beyond(check, it.getValue())))
        .toList();
  }

  private double beyond(PlanCheck check, int limit) {
    return check.used().get(limit) - problem.limits().get(limit).amount();
  }

  private double[] ordered(PlanLine line) {
    double[] ordered = new double[problem.periods()];
    List<PlannedOrder> all = new ArrayList<>(line.laterOrders());
    all.add(line.order());
    for (int t = 0; t < ordered.length; t++) {
      for (PlannedOrder order : all) {
        ordered[t] += order.placed().equals(planner.calendar().orderDay(t)) ? order.quantity() : 0;
      }
    }
    return ordered;
  }

  /** Returns key figures by class. */
  static Map<AbcClass, PlanKpis> byClass(List<PlanLine> lines) {
    Map<AbcClass, PlanKpis> kpis = new EnumMap<>(AbcClass.class);
    for (AbcClass each : AbcClass.values()) {
      List<PlanLine> of = lines.stream().filter(line -> line.abcClass() == each).toList();
      if (!of.isEmpty()) {
        kpis.put(each, PlanKpis.of(of));
      }
    }
    return kpis;
  }
}
