package io.synkro.predict.hierarchy.internal;

import java.util.Arrays;

/**
 * Variances and the shrunken covariance of base forecasts' errors, about zero. Source: Schäfer
 * &amp; Strimmer (2005), <a
 * href="https://doi.org/10.2202/1544-6115.1175">doi:10.2202/1544-6115.1175</a>, target D, as in
 * Wickramasuriya, Athanasopoulos &amp; Hyndman (2019), section 2.4.
 */
public final class ResidualCovariance {
  private static final double LEAST_SHARE = 1e-6;

  private final double[][] covariance;
  private final double intensity;

  private ResidualCovariance(double[][] covariance, double intensity) {
    this.covariance = covariance;
    this.intensity = intensity;
  }

  /**
   * Returns the shrunken covariance, λ diag(V) + (1 − λ) V.
   *
   * @return symmetric, by node; not a copy
   */
  public double[][] covariance() {
    return covariance;
  }

  /**
   * Returns how far it was shrunk.
   *
   * @return λ, from 0 for not at all to 1 for no correlation left
   */
  public double intensity() {
    return intensity;
  }

  /**
   * Returns the mean squared residual of each node. One with fewer than two residuals has the mean
   * of its level; one that is never wrong has a millionth of the mean of all, so that no forecast
   * is beyond doubt.
   *
   * @param sums the hierarchy
   * @param residuals for each node its residuals, NaN where missing
   * @return one variance a node, positive
   */
  public static double[] variances(SummingMatrix sums, double[][] residuals) {
    double[] variances = new double[residuals.length];
    double[] ofLevel = new double[sums.levels() + 1];
    int[] counts = new int[sums.levels() + 1];
    for (int node = 0; node < residuals.length; node++) {
      variances[node] = meanSquare(residuals[node]);
      if (!Double.isNaN(variances[node])) {
        int level = sums.levelOf(node);
        ofLevel[level] += variances[node];
        counts[level]++;
      }
    }
    double known = Arrays.stream(counts).sum();
    double mean = known == 0 ? 0 : Arrays.stream(ofLevel).sum() / known;
    double least = mean > 0 ? LEAST_SHARE * mean : 1;
    for (int node = 0; node < variances.length; node++) {
      int level = sums.levelOf(node);
      double usual = counts[level] == 0 ? mean : ofLevel[level] / counts[level];
      double own = Double.isNaN(variances[node]) ? usual : variances[node];
      variances[node] = Math.max(least, own);
    }
    return variances;
  }

  private static double meanSquare(double[] residuals) {
    double sum = 0;
    int count = 0;
    for (double residual : residuals) {
      if (!Double.isNaN(residual)) {
        sum += residual * residual;
        count++;
      }
    }
    return count < 2 ? Double.NaN : sum / count;
  }

  /**
   * Shrinks correlations: with r the correlations of residuals x of unit mean square,
   *
   * <pre>λ = Σ Var(r) / Σ r²,  Var(r_ij) = (Σ x_i² x_j² − (Σ x_i x_j)² / T) / (T (T − 1))</pre>
   *
   * summed over i ≠ j and cut to [0, 1]. A missing residual counts as zero once it is scaled, which
   * keeps the matrix positive semidefinite and its correlations on the low side.
   *
   * @param residuals for each node T residuals, at least 2, NaN where missing
   * @param variances of the nodes, positive
   * @return the covariance with these variances
   */
  public static ResidualCovariance shrink(double[][] residuals, double[] variances) {
    int nodes = residuals.length;
    int steps = residuals[0].length;
    double[][] x = scaled(residuals, variances);
    double[][] covariance = new double[nodes][nodes];
    double spread = 0;
    double size = 0;
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < i; j++) {
        double product = 0;
        double squares = 0;
        for (int t = 0; t < steps; t++) {
          double both = x[i][t] * x[j][t];
          product += both;
          squares += both * both;
        }
        double r = product / steps;
        covariance[i][j] = r;
        spread += (squares - product * product / steps) / (steps * (steps - 1.0));
        size += r * r;
      }
    }
    double intensity = size == 0 ? 1 : Math.min(1, Math.max(0, spread / size));
    for (int i = 0; i < nodes; i++) {
      covariance[i][i] = variances[i];
      for (int j = 0; j < i; j++) {
        covariance[i][j] *= (1 - intensity) * Math.sqrt(variances[i]) * Math.sqrt(variances[j]);
        covariance[j][i] = covariance[i][j];
      }
    }
    return new ResidualCovariance(covariance, intensity);
  }

  private static double[][] scaled(double[][] residuals, double[] variances) {
    double[][] x = new double[residuals.length][];
    for (int i = 0; i < x.length; i++) {
      double deviation = Math.sqrt(variances[i]);
      x[i] =
          Arrays.stream(residuals[i])
              .map(residual -> Double.isNaN(residual) ? 0 : residual / deviation)
              .toArray();
    }
    return x;
  }
}
