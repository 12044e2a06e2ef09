package io.synkro.predict.hierarchy.internal;

/** The factor L of a symmetric positive definite matrix A = LL'. Immutable, thread-safe. */
final class Cholesky {
  private static final double FIRST_RIDGE = 1e-12;

  private final double[][] factor;

  private Cholesky(double[][] factor) {
    this.factor = factor;
  }

  /**
   * Factors a matrix. If it is singular to the last bits, as that of errors that always agree, the
   * smallest of 1e-12, 1e-10, ... of its mean diagonal that helps is added to its diagonal.
   *
   * @param matrix symmetric, finite, positive semidefinite; only its lower half is read
   */
  static Cholesky of(double[][] matrix) {
    double diagonal = 0;
    for (int i = 0; i < matrix.length; i++) {
      diagonal += matrix[i][i] / matrix.length;
    }
    double unit = diagonal > 0 ? diagonal : 1;
    for (double ridge = 0; ; ridge = ridge == 0 ? FIRST_RIDGE : ridge * 100) {
      double[][] factor = tryFactor(matrix, ridge * unit);
      if (factor.length == matrix.length) {
        return new Cholesky(factor);
      }
    }
  }

  /** Returns an empty array if the matrix is not positive definite. */
  private static double[][] tryFactor(double[][] matrix, double ridge) {
    int n = matrix.length;
    double[][] l = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double[] other = j == i ? row : l[j];
        double rest = i == j ? matrix[i][i] + ridge : matrix[i][j];
        row[j] = rest - dot(row, other, j);
        if (j < i) {
          row[j] /= other[j];
        } else if (!(row[i] > 1e-15 * matrix[i][i])) {
          return new double[0][];
        } else {
          row[i] = Math.sqrt(row[i]);
        }
      }
      l[i] = row;
    }
    return l;
  }

  /** Overwrites b with L⁻¹b. */
  void solveLower(double[] b) {
    for (int i = 0; i < factor.length; i++) {
      b[i] = (b[i] - dot(factor[i], b, i)) / factor[i][i];
    }
  }

  /** Overwrites b with A⁻¹b. */
  void solve(double[] b) {
    solveLower(b);
    for (int i = factor.length - 1; i >= 0; i--) {
      double[] row = factor[i];
      b[i] /= row[i];
      for (int j = 0; j < i; j++) {
        b[j] -= row[j] * b[i];
      }
    }
  }

  /** Overwrites the rows of B, one a row of L, with L⁻¹B. */
  void solveLowerRows(double[][] rows) {
    for (int i = 0; i < factor.length; i++) {
      double[] row = rows[i];
      for (int k = 0; k < i; k++) {
        double weight = factor[i][k];
        double[] above = rows[k];
        for (int j = 0; j < row.length; j++) {
          row[j] -= weight * above[j];
        }
      }
      for (int j = 0; j < row.length; j++) {
        row[j] /= factor[i][i];
      }
    }
  }

  /** Four sums side by side: the order is fixed, and they do not wait for one another. */
  private static double dot(double[] a, double[] b, int count) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < count; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < count; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
