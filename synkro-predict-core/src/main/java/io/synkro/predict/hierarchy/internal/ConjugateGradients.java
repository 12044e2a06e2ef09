package io.synkro.predict.hierarchy.internal;

import java.util.Arrays;

/**
 * Solves (W_a + C V C') x = r for diagonal W_a and V by conjugate gradients, preconditioned by the
 * diagonal (Hestenes &amp; Stiefel 1952; Saad, Iterative Methods for Sparse Linear Systems, 2nd
 * ed., algorithm 9.1). Holds work arrays: not safe for use by many threads.
 */
final class ConjugateGradients {
  private static final int MOST_STEPS = 500;
  private static final int MOST_DIRECT = 1500;

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
   * Stops when the residual has fallen to a part of what it was. If that takes too many steps, as
   * with variances of very different size, a system of moderate size is solved directly; for a
   * large one x is an approximation, and the caller checks how good it is.
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
    if (product > target && scale.length <= MOST_DIRECT) {
      System.arraycopy(right, 0, x, 0, x.length);
      Cholesky.of(matrix(seriesVariance)).solve(x);
    }
  }

  private double[][] matrix(double[] seriesVariance) {
    double[][] matrix = new double[scale.length][scale.length];
    for (int level = 0; level < sums.levels(); level++) {
      for (int other = 0; other < sums.levels(); other++) {
        for (int j = 0; j < series.length; j++) {
          matrix[sums.nodeOf(level, j)][sums.nodeOf(other, j)] += seriesVariance[j];
        }
      }
    }
    for (int g = 0; g < matrix.length; g++) {
      matrix[g][g] += totalVariance[g];
      for (int k = 0; absent[g] && k < matrix.length; k++) {
        matrix[g][k] = g == k ? 1 : 0;
        matrix[k][g] = matrix[g][k];
      }
    }
    return matrix;
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
