package io.synkro.predict.optimize;

import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An item that no plan can order, since its smallest order alone exceeds a hard limit in every
 * period.
 *
 * @param id product and warehouse
 * @param subject what is limited
 * @param least money or units of the smallest order
 * @param limit the most that any period has
 */
public record OrderObstacle(SeriesId id, PlanLimit.Subject subject, double least, double limit) {

  /** Finds the obstacles of lines with one way to order each, in the order of the lines. */
  static List<OrderObstacle> of(StockProblem problem) {
    Map<PlanLimit.Subject, Double> most = mostOfAnyPeriod(problem);
    List<OrderObstacle> found = new ArrayList<>();
    for (StockLine line : problem.lines()) {
      SupplyOption option = line.supply().get(0);
      double units = line.packSize() * option.minimumPacks();
      double money = units * option.unitCost(option.minimumPacks());
      Map<PlanLimit.Subject, Double> taken =
          Map.of(new PlanLimit.Budget(), money, new PlanLimit.Capacity(option.supplier()), units);
      most.forEach(
          (subject, limit) -> {
            double least = taken.getOrDefault(subject, 0.0);
            if (least > limit) {
              found.add(new OrderObstacle(line.id(), subject, least, limit));
            }
          });
    }
    return found;
  }

  private static Map<PlanLimit.Subject, Double> mostOfAnyPeriod(StockProblem problem) {
    Map<PlanLimit.Subject, Double> most = new LinkedHashMap<>();
    for (SharedLimit limit : problem.limits()) {
      boolean hard = limit.price() == SharedLimit.HARD;
      double amount = hard ? limit.amount() : Double.POSITIVE_INFINITY;
      most.merge(PlanLimit.subject(limit), amount, Math::max);
    }
    return most;
  }

  /**
   * Says it in words.
   *
   * @return a sentence with what to try
   */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s cannot be ordered: its smallest order takes %.2f of the %s, which is %.2f at most."
            + " Maybe raise it for a period, or agree on smaller orders.",
        id,
        least,
        subject.name(),
        limit);
  }
}
