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

  /** Optimal echelon base-stock levels. */
  double[] optimalLevels() {
    double[] levels = new double[system.stages().size()];
    PiecewiseLinear carried =
        PiecewiseLinear.ofShortage(system.stockoutCost() + system.totalHoldingCost());
    PiecewiseLinear inner = carried;
    DemandDistribution demand = system.demandOver(0);
    for (int j = 0; j < levels.length; j++) {
      double holding = system.stages().get(j).echelonHoldingCost();
      if (addsTime(j)) {
        inner = carried;
        demand = system.demandOver(system.stages().get(j).leadTime());
      }
      inner = inner.plusLinear(holding);
      EchelonCost cost = new EchelonCost(inner, demand);
      double low = lowest(system, j);
      levels[j] = cost.minimum(low, system.isDiscrete());
      carried = cost.upTo(levels[j], low, step, holding);
    }
    return levels;
  }

  /** Expected holding cost and expected backorders of given levels, to which cost is linear. */
  double[] holdingAndBackorders(List<Double> levels) {
    double[] reached = reached(levels);
    return new double[] {expected(reached, 1, system.totalHoldingCost()), expected(reached, 0, 1)};
  }

  private double expected(double[] levels, double holdingWeight, double penalty) {
    PiecewiseLinear carried = PiecewiseLinear.ofShortage(penalty);
    double expected = 0;
    for (int j = 0; j < levels.length; j++) {
      double holding = holdingWeight * system.stages().get(j).echelonHoldingCost();
      if (addsTime(j)) {
        DemandDistribution demand = system.demandOver(system.stages().get(j).leadTime());
        EchelonCost cost = new EchelonCost(carried.plusLinear(holding), demand);
        expected = cost.at(levels[j]);
        carried = cost.upTo(levels[j], lowest(system, j), step, holding);
      } else {
        expected += holding * levels[j];
        carried = carried.plusLinear(holding).bentAt(levels[j], -holding);
      }
    }
    return expected;
  }

  /**
   * Whether the cost of a stage must be averaged over demand. Without a lead time C_j(y) = h_j y +
   * C_{j−1}(min(S_{j−1}, y)), which is used as it is, as no demand smooths the corners at knots.
   */
  private boolean addsTime(int stage) {
    return stage == 0 || system.stages().get(stage).leadTime() > 0;
  }

  /** The levels that a stage can reach: one without lead time lets through no more than its own. */
  private double[] reached(List<Double> levels) {
    double[] reached = levels.stream().mapToDouble(Double::doubleValue).toArray();
    for (int j = reached.length - 1; j > 0; j--) {
      if (!addsTime(j)) {
        reached[j - 1] = Math.min(reached[j - 1], reached[j]);
      }
    }
    return reached;
  }

  /** A position below which nothing of an echelon reaches the customers in time. */
  static double lowest(SerialSystem system, int stage) {
    return system.demandOver(system.leadTimeFrom(stage)).quantile(EchelonCost.TAIL);
  }
}
