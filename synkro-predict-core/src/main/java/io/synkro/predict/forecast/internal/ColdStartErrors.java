package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What known items sold over what the others made expect, step by step, in groups of similar
 * expectation: slow items have zeros that fast ones do not have. The mean ratio is 1, since
 * expectations are multiplied by what was sold over what was expected of all items together, from a
 * half to two. Immutable.
 */
final class ColdStartErrors {
  private static final int MOST_GROUPS = 3;
  private static final int LEAST_ITEMS_OF_GROUP = 10;
  private static final double MOST_FACTOR = 2;
  private static final double MOST_CORRELATION = 0.95;

  private final double factor;
  private final double[] edges;
  private final double[][] ratios;
  private final double stepCorrelation;

  private ColdStartErrors(Builder from) {
    double[] expected = from.expected.toArray();
    double[] actual = from.actual.toArray();
    double factorOfAll = Arrays.stream(actual).sum() / Arrays.stream(expected).sum();
    factor =
        Double.isFinite(factorOfAll)
            ? Math.max(1 / MOST_FACTOR, Math.min(MOST_FACTOR, factorOfAll))
            : 1;
    edges = edges(from);
    DoubleArray[] collected = new DoubleArray[edges.length + 1];
    Arrays.setAll(collected, g -> new DoubleArray());
    double[] errors = new double[actual.length];
    for (int k = 0; k < actual.length; k++) {
      double ratio = actual[k] / (factor * expected[k]);
      errors[k] = ratio - 1;
      collected[group(from.level.get(k))].add(ratio);
    }
    ratios = new double[collected.length][];
    for (int g = 0; g < ratios.length; g++) {
      ratios[g] = collected[g].toArray();
      Arrays.sort(ratios[g]);
    }
    stepCorrelation = correlation(from, errors);
  }

  private static double[] edges(Builder from) {
    double[] levels = new double[from.item.size()];
    int count = 0;
    for (int k = 0; k < levels.length; k++) {
      if (k == 0 || from.item.get(k) != from.item.get(k - 1)) {
        levels[count++] = from.level.get(k);
      }
    }
    Arrays.sort(levels, 0, count);
    int groups = Math.max(1, Math.min(MOST_GROUPS, count / LEAST_ITEMS_OF_GROUP));
    int items = count;
    return IntStream.range(1, groups)
        .mapToDouble(g -> levels[items * g / groups])
        .distinct()
        .filter(edge -> edge > levels[0]) // or no item would be below it
        .toArray();
  }

  private int group(double level) {
    int position = Arrays.binarySearch(edges, level);
    return position >= 0 ? position + 1 : -position - 1;
  }

  /** Mean product of the errors of two steps of an item over the mean square. */
  private static double correlation(Builder from, double[] errors) {
    double products = 0;
    double pairs = 0;
    double allSquares = 0;
    for (int k = 0; k < errors.length; ) {
      int item = from.item.get(k);
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (; k < errors.length && from.item.get(k) == item; k++) {
        sum += errors[k];
        squares += errors[k] * errors[k];
        count++;
      }
      products += sum * sum - squares;
      pairs += (double) count * (count - 1);
      allSquares += squares;
    }
    double correlation = products / pairs / (allSquares / errors.length);
    return Double.isNaN(correlation) ? 0 : Math.max(0, Math.min(MOST_CORRELATION, correlation));
  }

  boolean isEmpty() {
    return Arrays.stream(ratios).anyMatch(g -> g.length == 0);
  }

  /** The forecast of an item of which this is expected before the correction. */
  ColdStart around(double level, double[] expected, String likeness) {
    double[] mean = Arrays.stream(expected).map(m -> m * factor).toArray();
    return new ColdStart(mean, ratios[group(level)], stepCorrelation, likeness);
  }

  /** Collects what was expected and what was sold. Not safe for use by many threads. */
  static final class Builder {
    private final IntArray item = new IntArray();
    private final DoubleArray level = new DoubleArray();
    private final DoubleArray expected = new DoubleArray();
    private final DoubleArray actual = new DoubleArray();

    /** Adds a step of an item; those of one item one after the other. */
    void add(int number, double levelOfItem, double expectedUnits, double units) {
      if (!Double.isNaN(units) && expectedUnits > 0) {
        item.add(number);
        level.add(levelOfItem);
        expected.add(expectedUnits);
        actual.add(units);
      }
    }

    ColdStartErrors build() {
      return new ColdStartErrors(this);
    }
  }
}
