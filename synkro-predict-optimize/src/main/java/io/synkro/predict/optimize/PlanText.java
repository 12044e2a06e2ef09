package io.synkro.predict.optimize;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes a plan as a table for people. */
final class PlanText {
  private static final int MAX_ROWS = 25;
  private static final String ROW = "%-24s %-8s %10s %10s %12s %9s  %s%n";
  private static final Comparator<PlanLine> URGENT_AND_VALUABLE_FIRST =
      Comparator.comparing(PlanLine::urgency)
          .thenComparing(line -> -line.order().value())
          .thenComparing(PlanLine::id);

  private PlanText() {}

  static String of(StockPlan plan) {
    PlanKpis kpis = plan.kpis();
    List<PlanLine> rows =
        plan.lines().stream()
            .filter(line -> line.urgency() != Urgency.WAIT || line.order().quantity() > 0)
            .sorted(URGENT_AND_VALUABLE_FIRST)
            .toList();
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "Stock plan of %s: %d orders for %.2f, expected fill rate %.1f %%, holding %.2f a year%n",
            plan.asOf(),
            kpis.ordersBySupplier().values().stream().mapToInt(Integer::intValue).sum(),
            kpis.orderValue(),
            100 * kpis.expectedFillRate(),
            kpis.holdingCostPerYear()));
    text.append(format(ROW, "item", "urgency", "wanted", "order", "value", "fill rate", "arrives"));
    for (PlanLine line : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
      text.append(row(line));
    }
    if (rows.size() > MAX_ROWS) {
      text.append(format("and %d more lines%n", rows.size() - MAX_ROWS));
    }
    for (BindingConstraint limit : plan.binding()) {
      text.append(
          format(
              "The %s binds: %.2f of %.2f used, %.2f wanted; the next unit would save %.4f of margin.%n",
              limit.name(), limit.used(), limit.limit(), limit.wanted(), limit.marginalValue()));
    }
    plan.outcomes().stream()
        .filter(PlanOutcome.NotPlanned.class::isInstance)
        .map(PlanOutcome.NotPlanned.class::cast)
        .limit(MAX_ROWS)
        .forEach(it -> text.append(format("%s is not planned: %s%n", it.id(), it.reason())));
    return text.toString();
  }

  private static String row(PlanLine line) {
    return format(
        ROW,
        line.id(),
        line.urgency(),
        format("%.1f", line.order().wanted()),
        format("%.1f", line.order().quantity()),
        format("%.2f", line.order().value()),
        format("%.1f %%", 100 * line.service().fillRate()),
        line.nextReceipt().day());
  }

  /** The same text on every machine: no locale, and newlines as in the format of this class. */
  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }
}
