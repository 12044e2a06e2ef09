package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;

/** Bounds of all columns that hold in a part of the search. */
final class Box {
  private static final double ROUNDING = 1e-9;

  final double[] lower;
  final double[] upper;

  private Box(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /** The bounds of a model, those of integer columns rounded to whole numbers within. */
  static Box of(LinearModel model) {
    Box box = new Box(model.lowers(), model.uppers());
    for (int j = 0; j < model.columns(); j++) {
      if (model.isInteger(j)) {
        box.lower[j] = Math.ceil(box.lower[j] - ROUNDING);
        box.upper[j] = Math.floor(box.upper[j] + ROUNDING);
      }
    }
    return box;
  }

  /** Whether a column has no value left. */
  boolean isEmpty() {
    for (int j = 0; j < lower.length; j++) {
      if (lower[j] > upper[j]) {
        return true;
      }
    }
    return false;
  }

  Box copy() {
    return new Box(lower.clone(), upper.clone());
  }

  void become(Box other) {
    System.arraycopy(other.lower, 0, lower, 0, lower.length);
    System.arraycopy(other.upper, 0, upper, 0, upper.length);
  }

  boolean isFixed(int column) {
    return lower[column] == upper[column];
  }

  double clamp(int column, double value) {
    return Math.min(Math.max(value, lower[column]), upper[column]);
  }
}
