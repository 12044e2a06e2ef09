package io.synkro.predict.pattern;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrections of p-values for the number of tests that were made. */
final class MultipleTests {
  private MultipleTests() {}

  /**
   * Adjusts p-values so that rejecting those at or below q keeps the false discovery rate at q.
   * Source: Benjamini &amp; Hochberg (1995), <a
   * href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">doi:10.1111/j.2517-6161.1995.tb02031.x</a>.
   */
  static double[] benjaminiHochberg(double[] pValues) {
    int[] order = ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double smallest = 1;
    for (int rank = order.length; rank >= 1; rank--) {
      int test = order[rank - 1];
      smallest = Math.min(smallest, pValues[test] * order.length / rank);
      adjusted[test] = smallest;
    }
    return adjusted;
  }

  /**
   * Adjusts p-values so that rejecting those at or below q makes any false rejection at all at most
   * as likely as q. Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
   *
   * @param pValues those that were computed
   * @param tests all tests, of which the ones left out are at worst not rejected; at least as many
   */
  static double[] holm(double[] pValues, long tests) {
    int[] order = ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      int test = order[rank];
      largest = Math.max(largest, Math.min(1, pValues[test] * (tests - rank)));
      adjusted[test] = largest;
    }
    return adjusted;
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
