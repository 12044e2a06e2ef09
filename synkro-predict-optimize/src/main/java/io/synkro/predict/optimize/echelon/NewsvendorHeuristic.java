package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.newsvendor.MismatchCosts;
import io.synkro.predict.optimize.newsvendor.Newsvendor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Echelon base-stock levels of serial systems from single newsvendor problems. The optimal level of
 * stage j lies between two quantiles of the demand over the lead times of stages 1 to j: that of (p
 * + Σ_{i&gt;j} h_i) / (p + Σ_i h_i) and that of (p + Σ_{i&gt;j} h_i) / (p + Σ_{i≥j} h_i). The
 * heuristic takes their mean. Source: Shang &amp; Song (2003), Newsvendor bounds and heuristic for
 * optimal policies in serial supply chains, Management Science 49(5); Snyder &amp; Shen (2019),
 * equation 6.32. All methods are safe for use by many threads.
 */
public final class NewsvendorHeuristic {
  private NewsvendorHeuristic() {}

  /**
   * Computes the mean of both bounds.
   *
   * @param system the system; waiting customers must cost something
   * @return units, the stage of the customers first; not always whole where demand is
   */
  public static List<Double> levels(SerialSystem system) {
    List<Double> lower = lowerBounds(system);
    List<Double> upper = upperBounds(system);
    List<Double> levels = new ArrayList<>();
    for (int j = 0; j < lower.size(); j++) {
      levels.add(lower.get(j) / 2 + upper.get(j) / 2);
    }
    return List.copyOf(levels);
  }

  /**
   * Computes the mean of both bounds in whole units.
   *
   * @param system the system; waiting customers must cost something
   * @param rounding how to round, such as {@link RoundingMode#CEILING}
   * @return whole units, the stage of the customers first
   */
  public static List<Double> levels(SerialSystem system, RoundingMode rounding) {
    return levels(system).stream()
        .map(level -> BigDecimal.valueOf(level).setScale(0, rounding).doubleValue())
        .toList();
  }

  /**
   * Computes levels that the optimal ones are not below.
   *
   * @param system the system; waiting customers must cost something
   * @return units, the stage of the customers first
   */
  public static List<Double> lowerBounds(SerialSystem system) {
    List<Double> bounds = new ArrayList<>();
    for (int j = 0; j < system.stages().size(); j++) {
      bounds.add(newsvendor(system, j, system.echelonHoldingCost(0, j + 1)));
    }
    return List.copyOf(bounds);
  }

  /**
   * Computes levels that the optimal ones are not above.
   *
   * @param system the system; waiting customers must cost something
   * @return units, the stage of the customers first
   */
  public static List<Double> upperBounds(SerialSystem system) {
    List<Double> bounds = new ArrayList<>();
    for (int j = 0; j < system.stages().size(); j++) {
      bounds.add(newsvendor(system, j, system.stages().get(j).echelonHoldingCost()));
    }
    return List.copyOf(bounds);
  }

  private static double newsvendor(SerialSystem system, int stage, double overage) {
    system.requireStockoutCost();
    int above = stage + 1;
    double underage =
        system.stockoutCost() + system.echelonHoldingCost(above, system.stages().size());
    MismatchCosts costs = new MismatchCosts(overage, underage);
    return new Newsvendor(costs, system.demandOver(system.leadTimeFrom(stage))).optimalStock();
  }
}
