package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Optimal echelon base-stock levels of serial systems, and the expected cost of any. Sources: Clark
 * &amp; Scarf (1960), Optimal policies for a multi-echelon inventory problem, Management Science
 * 6(4); Chen &amp; Zheng (1994); Snyder &amp; Shen (2019), section 6.2.
 *
 * <p>Whole-number demand is computed exactly as long as the levels span no more than 8,192 units;
 * beyond that costs are kept every few units, some 1/500 of a standard deviation. Other demand is
 * computed with steps of 1/64 of a standard deviation and finer, and extrapolated to none
 * (Romberg), until the relative change is below 1e-10: for a bounded density without jumps that is
 * the accuracy too, for others some 1e-8. All methods are safe for use by many threads.
 */
public final class ClarkScarf {
  private static final double MOST_KNOTS = 8_192;
  private static final int FIRST_STEPS = 64;
  private static final int HALVINGS = 3;
  private static final double ACCURACY = 1e-10;

  private ClarkScarf() {}

  /**
   * Finds the levels with the least expected cost.
   *
   * @param system the system; waiting customers must cost something
   * @return the levels and what they cost
   */
  public static SerialPolicy optimize(SerialSystem system) {
    system.requireStockoutCost();
    List<Double> caps = NewsvendorHeuristic.upperBounds(system);
    double[] levels = refined(system, caps, EchelonRecursion::optimalLevels);
    List<Double> list = Arrays.stream(levels).boxed().toList();
    return new SerialPolicy(list, cost(system, list));
  }

  /**
   * Computes what levels cost.
   *
   * @param system the system
   * @param echelonLevels echelon base-stock levels in units, any number each, the stage of the
   *     customers first; whole where demand is
   * @return expected cost in the long run
   */
  public static SerialCost cost(SerialSystem system, List<Double> echelonLevels) {
    List<Double> levels = system.requireLevels(echelonLevels);
    double[] parts = refined(system, levels, recursion -> recursion.holdingAndBackorders(levels));
    return new SerialCost(parts[0], system.stockoutCost() * Math.max(0, parts[1]));
  }

  private static double[] refined(
      SerialSystem system, List<Double> caps, Function<EchelonRecursion, double[]> result) {
    double span = span(system, caps);
    if (system.isDiscrete()) {
      double step = Math.max(1, Math.ceil(span / MOST_KNOTS));
      return result.apply(new EchelonRecursion(system, step));
    }
    double coarsest = span / MOST_KNOTS * (1 << HALVINGS);
    double time = system.leadTimeFrom(system.stages().size() - 1);
    double step = Math.max(coarsest, system.demandOver(time).sd() / FIRST_STEPS);
    return extrapolated(system, step > 0 ? step : 1, result);
  }

  /** Romberg's table: the error has even powers of the step only. */
  private static double[] extrapolated(
      SerialSystem system, double step, Function<EchelonRecursion, double[]> result) {
    List<double[]> row = new ArrayList<>();
    row.add(result.apply(new EchelonRecursion(system, step)));
    for (int i = 1; i <= HALVINGS; i++) {
      List<double[]> next = new ArrayList<>();
      next.add(result.apply(new EchelonRecursion(system, step / (1 << i))));
      for (int k = 1; k <= i; k++) {
        next.add(combined(next.get(k - 1), row.get(k - 1), (1 << (2 * k)) - 1));
      }
      double[] before = row.get(i - 1);
      row = next;
      if (close(before, row.get(i))) {
        break;
      }
    }
    return row.get(row.size() - 1);
  }

  private static double[] combined(double[] fine, double[] coarse, double divisor) {
    double[] better = new double[fine.length];
    for (int i = 0; i < fine.length; i++) {
      better[i] = fine[i] + (fine[i] - coarse[i]) / divisor;
    }
    return better;
  }

  private static boolean close(double[] one, double[] other) {
    double most = 0;
    double scale = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
      scale = Math.max(scale, Math.abs(other[i]));
    }
    return most <= ACCURACY * scale;
  }

  /** The widest range over which the cost of a stage is not straight. */
  private static double span(SerialSystem system, List<Double> caps) {
    double widest = 0;
    double last = 0;
    for (int j = 0; j < caps.size(); j++) {
      DemandDistribution demand = system.demandOver(system.stages().get(j).leadTime());
      double top = Math.min(caps.get(j), last + demand.quantile(1 - EchelonCost.TAIL));
      widest = Math.max(widest, top - EchelonRecursion.lowest(system, j));
      last = caps.get(j);
    }
    return widest;
  }
}
