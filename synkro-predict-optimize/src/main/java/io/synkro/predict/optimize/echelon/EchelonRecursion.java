package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.List;

/**
 * The recursion of Clark &amp; Scarf in the form of Chen &amp; Zheng (1994), Lower bounds for
 * multi-echelon stochastic inventory systems, Management Science 40(11): from C̄_0(x) = (p + Σ h_i)
 * x⁻ on, stage after stage, Ĉ_j(x) = h_j x + C̄_{j−1}(x), C_j(y) = E[Ĉ_j(y − D_j)], C̄_j(x) =
 * C_j(min(S_j, x)). The functions are kept at knots; the last one is S_j.
 */
final class EchelonRecursion {
  private final SerialSystem system;
  private final double step;

  /**
   * Prepares the recursion.
   *
   * @param system the system
   * @param step distance of the knots
   */
  EchelonRecursion(SerialSystem system, double step) {
    this.system = system;
    this.step = step;
  }

  /** Chooses the base-stock level of a stage, counted from 0. */
  @FunctionalInterface
  private interface LevelRule {
    double level(int stage, double low, EchelonCost cost);
  }

  /** Optimal echelon base-stock levels. */
  double[] optimalLevels() {
    double[] levels = new double[system.stages().size()];
    boolean whole = system.isDiscrete();
    LevelRule best =
        (j, low, cost) -> {
          levels[j] = cost.minimum(low, whole);
          return levels[j];
        };
    run(1, system.stockoutCost() + system.totalHoldingCost(), best);
    return levels;
  }

  /** Expected holding cost and expected backorders of given levels, to which cost is linear. */
  double[] holdingAndBackorders(List<Double> levels) {
    LevelRule given = (j, low, cost) -> levels.get(j);
    return new double[] {run(1, system.totalHoldingCost(), given), run(0, 1, given)};
  }

  private double run(double holdingWeight, double penalty, LevelRule rule) {
    PiecewiseLinear carried = PiecewiseLinear.ofShortage(penalty);
    double expected = 0;
    for (int j = 0; j < system.stages().size(); j++) {
      SerialStage stage = system.stages().get(j);
      double holding = holdingWeight * stage.echelonHoldingCost();
      DemandDistribution demand = system.demandOver(stage.leadTime());
      EchelonCost cost = new EchelonCost(carried.plusLinear(holding), demand);
      double low = lowest(system, j);
      double level = rule.level(j, low, cost);
      expected = cost.at(level);
      carried = cost.upTo(level, low, step, holding);
    }
    return expected;
  }

  /** A position below which nothing of an echelon reaches the customers in time. */
  static double lowest(SerialSystem system, int stage) {
    return system.demandOver(system.leadTimeFrom(stage)).quantile(EchelonCost.TAIL);
  }
}
