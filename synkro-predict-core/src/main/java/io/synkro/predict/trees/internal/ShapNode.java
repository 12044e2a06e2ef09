package io.synkro.predict.trees.internal;

/**
 * One node at one point of the integral, for all rows of a {@link ShapBlock}: a method for each
 * kind of children, so that each loop is as plain as C2 wants it. Arrays of children that are
 * leaves are not touched.
 */
final class ShapNode {
  private static final double[] NONE = {};

  int rows;
  boolean hasLeft;
  boolean hasRight;
  double[] left = NONE;
  double[] right = NONE;
  double leftLeaf;
  double rightLeaf;

  double share;

  /** Chance that the feature is among those known, given that the walk came here. */
  double lean;

  double scale;
  double[] lift = NONE;
  double[] value = NONE;
  double[] sum = NONE;

  /** Finds the mean at the node from those at its children. */
  void up() {
    if (hasLeft) {
      if (hasRight) {
        upNodes(left, right);
      } else {
        upLeft(left, rightLeaf);
      }
    } else if (hasRight) {
      upRight(leftLeaf, right);
    } else {
      upLeaves(leftLeaf, rightLeaf);
    }
  }

  /** Adds what the node contributes and finds the weights of its children from its own. */
  void down() {
    if (hasLeft) {
      if (hasRight) {
        downNodes(left, right);
      } else {
        downLeft(left, rightLeaf);
      }
    } else if (hasRight) {
      downRight(leftLeaf, right);
    } else {
      downLeaves(leftLeaf - rightLeaf);
    }
  }

  private void upNodes(double[] a, double[] b) {
    double[] out = value;
    double[] e = lift;
    double w = share;
    double k = lean;
    int n = rows;
    for (int r = 0; r < n; r++) {
      out[r] = b[r] + (w + k * e[r]) * (a[r] - b[r]);
    }
  }

  private void upLeft(double[] a, double b) {
    double[] out = value;
    double[] e = lift;
    double w = share;
    double k = lean;
    int n = rows;
    for (int r = 0; r < n; r++) {
      out[r] = b + (w + k * e[r]) * (a[r] - b);
    }
  }

  private void upRight(double a, double[] b) {
    double[] out = value;
    double[] e = lift;
    double w = share;
    double k = lean;
    int n = rows;
    for (int r = 0; r < n; r++) {
      out[r] = b[r] + (w + k * e[r]) * (a - b[r]);
    }
  }

  private void upLeaves(double a, double b) {
    double[] out = value;
    double[] e = lift;
    double w = share;
    double k = lean;
    double difference = a - b;
    int n = rows;
    for (int r = 0; r < n; r++) {
      out[r] = b + (w + k * e[r]) * difference;
    }
  }

  private void downNodes(double[] a, double[] b) {
    double[] weight = value;
    double[] e = lift;
    double[] g = sum;
    double w = share;
    double k = lean;
    double c = scale;
    int n = rows;
    for (int r = 0; r < n; r++) {
      double p = weight[r];
      double leftWeight = p * (w + k * e[r]);
      g[r] += p * (c * e[r]) * (a[r] - b[r]);
      a[r] = leftWeight;
      b[r] = p - leftWeight;
    }
  }

  private void downLeft(double[] a, double b) {
    double[] weight = value;
    double[] e = lift;
    double[] g = sum;
    double w = share;
    double k = lean;
    double c = scale;
    int n = rows;
    for (int r = 0; r < n; r++) {
      double p = weight[r];
      g[r] += p * (c * e[r]) * (a[r] - b);
      a[r] = p * (w + k * e[r]);
    }
  }

  private void downRight(double a, double[] b) {
    double[] weight = value;
    double[] e = lift;
    double[] g = sum;
    double w = share;
    double k = lean;
    double c = scale;
    int n = rows;
    for (int r = 0; r < n; r++) {
      double p = weight[r];
      g[r] += p * (c * e[r]) * (a - b[r]);
      b[r] = p - p * (w + k * e[r]);
    }
  }

  private void downLeaves(double difference) {
    double[] weight = value;
    double[] e = lift;
    double[] g = sum;
    double c = scale;
    int n = rows;
    for (int r = 0; r < n; r++) {
      g[r] += weight[r] * (c * e[r]) * difference;
    }
  }
}
