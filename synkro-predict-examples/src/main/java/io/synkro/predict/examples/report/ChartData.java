package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/** Checks of the arrays that charts are given; NaN is a gap, infinities are refused. */
final class ChartData {
  private ChartData() {}

  static double[] checked(String name, double[] values) {
    for (double value : values) {
      Require.that(
          !Double.isInfinite(value), name, value, "must be finite or NaN", "use NaN for a gap");
    }
    return values.clone();
  }

  static void sameLength(String name, int actual, int expected, String what) {
    Require.that(actual == expected, name, actual + " values", "must have " + expected + what, "");
  }

  static void notAllMissing(String name, double[]... arrays) {
    boolean any =
        Arrays.stream(arrays).flatMapToDouble(Arrays::stream).anyMatch(v -> !Double.isNaN(v));
    Require.that(any, name, "no values", "must have at least one number", "leave the chart out");
  }

  static double min(double start, double[]... arrays) {
    return Arrays.stream(arrays)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .reduce(start, Math::min);
  }

  static double max(double start, double[]... arrays) {
    return Arrays.stream(arrays)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .reduce(start, Math::max);
  }

  static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }
}
