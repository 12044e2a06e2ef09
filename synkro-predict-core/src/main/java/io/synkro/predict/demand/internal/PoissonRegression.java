package io.synkro.predict.demand.internal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Poisson pseudo maximum likelihood with a logarithmic link by iterated weighted least squares: a
 * log-log regression that zeros do not spoil and that asks for no Poisson distribution, only for a
 * right mean. Sources: McCullagh &amp; Nelder (1989), Generalized Linear Models, section 2.5;
 * Santos Silva &amp; Tenreyro (2006), The log of gravity, <a
 * href="https://doi.org/10.1162/rest.88.4.641">doi:10.1162/rest.88.4.641</a>.
 *
 * @param coefficient of the first column
 * @param standardError of that coefficient, by the sandwich of Newey &amp; West (1987), <a
 *     href="https://doi.org/10.2307/1913610">doi:10.2307/1913610</a>, with Bartlett weights over 4
 *     (n / 100)^(2/9) steps and the factor n / (n - k)
 */
record PoissonRegression(double coefficient, double standardError) {
  private static final int MOST_ROUNDS = 50;
  private static final double CLOSE = 1e-9;
  private static final double MOST_LOG = 40;
  private static final double SINGULAR = 1e-9;

  /**
   * Fits.
   *
   * @param x shape {@code [n][k]}, rows in the order of time
   * @param y zero or more, not all zero
   * @return the fit; empty if columns depend on each other or it does not converge
   */
  static Optional<PoissonRegression> fit(double[][] x, double[] y) {
    double[] means = new double[y.length];
    double mean = Arrays.stream(y).average().orElse(0);
    Arrays.setAll(means, t -> (y[t] + mean) / 2);
    double before = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] target = new double[y.length];
      Arrays.setAll(target, t -> StrictMath.log(means[t]) + (y[t] - means[t]) / means[t]);
      double[][] factor = factor(x, means);
      if (factor.length == 0) {
        return Optional.empty();
      }
      double[] beta = solve(factor, product(x, means, target));
      for (int t = 0; t < y.length; t++) {
        double log = dot(x[t], beta);
        means[t] = StrictMath.exp(Math.max(-MOST_LOG, Math.min(MOST_LOG, log)));
      }
      if (Math.abs(beta[0] - before) < CLOSE) {
        return Optional.of(new PoissonRegression(beta[0], error(factor, x, y, means)));
      }
      before = beta[0];
    }
    return Optional.empty();
  }

  private static double error(double[][] factor, double[][] x, double[] y, double[] means) {
    double[] unit = new double[factor.length];
    unit[0] = 1;
    double[] row = solve(factor, unit);
    int n = y.length;
    double[] influence = new double[n];
    Arrays.setAll(influence, t -> dot(x[t], row) * (y[t] - means[t]));
    int lags = (int) (4 * StrictMath.pow(n / 100.0, 2 / 9.0));
    double variance = 0;
    for (int lag = 0; lag <= lags; lag++) {
      double sum = 0;
      for (int t = lag; t < n; t++) {
        sum += influence[t] * influence[t - lag];
      }
      variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * sum;
    }
    return Math.sqrt(variance * n / (n - factor.length));
  }

  /** Lower Cholesky factor of X'WX; empty if it is singular. */
  private static double[][] factor(double[][] x, double[] weights) {
    int k = x[0].length;
    double[][] a = new double[k][k];
    for (int t = 0; t < weights.length; t++) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j <= i; j++) {
          a[i][j] += weights[t] * x[t][i] * x[t][j];
        }
      }
    }
    for (int j = 0; j < k; j++) {
      double whole = a[j][j];
      for (int i = j; i < k; i++) {
        for (int m = 0; m < j; m++) {
          a[i][j] -= a[i][m] * a[j][m];
        }
      }
      if (!(a[j][j] > SINGULAR * whole)) {
        return new double[0][];
      }
      double root = Math.sqrt(a[j][j]);
      for (int i = j; i < k; i++) {
        a[i][j] /= root;
      }
    }
    return a;
  }

  private static double[] product(double[][] x, double[] weights, double[] target) {
    double[] sums = new double[x[0].length];
    for (int t = 0; t < target.length; t++) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weights[t] * x[t][i] * target[t];
      }
    }
    return sums;
  }

  private static double[] solve(double[][] factor, double[] right) {
    double[] z = right.clone();
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < i; j++) {
        z[i] -= factor[i][j] * z[j];
      }
      z[i] /= factor[i][i];
    }
    for (int i = z.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < z.length; j++) {
        z[i] -= factor[j][i] * z[j];
      }
      z[i] /= factor[i][i];
    }
    return z;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
