package io.synkro.predict.hierarchy.internal;

/**
 * Least squares with correlated errors of covariance W: minimises (ỹ − ŷ)'W⁻¹(ỹ − ŷ) over coherent
 * forecasts. Solved without W⁻¹ by ỹ = ŷ − WU(U'WU)⁻¹U'ŷ with U' = [I, −C], the constraint that
 * totals are sums; equal to S(S'W⁻¹S)⁻¹S'W⁻¹ŷ (Wickramasuriya, Athanasopoulos &amp; Hyndman 2019,
 * equations 9 and 10). Immutable, thread-safe.
 */
public final class CovarianceMethod implements ReconciliationMethod {
  private final SummingMatrix sums;
  private final double[][] covariance;
  private final DenseProjection complete;

  /**
   * Creates a method.
   *
   * @param sums the hierarchy
   * @param covariance of the errors of all nodes' base forecasts, with a positive diagonal; not
   *     copied
   */
  public CovarianceMethod(SummingMatrix sums, double[][] covariance) {
    this.sums = sums;
    this.covariance = covariance;
    this.complete = new DenseProjection(sums, covariance, new boolean[sums.nodes()]);
  }

  @Override
  public Step prepare(boolean[] absent) {
    for (boolean missing : absent) {
      if (missing) {
        return new DenseProjection(sums, covariance, absent.clone());
      }
    }
    return complete;
  }

  /**
   * Returns by how much reconciliation narrows the errors of each node if W is their covariance:
   * the root of the ratio of the diagonals of S(S'W⁻¹S)⁻¹S' and W.
   *
   * @return one factor a node, from 0 to 1
   */
  public double[] narrowing() {
    double[] after = complete.variances();
    double[] factors = new double[after.length];
    for (int node = 0; node < after.length; node++) {
      double ratio = after[node] / covariance[node][node];
      factors[node] = Math.sqrt(Math.min(1, Math.max(0, ratio)));
    }
    return factors;
  }
}
