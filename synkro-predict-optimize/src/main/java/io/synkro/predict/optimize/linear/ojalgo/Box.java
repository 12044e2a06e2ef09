package io.synkro.predict.optimize.linear.ojalgo;

import io.synkro.predict.optimize.linear.LinearModel;

/** Bounds of all columns that hold in a part of the search. */
final class Box {
  final double[] lower;
  final double[] upper;

  private Box(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  static Box of(LinearModel model) {
    return new Box(model.lowers(), model.uppers());
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
