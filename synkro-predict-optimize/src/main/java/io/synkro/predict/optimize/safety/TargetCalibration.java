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

  /**
   * Standard errors taken off the replayed rate: the future tends to be a little harder than the
   * past. Chosen on years and sets apart from those it is judged by, on which 0 to 1 did about
   * equally well.
   */
  private static final double CAUTION = 0.5;

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
      int start = history.length - window.periods() - warmUp();
      if (start > 0 && demands(history, start) >= LEAST_DEMANDS) {
        products.add(new Replayed(history, start));
      }
    }
    double low = LOWEST;
    double atLow = cautiousFillRate(products, low);
    double high = HIGHEST;
    double atHigh = cautiousFillRate(products, high);
    if (Double.isNaN(atHigh)) {
      return new CalibratedTarget(wanted, wanted, Double.NaN, 0);
    }
    if (atLow >= wanted || atHigh <= wanted) {
      boolean least = atLow >= wanted;
      return new CalibratedTarget(
          wanted, least ? low : high, least ? atLow : atHigh, products.size());
    }
    double target = wanted;
    double reached = cautiousFillRate(products, target);
    for (int i = 0; i < MOST_STEPS && Math.abs(reached - wanted) > CLOSE; i++) {
      if (reached < wanted) {
        low = target;
      } else {
        high = target;
      }
      target = 1 - Math.sqrt((1 - low) * (1 - high)); // halves the logarithm of what is short
      reached = cautiousFillRate(products, target);
    }
    return new CalibratedTarget(wanted, target, reached, products.size());
  }

  /**
   * Returns the fill rate less half its standard error over products, by linearisation of the
   * ratio. Source: Cochran (1977), Sampling Techniques, 3rd edition, section 2.11.
   */
  private double cautiousFillRate(List<Replayed> products, double target) {
    double[] served = new double[products.size()];
    double[] demand = new double[products.size()];
    for (int i = 0; i < served.length; i++) {
      Replayed product = products.get(i);
      UnitFlow all = product.replay(product.all, target);
      UnitFlow before = product.replay(product.warmUp, target);
      served[i] = all.fromShelf() - before.fromShelf();
      demand[i] = all.demand() - before.demand();
    }
    double total = Arrays.stream(demand).sum();
    double rate = Arrays.stream(served).sum() / total;
    double squares = 0;
    for (int i = 0; i < served.length; i++) {
      squares += (served[i] - rate * demand[i]) * (served[i] - rate * demand[i]);
    }
    return rate - CAUTION * Math.sqrt(squares) / total;
  }

  /**
   * Returns how long a replay runs before it counts: it begins with a full shelf, which would
   * flatter the policy until the first orders have arrived and been used up.
   */
  private int warmUp() {
    int protection = terms.leadTime().maxDays() + terms.review();
    return window.replanEvery() * (1 + (protection - 1) / window.replanEvery());
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
    private final DemandReplay all;
    private final DemandReplay warmUp;
    private final DoubleUnaryOperator[] levels;

    Replayed(double[] history, int start) {
      all = DemandReplay.stockedByPolicy(history, start);
      warmUp = DemandReplay.stockedByPolicy(Arrays.copyOf(history, start + warmUp()), start);
      levels = new DoubleUnaryOperator[1 + (all.periods() - 1) / window.replanEvery()];
      for (int k = 0; k < levels.length; k++) {
        int now = start + k * window.replanEvery();
        levels[k] =
            rule.levels(Arrays.copyOfRange(history, Math.max(0, now - window.history()), now));
      }
    }

    UnitFlow replay(DemandReplay replay, double target) {
      int every = window.replanEvery();
      ReplannedPolicy policy =
          new ReplannedPolicy(
              every, view -> levels[view.simulatedPeriods() / every].applyAsDouble(target));
      return new InventorySimulator(terms, SimulationCosts.NONE).run(replay, policy).units();
    }
  }
}
