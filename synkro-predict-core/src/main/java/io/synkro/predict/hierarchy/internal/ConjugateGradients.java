package io.synkro.predict.hierarchy.internal;

import java.util.Arrays;

/**
 * Solves (W_a + C V C') x = r for diagonal W_a and V by conjugate gradients, preconditioned by the
 * diagonal (Hestenes &amp; Stiefel 1952; Saad, Iterative Methods for Sparse Linear Systems, 2nd
 * ed., algorithm 9.1). Holds work arrays: not safe for use by many threads.
 */
final class ConjugateGradients {
  private static final int MOST_STEPS = 500;

  private final SummingMatrix sums;
  private final double[] totalVariance;
  private final boolean[] absent;
  private final double[] scale;
  private final double[] residual;
  private final double[] search;
  private final double[] image;
  private final double[] series;

  /** Totals that are absent stay at zero. */
  ConjugateGradients(SummingMatrix sums, double[] totalVariance, boolean[] absent) {
    int totals = sums.totals();
    this.sums = sums;
    this.totalVariance = totalVariance;
    this.absent = absent;
    this.scale = new double[totals];
    this.residual = new double[totals];
    this.search = new double[totals];
    this.image = new double[totals];
    this.series = new double[sums.series()];
  }

  /**
   * Stops after {@link #MOST_STEPS} or when the residual has fallen to a part of what it was; the
   * caller checks how good x is.
   */
  void solve(double[] seriesVariance, double[] right, double accuracy, double[] x) {
    sums.addUp(seriesVariance, scale);
    double product = 0;
    for (int g = 0; g < scale.length; g++) {
      scale[g] = absent[g] ? 0 : 1 / (totalVariance[g] + scale[g]);
      residual[g] = right[g];
      search[g] = scale[g] * right[g];
      product += residual[g] * search[g];
    }
    Arrays.fill(x, 0);
    double target = accuracy * accuracy * product;
    for (int step = 0; step < MOST_STEPS && product > target; step++) {
      multiply(seriesVariance);
      double curvature = 0;
      for (int g = 0; g < scale.length; g++) {
        curvature += search[g] * image[g];
      }
      double length = product / curvature;
      double next = 0;
      for (int g = 0; g < scale.length; g++) {
        x[g] += length * search[g];
        residual[g] -= length * image[g];
        next += residual[g] * scale[g] * residual[g];
      }
      double turn = next / product;
      for (int g = 0; g < scale.length; g++) {
        search[g] = scale[g] * residual[g] + turn * search[g];
      }
      product = next;
    }
  }

  private void multiply(double[] seriesVariance) {
    sums.spread(search, series);
    for (int j = 0; j < series.length; j++) {
      series[j] *= seriesVariance[j];
    }
    sums.addUp(series, image);
    for (int g = 0; g < image.length; g++) {
      image[g] = absent[g] ? 0 : image[g] + totalVariance[g] * search[g];
    }
  }
}
