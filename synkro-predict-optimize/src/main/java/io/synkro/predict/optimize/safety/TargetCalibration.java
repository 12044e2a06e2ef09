package io.synkro.predict.optimize.safety;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.simulate.DemandReplay;
import io.synkro.predict.optimize.simulate.InventorySimulator;
import io.synkro.predict.optimize.simulate.ReplannedPolicy;
import io.synkro.predict.optimize.simulate.ReplenishmentTerms;
import io.synkro.predict.optimize.simulate.SimulationCosts;
import io.synkro.predict.optimize.simulate.UnitFlow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds what target to give a rule, so that products together reach a fill rate: formulas assume
 * backorders and a demand that goes on as it was, so that a target of 95 % gives more on one set of
 * products and less on another. The end of the past is replayed with different targets; the one
 * that would have been right is the answer. It is the idea of split conformal prediction, applied
 * to a loss: Angelopoulos, Bates, Fisch, Lei &amp; Schuster (2024), "Conformal risk control", ICLR.
 *
 * @param rule finds levels
 * @param terms how stock is replenished; random lead times are drawn from seed 0
 * @param window the part of the past that is replayed
 */
public record TargetCalibration(TargetRule rule, ReplenishmentTerms terms, ReplayWindow window) {
  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 0.9999;
  private static final double CLOSE = 1e-4;
  private static final int MOST_STEPS = 30;
  private static final int LEAST_DEMANDS = 2;

  /**
   * Finds the target.
   *
   * @param wanted fill rate that products together shall reach, above 0 and below 1
   * @param histories demand by product and period, the oldest first; products with fewer than two
   *     demands before the window are left out
   * @return the target; at most 0.9999 and at least 0.05
   */
  public CalibratedTarget calibrate(double wanted, List<double[]> histories) {
    Require.between("wanted", wanted, 0, 1, "write 95 % as 0.95");
    List<Replayed> products = new ArrayList<>();
    for (double[] history : histories) {
      int start = history.length - window.periods();
      if (start > 0 && demands(history, start) >= LEAST_DEMANDS) {
        products.add(new Replayed(history, start));
      }
    }
    double low = LOWEST;
    double atLow = fillRate(products, low);
    double high = HIGHEST;
    double atHigh = fillRate(products, high);
    if (Double.isNaN(atHigh)) {
      return new CalibratedTarget(wanted, wanted, Double.NaN, 0);
    }
    if (atLow >= wanted || atHigh <= wanted) {
      boolean least = atLow >= wanted;
      return new CalibratedTarget(
          wanted, least ? low : high, least ? atLow : atHigh, products.size());
    }
    double target = wanted;
    double reached = fillRate(products, target);
    for (int i = 0; i < MOST_STEPS && Math.abs(reached - wanted) > CLOSE; i++) {
      if (reached < wanted) {
        low = target;
      } else {
        high = target;
      }
      target = 1 - Math.sqrt((1 - low) * (1 - high)); // halves the logarithm of what is short
      reached = fillRate(products, target);
    }
    return new CalibratedTarget(wanted, target, reached, products.size());
  }

  private double fillRate(List<Replayed> products, double target) {
    double served = 0;
    double demand = 0;
    for (Replayed product : products) {
      UnitFlow units = product.replay(target);
      served += units.fromShelf();
      demand += units.demand();
    }
    return served / demand;
  }

  private static int demands(double[] history, int end) {
    int count = 0;
    for (int t = 0; t < end; t++) {
      count += history[t] > 0 ? 1 : 0;
    }
    return count;
  }

  /** A product with the rule's view of its past at each time of planning. */
  private final class Replayed {
    private final DemandReplay replay;
    private final DoubleUnaryOperator[] levels;

    Replayed(double[] history, int start) {
      replay = DemandReplay.stockedByPolicy(history, start);
      levels = new DoubleUnaryOperator[1 + (window.periods() - 1) / window.replanEvery()];
      for (int k = 0; k < levels.length; k++) {
        int now = start + k * window.replanEvery();
        levels[k] =
            rule.levels(Arrays.copyOfRange(history, Math.max(0, now - window.history()), now));
      }
    }

    UnitFlow replay(double target) {
      ReplannedPolicy policy =
          new ReplannedPolicy(
              window.replanEvery(),
              view ->
                  levels[view.simulatedPeriods() / window.replanEvery()].applyAsDouble(target));
      return new InventorySimulator(terms, SimulationCosts.NONE).run(replay, policy).units();
    }
  }
}
