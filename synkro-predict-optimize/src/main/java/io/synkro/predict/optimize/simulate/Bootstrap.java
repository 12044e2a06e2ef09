package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile-bootstrap intervals over products: the figure is worked out for many samples of as
 * many products, drawn with replacement; the interval holds the middle share of these figures.
 * Source: Efron &amp; Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
 *
 * @param resamples how many samples, at least 100
 * @param level share of the figures inside the interval, above 0 and below 1
 * @param seed equal seeds draw equal samples, so that figures of two policies are paired
 */
public record Bootstrap(int resamples, double level, long seed) {
  /** 1,000 samples and the 95 % interval. */
  public static final Bootstrap STANDARD = new Bootstrap(1_000, 0.95, 1);

  /** {@inheritDoc} */
  public Bootstrap {
    Require.atLeast("resamples", resamples, 100, "use 1000");
    Require.between("level", level, 0, 1, "write 95 % as 0.95");
  }

  /** Estimates Σ amount / Σ base. */
  KpiEstimate ratio(double[] amount, double[] base) {
    return difference(amount, base, new double[amount.length], filled(amount.length));
  }

  /** Estimates Σ amount / Σ base of one policy less that of another. */
  KpiEstimate difference(double[] amount, double[] base, double[] otherAmount, double[] otherBase) {
    int n = amount.length;
    double value = total(amount) / total(base) - total(otherAmount) / total(otherBase);
    double[] figures = new double[resamples];
    SplittableRandom random = new SplittableRandom(seed);
    for (int b = 0; b < resamples; b++) {
      double sum = 0;
      double sumOfBase = 0;
      double other = 0;
      double otherOfBase = 0;
      for (int i = 0; i < n; i++) {
        int drawn = random.nextInt(n);
        sum += amount[drawn];
        sumOfBase += base[drawn];
        other += otherAmount[drawn];
        otherOfBase += otherBase[drawn];
      }
      figures[b] = sum / sumOfBase - other / otherOfBase;
    }
    Arrays.sort(figures); // samples without any demand have no figure: NaN, at the end
    int valid = resamples;
    while (valid > 0 && Double.isNaN(figures[valid - 1])) {
      valid--;
    }
    double outside = (1 - level) / 2;
    return new KpiEstimate(
        value, quantile(figures, valid, outside), quantile(figures, valid, 1 - outside));
  }

  private static double total(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double[] filled(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double quantile(double[] sorted, int valid, double probability) {
    if (valid == 0) {
      return Double.NaN;
    }
    double rank = probability * (valid - 1);
    int below = (int) rank;
    int above = Math.min(valid - 1, below + 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
