package io.synkro.predict.optimize.distribution;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * Demand that takes one of finitely many values: a table of probabilities, or what was observed or
 * simulated. Immutable; safe for use by many threads.
 */
public final class TableDemand implements DemandDistribution {
  /** Sums of probabilities such as 0.1 + 0.2 miss what they stand for by no more than this. */
  private static final double ROUNDING = 1e-14;

  private static final double SUM_TOLERANCE = 1e-6;

  private final double[] values;
  private final double[] probabilities;
  private final double[] upTo;
  private final double[] above;
  private final double[] loss;
  private final double[] complementaryLoss;
  private final double sd;
  private final boolean whole;

  /** Takes different values in rising order with positive weights. */
  private TableDemand(double[] values, double[] weights) {
    int n = values.length;
    this.values = values;
    this.probabilities = new double[n];
    this.upTo = new double[n];
    this.above = new double[n];
    this.loss = new double[n];
    this.complementaryLoss = new double[n];
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < n; i++) {
      probabilities[i] = weights[i] / sum;
    }
    upTo[0] = probabilities[0];
    for (int i = 1; i < n; i++) { // losses grow by positive steps, so that no digits cancel
      complementaryLoss[i] = complementaryLoss[i - 1] + (values[i] - values[i - 1]) * upTo[i - 1];
      upTo[i] = upTo[i - 1] + probabilities[i];
    }
    for (int i = n - 2; i >= 0; i--) {
      above[i] = above[i + 1] + probabilities[i + 1];
      loss[i] = loss[i + 1] + (values[i + 1] - values[i]) * above[i];
    }
    upTo[n - 1] = 1;
    double variance = 0;
    for (int i = 0; i < n; i++) {
      variance += probabilities[i] * (values[i] - mean()) * (values[i] - mean());
    }
    this.sd = Math.sqrt(variance);
    this.whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
  }

  /**
   * Creates a demand that does not vary.
   *
   * @param units finite
   * @return the distribution
   */
  public static TableDemand constant(double units) {
    return weighted(new double[] {units}, new double[] {1});
  }

  /**
   * Creates a demand from the probabilities of 0, 1, 2 … units.
   *
   * @param probabilities none negative, a sum within 1e-6 of 1
   * @return the distribution
   */
  public static TableDemand ofProbabilities(double... probabilities) {
    double[] values = new double[probabilities.length];
    Arrays.setAll(values, i -> i);
    return ofProbabilities(values, probabilities);
  }

  /**
   * Creates a demand from values and their probabilities.
   *
   * @param values units, finite, in any order; equal ones are added up
   * @param probabilities one a value, none negative, a sum within 1e-6 of 1
   * @return the distribution
   */
  public static TableDemand ofProbabilities(double[] values, double[] probabilities) {
    double sum = Arrays.stream(probabilities).sum();
    Require.that(
        Math.abs(sum - 1) <= SUM_TOLERANCE,
        "sum of the probabilities",
        sum,
        "must be 1",
        "divide each by the sum");
    return weighted(values, probabilities);
  }

  /**
   * Creates a demand that repeats what was observed or simulated, such as the sums of forecast
   * paths over a lead time.
   *
   * @param values units, finite, at least one, in any order
   * @return the empirical distribution, each value equally likely
   */
  public static TableDemand observed(double... values) {
    double[] weights = new double[values.length];
    Arrays.fill(weights, 1);
    return weighted(values, weights);
  }

  /**
   * Creates a demand from values and their weights.
   *
   * @param values units, finite, at least one, in any order; equal ones are added up
   * @param weights one a value, none negative, not all zero
   * @return the distribution, with probabilities in proportion to the weights
   */
  public static TableDemand weighted(double[] values, double[] weights) {
    Require.that(
        values.length == weights.length && values.length > 0,
        "number of values",
        values.length,
        "must be at least 1 and that of the weights, " + weights.length,
        "");
    for (int i = 0; i < values.length; i++) {
      Require.that(
          Double.isFinite(values[i]), "values[" + i + "]", values[i], "must be finite", "");
      Require.nonNegative("weights[" + i + "]", weights[i], "");
    }
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
    double[] distinct = new double[values.length];
    double[] sums = new double[values.length];
    int count = 0;
    for (int i : order) {
      if (weights[i] > 0) {
        boolean again = count > 0 && distinct[count - 1] == values[i];
        int at = again ? count - 1 : count++;
        distinct[at] = values[i] + 0.0; // minus zero is zero
        sums[at] += weights[i];
      }
    }
    Require.that(count > 0, "weights", 0, "must not all be zero", "");
    return new TableDemand(Arrays.copyOf(distinct, count), Arrays.copyOf(sums, count));
  }

  /**
   * Returns the sum of this demand and another that is independent of it, exactly.
   *
   * @param other demand for whole numbers, as this one is
   * @return the sum
   */
  public TableDemand plus(TableDemand other) {
    Require.that(
        whole && other.whole, "values", whole ? other : this, "must all be whole", "round them");
    return TableSum.of(this, other);
  }

  /**
   * Returns how many different values have a probability.
   *
   * @return one or more
   */
  public int size() {
    return values.length;
  }

  /**
   * Returns the values that have a probability.
   *
   * @return units, in rising order
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * Returns the probabilities.
   *
   * @return one for each of {@link #values()}, above 0, with a sum of 1
   */
  public double[] probabilities() {
    return probabilities.clone();
  }

  @Override
  public double mean() {
    return values[0] + loss[0];
  }

  @Override
  public double sd() {
    return sd;
  }

  @Override
  public boolean isDiscrete() {
    return whole;
  }

  @Override
  public double probability(double x) {
    int i = Arrays.binarySearch(values, x + 0.0);
    return i < 0 ? 0 : probabilities[i];
  }

  @Override
  public double cdf(double x) {
    int i = last(x);
    return i < 0 ? 0 : upTo[i];
  }

  @Override
  public double quantile(double probability) {
    Require.between("probability", probability, 0, 1, "write 95 % as 0.95");
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] >= probability - ROUNDING) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return values[high];
  }

  @Override
  public double loss(double x) {
    int i = last(x);
    if (i == values.length - 1) {
      return 0;
    }
    return i < 0 ? loss[0] + (values[0] - x) : loss[i + 1] + (values[i + 1] - x) * above[i];
  }

  @Override
  public double complementaryLoss(double x) {
    int i = last(x);
    return i < 0 ? 0 : complementaryLoss[i] + (x - values[i]) * upTo[i];
  }

  @Override
  public double secondLoss(double x) {
    double step = whole ? 1 : 0;
    double stock = whole ? WholeStock.require(x) : x;
    double sum = 0;
    int first = last(stock);
    for (int i = values.length - 1; i > first; i--) {
      sum += probabilities[i] * (values[i] - stock) * (values[i] - stock - step);
    }
    return sum / 2;
  }

  @Override
  public double complementarySecondLoss(double x) {
    double step = whole ? 1 : 0;
    double stock = whole ? WholeStock.require(x) : x;
    double sum = 0;
    int end = last(stock);
    for (int i = 0; i <= end; i++) {
      sum += probabilities[i] * (stock - values[i]) * (stock - values[i] + step);
    }
    return sum / 2;
  }

  /** Returns the position of the largest value up to x, −1 if there is none. */
  private int last(double x) {
    int i = Arrays.binarySearch(values, x + 0.0);
    return i >= 0 ? i : -i - 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TableDemand that
        && Arrays.equals(values, that.values)
        && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return "%d values with mean %s and sd %s".formatted(values.length, mean(), sd);
  }
}
