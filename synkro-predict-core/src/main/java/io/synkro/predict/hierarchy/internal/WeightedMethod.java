package io.synkro.predict.hierarchy.internal;

/**
 * Least squares with independent errors: minimises Σ (ỹ − ŷ)² / w over coherent forecasts, and over
 * those not below zero on request. The totals' multipliers z solve
 *
 * <pre>F(z) = W_a z + C max(0, b̂ + W_b C'z) − â = 0,  b̃ = max(0, b̂ + W_b C'z)</pre>
 *
 * (without the max where negative forecasts are allowed): the gradient of a convex function, one
 * unknown a total. It is solved by semismooth Newton steps (Qi &amp; Sun 1993, <a
 * href="https://doi.org/10.1007/BF01581275">doi:10.1007/BF01581275</a>) with a line search; each
 * step is a symmetric positive definite system, solved by preconditioned conjugate gradients
 * without forming a matrix. Every iterate gives coherent forecasts, none below zero, so the search
 * may stop at any time. Immutable, thread-safe.
 */
public final class WeightedMethod implements ReconciliationMethod {
  private final SummingMatrix sums;
  private final double[] variances;

  /**
   * Creates a method.
   *
   * @param sums the hierarchy
   * @param variances error variance of each node's base forecasts, positive; copied
   */
  public WeightedMethod(SummingMatrix sums, double[] variances) {
    this.sums = sums;
    this.variances = variances.clone();
  }

  @Override
  public Step prepare(boolean[] absent) {
    return new NewtonStep(sums, variances, absent.clone());
  }
}
