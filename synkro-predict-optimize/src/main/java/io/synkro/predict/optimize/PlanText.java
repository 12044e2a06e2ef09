package io.synkro.predict.optimize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a plan as a table for people. */
final class PlanText {
  private static final int MAX_ROWS = 25;
  private static final String ROW = "%-24s %-8s %10s %10s %12s %9s  %-10s  %s%n";
  private static final String MOVE = "%-24s %-12s %-12s %10s %12s %10s  %s%n";
  private static final Comparator<PlanLine> URGENT_AND_VALUABLE_FIRST =
      Comparator.comparing(PlanLine::urgency)
          .thenComparing(line -> -line.order().value())
          .thenComparing(PlanLine::id);

  private final StockPlan plan;
  private final StringBuilder text = new StringBuilder();

  private PlanText(StockPlan plan) {
    this.plan = plan;
  }

  static String of(StockPlan plan) {
    PlanText writer = new PlanText(plan);
    writer.head();
    writer.table();
    writer.transfers();
    writer.binding();
    writer.obstacles();
    writer.notPlanned();
    return writer.text.toString();
  }

  private void head() {
    PlanKpis kpis = plan.kpis();
    LineCosts costs = kpis.costs();
    line(
        "Stock plan of %s: %d orders for %.2f today, expected fill rate %.1f %%",
        plan.asOf(), kpis.orders(), kpis.orderValue(), 100 * kpis.expectedFillRate());
    line(
        "%d periods of %d days up to %s cost %.2f, planned together:",
        plan.calendar().periods(),
        plan.calendar().days(),
        plan.calendar().lastDay(plan.calendar().periods() - 1),
        costs.money());
    line(
        "  purchases %.2f, orders %.2f, holding %.2f, shortage %.2f,",
        costs.purchases(), costs.orders(), costs.holding(), costs.shortage());
    if (costs.transfers() > 0) {
      line("  transfers between warehouses %.2f,", costs.transfers());
    }
    line(
        "  sales lost before orders arrive %.2f, %s %.2f for %s at the end",
        costs.lostSales(),
        costs.terminalCredit() < 0 ? "plus" : "less",
        Math.abs(costs.terminalCredit()),
        costs.terminalCredit() < 0 ? "units owed" : "stock");
    if (kpis.belowTarget() > 0) {
      line(
          "%d of %d lines fall below the stock of their service level for a time (weighed at %.2f)",
          kpis.belowTarget(), kpis.lines(), costs.belowFloor());
    }
    proof(plan.proof());
  }

  private void proof(PlanProof proof) {
    if (Double.isFinite(proof.gap())) {
      line(
          "Proven: no plan is cheaper by more than %.3f %% (%.2f of %.2f)",
          100 * proof.gap(), proof.objective() - proof.lowerBound(), proof.objective());
    }
    if (proof.objective() - proof.unlimited() > 0.005) {
      line("The limits cost %.2f", proof.objective() - proof.unlimited());
    }
  }

  private void table() {
    List<PlanLine> rows =
        plan.lines().stream()
            .filter(row -> row.urgency() != Urgency.WAIT || row.order().quantity() > 0)
            .sorted(URGENT_AND_VALUABLE_FIRST)
            .toList();
    line(ROW, "item", "urgency", "wanted", "order", "value", "fill rate", "arrives", "next order");
    for (PlanLine each : rows.subList(0, Math.min(MAX_ROWS, rows.size()))) {
      row(each);
    }
    if (rows.size() > MAX_ROWS) {
      line("and %d more lines", rows.size() - MAX_ROWS);
    }
  }

  private void row(PlanLine row) {
    line(
        ROW,
        row.id(),
        row.urgency(),
        format("%.1f", row.order().wanted()),
        format("%.1f", row.order().quantity()),
        format("%.2f", row.order().value()),
        format("%.1f %%", 100 * row.service().fillRate()),
        row.nextReceipt().day(),
        row.laterOrders().isEmpty()
            ? "-"
            : format(
                "%s: %.1f",
                row.laterOrders().get(0).placed(), row.laterOrders().get(0).quantity()));
  }

  /** The most valuable of those that leave today. */
  private void transfers() {
    List<PlannedTransfer> today =
        plan.transfers().stream().filter(it -> it.sent().equals(plan.asOf())).toList();
    if (!today.isEmpty()) {
      line("Transfers of today: %d", today.size());
      line(MOVE, "product", "from", "to", "units", "value", "cost", "arrives");
      today.stream().limit(MAX_ROWS).forEach(this::move);
    }
    if (today.size() > MAX_ROWS) {
      line("and %d more transfers", today.size() - MAX_ROWS);
    }
  }

  private void move(PlannedTransfer transfer) {
    line(
        MOVE,
        transfer.from().product(),
        transfer.from().warehouse(),
        transfer.to().warehouse(),
        format("%.1f", transfer.quantity()),
        format("%.2f", transfer.value()),
        format("%.2f", transfer.cost()),
        transfer.arrival());
  }

  private void binding() {
    Map<PlanLimit.Subject, List<BindingConstraint>> bySubject = new LinkedHashMap<>();
    for (BindingConstraint limit : plan.binding()) {
      bySubject.computeIfAbsent(limit.subject(), subject -> new ArrayList<>()).add(limit);
    }
    bySubject.forEach(this::binding);
  }

  /** The period in which the next unit is worth most stands for all. */
  private void binding(PlanLimit.Subject subject, List<BindingConstraint> periods) {
    BindingConstraint most = periods.get(0);
    for (BindingConstraint each : periods) {
      most = each.marginalValue() > most.marginalValue() ? each : most;
    }
    line(
        "The %s binds in %d of %d periods, most from %s: %.2f of %.2f used, %.2f wanted; the next"
            + " unit would save %.4f",
        subject.name(),
        periods.size(),
        plan.calendar().periods(),
        plan.calendar().orderDay(most.limit().period()),
        most.used(),
        most.limit().amount(),
        most.wanted(),
        most.marginalValue());
  }

  private void obstacles() {
    plan.obstacles().stream().limit(MAX_ROWS).forEach(obstacle -> line("%s", obstacle.text()));
  }

  private void notPlanned() {
    plan.outcomes().stream()
        .filter(PlanOutcome.NotPlanned.class::isInstance)
        .map(PlanOutcome.NotPlanned.class::cast)
        .limit(MAX_ROWS)
        .forEach(it -> line("%s is not planned: %s", it.id(), it.reason()));
  }

  private void line(String format, Object... values) {
    String written = format(format, values);
    text.append(written.endsWith("\n") ? written : written + "\n");
  }

  /** The same text on every machine: no locale, and newlines as in the format of this class. */
  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }
}
