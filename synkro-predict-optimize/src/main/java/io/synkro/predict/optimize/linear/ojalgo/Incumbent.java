package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;
import io.synkro.predict.optimize.linear.LinearOptions;
import io.synkro.predict.optimize.linear.LinearSolution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The best checked point so far, and what another one has to be below to be worth a search. */
final class Incumbent {
  private final LinearModel model;
  private final LinearOptions options;
  private final double step;
  private @Nullable LinearSolution best;

  Incumbent(LinearModel model, LinearOptions options) {
    this.model = model;
    this.options = options;
    this.step = step(model);
  }

  /** Takes a point if it passes the check and is better. Returns whether it passes. */
  boolean offer(double[] point) {
    Optional<LinearSolution> solution = LinearSolution.verified(model, point, options.tolerances());
    if (solution.isEmpty()) {
      return false;
    }
    if (best == null || solution.get().objective() < best.objective()) {
      best = solution.get();
    }
    return true;
  }

  @Nullable LinearSolution best() {
    return best;
  }

  double objective() {
    return best == null ? Double.POSITIVE_INFINITY : best.objective();
  }

  /** Points that are not below this are not searched for. */
  double cutoff() {
    if (best == null) {
      return Double.POSITIVE_INFINITY;
    }
    double size = Math.abs(best.objective());
    double gap = Math.max(options.relativeGap() * size, 0.9 * LinearOptions.ABSOLUTE_GAP);
    return best.objective() - Math.max(gap, step * (1 - 1e-6));
  }

  /** What is proven once nothing is below the cutoff: between two steps there is no objective. */
  double claim() {
    return step > 0 ? objective() : cutoff();
  }

  /** Raises a bound to the next objective that a point can have. */
  double raised(double bound) {
    if (step == 0 || Double.isInfinite(bound)) {
      return bound;
    }
    double steps = (bound - model.offset()) / step;
    double next = model.offset() + Math.ceil(steps - 1e-6) * step;
    return Math.abs(steps) < 1e9 ? Math.max(bound, next) : bound;
  }

  /**
   * The step between two objectives, if only integer columns cost anything, and whole numbers or
   * tenths to thousandths of them; zero otherwise.
   */
  private static double step(LinearModel model) {
    for (double scale = 1; scale <= 1000; scale *= 10) {
      long divisor = 0;
      for (int j = 0; j < model.columns() && divisor >= 0; j++) {
        double cost = model.cost(j) * scale;
        if (cost == 0) {
          continue;
        }
        boolean whole = model.isInteger(j) && cost == Math.rint(cost) && Math.abs(cost) < 1e9;
        divisor = whole ? greatestCommonDivisor(divisor, (long) Math.abs(cost)) : -1;
      }
      if (divisor > 0) {
        return divisor / scale;
      }
    }
    return 0;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
