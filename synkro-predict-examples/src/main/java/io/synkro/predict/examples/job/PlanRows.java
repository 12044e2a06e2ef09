package io.synkro.predict.examples.job;

import io.synkro.predict.forecast.DemandForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.PlanLine;
import io.synkro.predict.optimize.StockPlan;
import io.synkro.predict.optimize.StockPlanResult;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.stockout.Severity;
import io.synkro.predict.stockout.StockoutRisk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the stages say of each planned item, side by side. */
final class PlanRows {
  private PlanRows() {}

  /** One item: its stock, its demand, its risk and its plan. */
  record Row(StockItem item, DemandForecast demand, StockoutRisk risk, PlanLine line) {
    /** Whether it may well run out before goods can arrive. */
    boolean isAtRisk() {
      return risk.severity().compareTo(Severity.WARNING) >= 0;
    }

    boolean isOrdered() {
      return line.order().quantity() > 0;
    }
  }

  static Optional<StockPlan> plan(JobResult result) {
    return result.plan() instanceof StockPlanResult.Feasible feasible
        ? Optional.of(feasible.plan())
        : Optional.empty();
  }

  /** Why there is no plan and what would give one; nothing if there is one. */
  static List<String> problems(JobResult result) {
    if (result.plan() instanceof StockPlanResult.Infeasible infeasible) {
      List<String> sentences = new ArrayList<>(infeasible.conflict());
      infeasible
          .remedies()
          .forEach(change -> sentences.add("A plan becomes possible by " + change + "."));
      return sentences;
    }
    return result.plan() instanceof StockPlanResult.NotFound none
        ? List.of(none.reason())
        : List.of();
  }

  /** All items that were forecast, assessed and planned, in the order of the items. */
  static List<Row> all(JobResult result) {
    Map<SeriesId, StockoutRisk> risks = new HashMap<>();
    result.risks().risks().forEach(risk -> risks.put(risk.id(), risk));
    Map<SeriesId, PlanLine> lines = new HashMap<>();
    plan(result).ifPresent(plan -> plan.lines().forEach(line -> lines.put(line.id(), line)));
    List<Row> rows = new ArrayList<>();
    for (StockItem item : result.items()) {
      StockoutRisk risk = risks.get(item.id());
      PlanLine line = lines.get(item.id());
      Optional<DemandForecast> demand = result.forecast().find(item.id());
      if (risk != null && line != null && demand.isPresent()) {
        rows.add(new Row(item, demand.get(), risk, line));
      }
    }
    return rows;
  }

  /** The items to look at first: those at risk, then those to order, the most margin first. */
  static List<Row> mostAtStake(JobResult result, int most) {
    return all(result).stream()
        .sorted(
            Comparator.comparing((Row row) -> !row.isAtRisk())
                .thenComparing(row -> !row.isOrdered())
                .thenComparingDouble(row -> -row.risk().loss().margin())
                .thenComparing(row -> row.item().id()))
        .limit(most)
        .toList();
  }
}
