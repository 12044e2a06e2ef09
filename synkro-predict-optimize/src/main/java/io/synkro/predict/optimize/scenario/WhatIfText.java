package io.synkro.predict.optimize.scenario;

import io.synkro.predict.optimize.BindingConstraint;
import io.synkro.predict.optimize.PlanLimit;
import io.synkro.predict.optimize.StockPlanResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Writes comparisons as tables for people. */
final class WhatIfText {
  private static final int MAX_ROWS = 10;
  private static final String ROW = "%-34s %14s %14s %14s%n";
  private static final String NOTHING = "-";

  private final StringBuilder text = new StringBuilder();

  private WhatIfText() {}

  static String of(WhatIfReport report) {
    WhatIfText writer = new WhatIfText();
    if (report.figures().isEmpty()) {
      writer.add("There is no base plan to compare with.%n");
      writer.none(report.base());
    }
    for (Comparison each : report.scenarios()) {
      writer.scenario(report.figures().orElseThrow(), each);
    }
    return writer.text.toString();
  }

  private void scenario(PlanFigures base, Comparison comparison) {
    add("What if: %s (%s)%n", comparison.scenario().name(), comparison.scenario().inWords());
    add(ROW, "", "base", "plan kept", "planned anew");
    Columns columns = new Columns(base, comparison.kept(), comparison.replanned());
    costs(columns);
    money(columns, "orders today", it -> it.kpis().orderValue());
    money(columns, "units ordered in all periods", PlanFigures::units);
    money(columns, "orders placed in all periods", PlanFigures::orders);
    share(columns, "fill rate, planned", it -> it.kpis().expectedFillRate());
    money(columns, "lines below their service stock", it -> it.kpis().belowTarget());
    share(columns, "fill rate, simulated", it -> it.simulated().fillRate());
    money(columns, "units lost, simulated", it -> it.simulated().lost());
    money(columns, "margin lost, simulated", it -> it.simulated().lostMargin());
    money(columns, "mean stock at cost, simulated", it -> it.simulated().meanStockValue());
    some("In the changed world the plan kept breaks limits:", comparison.broken());
    none(comparison.result());
    flips(comparison.flips());
    if (comparison.result() instanceof StockPlanResult.Feasible feasible) {
      binding(feasible.plan().binding());
    }
    add("%n");
  }

  private void costs(Columns columns) {
    money(columns, "expected cost", it -> it.kpis().costs().money());
    money(columns, "  purchases", it -> it.kpis().costs().purchases());
    money(columns, "  fixed costs of orders", it -> it.kpis().costs().orders());
    if (columns.any(it -> it.kpis().costs().transfers() > 0)) {
      money(columns, "  transfers between warehouses", it -> it.kpis().costs().transfers());
    }
    money(columns, "  holding", it -> it.kpis().costs().holding());
    money(columns, "  shortage", it -> it.kpis().costs().shortage());
    money(columns, "  sales lost before orders arrive", it -> it.kpis().costs().lostSales());
    money(columns, "  less stock at the end", it -> it.kpis().costs().terminalCredit());
    money(columns, "weight of missed service", it -> it.kpis().costs().belowFloor());
    row(
        columns,
        "proven gap of the plan",
        it ->
            Double.isFinite(it.proof().gap())
                ? format("%.3f %%", 100 * it.proof().gap())
                : NOTHING);
  }

  private record Columns(PlanFigures base, PlanFigures kept, Optional<PlanFigures> anew) {
    boolean any(Predicate<PlanFigures> condition) {
      return condition.test(base) || condition.test(kept) || anew.filter(condition).isPresent();
    }
  }

  private void money(Columns columns, String name, ToDoubleFunction<PlanFigures> figure) {
    row(columns, name, it -> format("%,.0f", figure.applyAsDouble(it) + 0.0));
  }

  private void share(Columns columns, String name, ToDoubleFunction<PlanFigures> figure) {
    row(columns, name, it -> format("%.1f %%", 100 * figure.applyAsDouble(it)));
  }

  private void row(Columns columns, String name, Function<PlanFigures, String> figure) {
    add(
        ROW,
        name,
        figure.apply(columns.base()),
        figure.apply(columns.kept()),
        columns.anew().map(figure).orElse(NOTHING));
  }

  private void none(StockPlanResult result) {
    if (result instanceof StockPlanResult.Infeasible infeasible) {
      some("No plan keeps every limit:", infeasible.conflict());
      some("A plan becomes possible by any one of:", infeasible.remedies());
    } else if (result instanceof StockPlanResult.NotFound notFound) {
      add("%s%n", notFound.reason());
    }
  }

  private void flips(List<Flip> flips) {
    List<String> sentences =
        flips.stream()
            .map(
                flip ->
                    flip.after() > 0
                        ? format(
                            "%s: %,.0f units are ordered for %,.0f",
                            flip.id(), flip.after(), flip.money())
                        : format(
                            "%s: %,.0f units are not ordered, %,.0f saved today",
                            flip.id(), flip.before(), -flip.money()))
            .toList();
    some("Orders of today that flip:", sentences);
  }

  private void binding(List<BindingConstraint> limits) {
    Map<PlanLimit.Subject, BindingConstraint> most = new LinkedHashMap<>();
    for (BindingConstraint limit : limits) {
      most.merge(limit.subject(), limit, (a, b) -> a.marginalValue() >= b.marginalValue() ? a : b);
    }
    some(
        "Limits that bind, planned anew:",
        most.entrySet().stream()
            .map(
                it ->
                    format(
                        "%s: %,.0f of %,.0f used, the next unit saves %.4f",
                        it.getKey().name(),
                        it.getValue().used(),
                        it.getValue().limit().amount(),
                        it.getValue().marginalValue()))
            .toList());
  }

  private void some(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      add("%s%n", title);
      sentences.stream().limit(MAX_ROWS).forEach(sentence -> add("  %s%n", sentence));
      if (sentences.size() > MAX_ROWS) {
        add("  and %d more%n", sentences.size() - MAX_ROWS);
      }
    }
  }

  private void add(String format, Object... values) {
    text.append(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }
}
