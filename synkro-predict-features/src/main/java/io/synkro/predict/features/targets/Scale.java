package io.synkro.predict.features.targets;

import java.util.Arrays;
import java.util.Locale;

/** Demand divided by the size of its series. */
record Scale(By by, double parameter) implements TargetTransform {
  /** Below this share of the largest value a standard deviation is rounding. */
  private static final double ROUNDING = 1e-12;

  /** What a series is divided by. */
  enum By {
    MEAN_ABSOLUTE,
    STANDARD_DEVIATION,
    /** Its parameter is a number of steps. */
    RECENT_MEAN,
    /** Its parameter is the level. */
    LEVEL
  }

  @Override
  public String definition() {
    String name = by.name().toLowerCase(Locale.ROOT);
    boolean isPlain = by == By.MEAN_ABSOLUTE || by == By.STANDARD_DEVIATION;
    return isPlain ? "scale(%s)".formatted(name) : "scale(%s, %s)".formatted(name, parameter);
  }

  @Override
  public FittedTarget fit(double[] history) {
    PointwiseTarget.Domain.FINITE.require(history);
    double scale = by == By.LEVEL ? parameter : learn(history);
    return new PointwiseTarget(
        PointwiseTarget.Domain.FINITE, demand -> demand / scale, value -> value * scale);
  }

  private double learn(double[] history) {
    int from = by == By.RECENT_MEAN ? (int) Math.max(0, history.length - parameter) : 0;
    double[] known =
        Arrays.stream(history, from, history.length).filter(x -> !Double.isNaN(x)).toArray();
    double largest = Arrays.stream(known).map(Math::abs).max().orElse(0);
    if (largest == 0) {
      return 1;
    }
    double[] shares = Arrays.stream(known).map(x -> x / largest).toArray(); // squares stay finite
    double scale =
        by == By.STANDARD_DEVIATION
            ? standardDeviation(shares)
            : Arrays.stream(shares).map(Math::abs).average().orElse(0);
    double units = scale > ROUNDING ? scale * largest : 0;
    return units >= Double.MIN_NORMAL ? units : 1;
  }

  private static double standardDeviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0));
  }
}
