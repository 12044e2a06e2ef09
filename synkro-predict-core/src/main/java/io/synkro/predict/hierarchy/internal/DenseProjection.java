package io.synkro.predict.hierarchy.internal;

import io.synkro.predict.internal.Lazy;
import java.util.Arrays;
import java.util.stream.IntStream;

/** {@link CovarianceMethod} for given nodes without a forecast. Immutable, thread-safe. */
final class DenseProjection implements ReconciliationMethod.Step {
  private final SummingMatrix sums;
  private final boolean[] absent;

  /** The totals that have a forecast: the rows of U'. */
  private final int[] rows;

  /** Factor of U'WU. */
  private final Cholesky factor;

  /** L⁻¹U'W, columns of the series. */
  private final double[][] gain;

  /** (S'W⁻¹S)⁻¹, the covariance of the errors of the reconciled series. */
  private final Lazy<double[][]> seriesCovariance;

  DenseProjection(SummingMatrix sums, double[][] covariance, boolean[] absent) {
    this.sums = sums;
    this.absent = absent;
    this.rows = presentTotals(sums, absent);
    int n = sums.nodes();
    double[][] constrained = new double[rows.length][n];
    constrain(i -> covariance[i], constrained);
    clearAbsent(constrained);
    double[][] system = new double[rows.length][rows.length];
    double[] image = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      constrain(constrained[i], image);
      System.arraycopy(image, 0, system[i], 0, rows.length);
    }
    this.factor = Cholesky.of(system);
    this.gain = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      gain[i] = Arrays.copyOfRange(constrained[i], sums.totals(), n);
    }
    factor.solveLowerRows(gain);
    this.seriesCovariance = new Lazy<>(() -> seriesCovariance(covariance));
  }

  private interface Row {
    double[] of(int node);
  }

  private static int[] presentTotals(SummingMatrix sums, boolean[] absent) {
    return IntStream.range(0, sums.totals()).filter(g -> !absent[g]).toArray();
  }

  /** Rows of U'W: those of the totals less those of their series; absent series count as known. */
  private void constrain(Row covariance, double[][] target) {
    double[][] byTotal = new double[sums.totals()][];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(covariance.of(rows[i]), 0, target[i], 0, sums.nodes());
      byTotal[rows[i]] = target[i];
    }
    for (int level = 0; level < sums.levels(); level++) {
      for (int j = 0; j < sums.series(); j++) {
        double[] row = byTotal[sums.nodeOf(level, j)];
        if (row == null || absent[sums.totals() + j]) {
          continue;
        }
        double[] minus = covariance.of(sums.totals() + j);
        for (int k = 0; k < minus.length; k++) {
          row[k] -= minus[k];
        }
      }
    }
  }

  private void clearAbsent(double[][] constrained) {
    for (double[] row : constrained) {
      for (int node = 0; node < row.length; node++) {
        row[node] = absent[node] ? 0 : row[node];
      }
    }
  }

  /** U'y for the present totals. */
  private void constrain(double[] y, double[] target) {
    int totals = sums.totals();
    double[] series = new double[sums.series()];
    for (int j = 0; j < series.length; j++) {
      series[j] = absent[totals + j] ? 0 : y[totals + j];
    }
    double[] added = new double[totals];
    sums.addUp(series, added);
    for (int i = 0; i < rows.length; i++) {
      target[i] = y[rows[i]] - added[rows[i]];
    }
  }

  private double[][] seriesCovariance(double[][] covariance) {
    int totals = sums.totals();
    double[][] v = new double[sums.series()][];
    for (int j = 0; j < v.length; j++) {
      v[j] = new double[v.length];
      if (absent[totals + j]) {
        continue;
      }
      for (int k = 0; k < v.length; k++) {
        v[j][k] = absent[totals + k] ? 0 : covariance[totals + j][totals + k];
      }
      for (double[] row : gain) {
        double weight = row[j];
        for (int k = 0; k < v.length; k++) {
          v[j][k] -= weight * row[k];
        }
      }
    }
    return v;
  }

  @Override
  public boolean solve(double[] base, boolean nonNegative, double[] series) {
    double[] discrepancy = new double[rows.length];
    constrain(base, discrepancy);
    factor.solveLower(discrepancy);
    int totals = sums.totals();
    for (int j = 0; j < series.length; j++) {
      double correction = 0;
      for (int i = 0; i < rows.length; i++) {
        correction += gain[i][j] * discrepancy[i];
      }
      series[j] = absent[totals + j] ? 0 : base[totals + j] - correction;
    }
    boolean optimal = !nonNegative || new BlockPivoting(seriesCovariance.get()).boundAtZero(series);
    for (int j = 0; j < series.length; j++) {
      series[j] = absent[totals + j] ? Double.NaN : series[j];
    }
    return optimal;
  }

  /** The diagonal of S(S'W⁻¹S)⁻¹S'. */
  double[] variances() {
    double[][] v = seriesCovariance.get();
    double[] variances = new double[sums.nodes()];
    for (int j = 0; j < v.length; j++) {
      variances[sums.totals() + j] = v[j][j];
      for (int level = 0; level < sums.levels(); level++) {
        int total = sums.nodeOf(level, j);
        for (int k = 0; k < v.length; k++) {
          variances[total] += sums.nodeOf(level, k) == total ? v[j][k] : 0;
        }
      }
    }
    return variances;
  }
}
