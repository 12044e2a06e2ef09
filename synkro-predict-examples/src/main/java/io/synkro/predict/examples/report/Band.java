package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;

/** A named interval around a line; empty if a chart has none. */
final class Band {
  private final String name;
  private final double[] lower;
  private final double[] upper;

  private Band(String name, double[] lower, double[] upper) {
    this.name = name;
    this.lower = lower;
    this.upper = upper;
  }

  static Band none() {
    return new Band("", new double[0], new double[0]);
  }

  static Band of(String name, double[] lower, double[] upper) {
    return new Band(name, ChartData.checked("lower", lower), ChartData.checked("upper", upper));
  }

  /** Refuses a band that does not go along with a line of {@code length} points. */
  void requireAlong(int length, String what) {
    if (isEmpty()) {
      return;
    }
    ChartData.sameLength("lower", lower.length, length, what);
    ChartData.sameLength("upper", upper.length, length, what);
    for (int i = 0; i < length; i++) {
      Require.that(
          !(lower[i] > upper[i]),
          "lower[" + i + "]",
          lower[i],
          "must not be above upper (" + upper[i] + ")",
          "swap the two arrays");
    }
  }

  boolean isEmpty() {
    return lower.length + upper.length == 0;
  }

  String name() {
    return name;
  }

  double[] lower() {
    return lower.clone();
  }

  double[] upper() {
    return upper.clone();
  }
}
