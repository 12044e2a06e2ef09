package io.synkro.predict.optimize.linear.ojalgo;

/**
 * A row {@code values · x[columns] <= limit} that all points keep, but a program's solution did
 * not.
 */
final class Cut {
  final int[] columns;
  final double[] values;
  final double limit;

  /** How far the solution was beyond the row, as a distance. */
  final double depth;

  Cut(int[] columns, double[] values, double limit, double depth) {
    this.columns = columns;
    this.values = values;
    this.limit = limit;
    this.depth = depth;
  }

  double excess(double[] x) {
    double sum = -limit;
    for (int k = 0; k < columns.length; k++) {
      sum += values[k] * x[columns[k]];
    }
    return sum;
  }

  /** Cosine of the angle between two rows. */
  double parallelism(Cut other, double[] zeros) {
    double dot = 0;
    for (int k = 0; k < columns.length; k++) {
      zeros[columns[k]] = values[k];
    }
    for (int k = 0; k < other.columns.length; k++) {
      dot += other.values[k] * zeros[other.columns[k]];
    }
    for (int column : columns) {
      zeros[column] = 0;
    }
    return dot / (norm() * other.norm());
  }

  private double norm() {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
