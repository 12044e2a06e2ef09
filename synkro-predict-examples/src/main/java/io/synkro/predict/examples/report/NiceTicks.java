package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along an axis: steps of 1, 2 or 5 times a power of ten that cover the data.
 *
 * @param step distance of two ticks
 * @param values the ticks, ascending, at least two
 */
record NiceTicks(double step, List<Double> values) {
  NiceTicks {
    values = List.copyOf(values);
  }

  static NiceTicks of(double low, double high, int atMost) {
    Require.that(low <= high && Double.isFinite(high - low), "high", high, "must not be low", "");
    double span = high > low ? high - low : Math.max(1, Math.abs(high));
    double step = step(span / Math.max(1, atMost - 1));
    long first = (long) Math.floor(low / step + 1e-9);
    long last = (long) Math.ceil(Math.max(high, low + step * 0.5) / step - 1e-9);
    List<Double> values = new ArrayList<>();
    for (long k = first; k <= Math.max(last, first + 1); k++) {
      values.add(k * step);
    }
    return new NiceTicks(step, values);
  }

  private static double step(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= atLeast * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  double low() {
    return values.get(0);
  }

  double high() {
    return values.get(values.size() - 1);
  }

  String label(double tick) {
    int decimals = (int) Math.max(0, Math.min(9, -Math.floor(Math.log10(step) + 1e-9)));
    return NumberText.of(tick, decimals);
  }
}
