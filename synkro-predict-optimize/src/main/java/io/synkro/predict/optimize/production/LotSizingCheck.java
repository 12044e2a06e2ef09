package io.synkro.predict.optimize.production;

import java.util.ArrayList;
import java.util.List;

/**
 * Verifies a plan against its problem and adds up its costs, by code that no search shares.
 *
 * @param setupCost money for set-ups
 * @param holdingCost money for stock
 * @param violations what the plan breaks, in words; empty if it is feasible
 */
public record LotSizingCheck(double setupCost, double holdingCost, List<String> violations) {
  /** Share of the largest capacity, or of the demand of an item so far, that counts as rounding. */
  private static final double TOLERANCE = 1e-9;

  /** {@inheritDoc} */
  public LotSizingCheck {
    violations = List.copyOf(violations);
  }

  /**
   * Checks a plan.
   *
   * @param problem what was planned
   * @param plan the plan
   * @return what was found
   */
  public static LotSizingCheck of(CapacitatedLotSizing problem, LotSizingPlan plan) {
    List<String> violations = new ArrayList<>();
    double[] used = new double[problem.periods()];
    double largest = 0;
    double setups = 0;
    double held = 0;
    for (int i = 0; i < problem.items().size(); i++) {
      ProductionItem item = problem.items().get(i);
      double madeSoFar = 0;
      double neededSoFar = 0;
      for (int t = 0; t < used.length; t++) {
        double quantity = plan.quantity(i, t);
        if (quantity > 0) {
          setups += item.setupCost();
          used[t] += item.setupTime() + item.unitCapacity() * quantity;
        }
        madeSoFar += quantity;
        neededSoFar += item.demand(t);
        double stock = madeSoFar - neededSoFar;
        held += item.holdingCost() * Math.max(0, stock);
        if (stock < -TOLERANCE * neededSoFar) {
          violations.add("%s lacks %s units in period %d".formatted(item, -stock, t));
        }
      }
    }
    for (int t = 0; t < used.length; t++) {
      largest = Math.max(largest, problem.capacity(t));
    }
    for (int t = 0; t < used.length; t++) {
      if (used[t] > problem.capacity(t) + TOLERANCE * largest) {
        violations.add(
            "Period %d uses %s of a capacity of %s".formatted(t, used[t], problem.capacity(t)));
      }
    }
    return new LotSizingCheck(setups, held, violations);
  }

  /**
   * Returns what the plan costs.
   *
   * @return money for set-ups and stock
   */
  public double total() {
    return setupCost + holdingCost;
  }

  /**
   * Returns whether the plan meets all demand within the capacity.
   *
   * @return true if there are no violations
   */
  public boolean isFeasible() {
    return violations.isEmpty();
  }
}
