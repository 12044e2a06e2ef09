package io.synkro.predict.univariate;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * Demand as it was in the last steps, each as likely as any other. Quantiles are those of type 1 of
 * Hyndman &amp; Fan (1996), <a href="https://doi.org/10.2307/2684934">doi:10.2307/2684934</a>:
 * values that occurred.
 */
public final class EmpiricalDistribution implements CountDistribution {
  private final double[] sorted;
  private final double mean;
  private final double sd;

  private EmpiricalDistribution(double[] sorted) {
    this.sorted = sorted;
    this.mean = Arrays.stream(sorted).sum() / sorted.length;
    double squares = 0;
    for (double value : sorted) {
      squares += (value - mean) * (value - mean);
    }
    this.sd = Math.sqrt(squares / sorted.length);
  }

  /**
   * Returns the distribution of the last observed values.
   *
   * @param values demand by step, the oldest first, NaN where it was not observed; below zero
   *     counts as zero
   * @param last how many observed values to use, at least 1; all if there are fewer
   * @return the distribution
   */
  public static EmpiricalDistribution ofLast(double[] values, int last) {
    Require.atLeast("last", last, 1, "");
    DoubleArray used = new DoubleArray();
    for (int t = values.length - 1; t >= 0 && used.size() < last; t--) {
      if (!Double.isNaN(values[t])) {
        Require.that(
            !Double.isInfinite(values[t]),
            "value",
            values[t],
            "must be finite",
            "check the source");
        used.add(Math.max(0, values[t]));
      }
    }
    Require.atLeast("number of observed values", used.size(), 1, "");
    double[] sorted = used.toArray();
    Arrays.sort(sorted);
    return new EmpiricalDistribution(sorted);
  }

  @Override
  public double mean() {
    return mean;
  }

  /** With the divisor n: the values are all there is. */
  @Override
  public double sd() {
    return sd;
  }

  @Override
  public double cdf(double demand) {
    if (Double.isNaN(demand)) {
      return Double.NaN;
    }
    int below = 0;
    int above = sorted.length;
    while (below < above) { // the first value that is greater
      int middle = (below + above) >>> 1;
      if (sorted[middle] <= demand) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return (double) below / sorted.length;
  }

  @Override
  public double quantile(double probability) {
    Require.between("probability", probability, 0, 1, "write 95 % as 0.95");
    int index = (int) Math.ceil(probability * sorted.length * (1 - 4e-16)) - 1;
    return sorted[Math.max(0, index)];
  }

  @Override
  public String toString() {
    return "EmpiricalDistribution" + Arrays.toString(sorted);
  }
}
