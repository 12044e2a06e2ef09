package io.synkro.predict.univariate.internal;

/**
 * The season of the classical decomposition: what is left of each step of the season, on average,
 * when the centred moving average over a season is taken off (additive) or divided out
 * (multiplicative). Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and
 * Practice, section 3.4. Immutable.
 */
public final class ClassicalSeason {
  /** Below this a value divided by its factor says more about the factor than about the series. */
  private static final double LEAST_FACTOR = 0.01;

  private static final ClassicalSeason NONE = new ClassicalSeason(new double[] {0}, false);

  private final double[] indices;
  private final boolean multiplicative;

  private ClassicalSeason(double[] indices, boolean multiplicative) {
    this.indices = indices;
    this.multiplicative = multiplicative;
  }

  /**
   * Returns the decomposition of a series without a season.
   *
   * @return one that changes nothing
   */
  public static ClassicalSeason none() {
    return NONE;
  }

  /**
   * Finds a season that is added to the trend.
   *
   * @param values at least two seasons, all finite
   * @param season steps of a season, at least 2
   * @return indices of mean 0
   */
  public static ClassicalSeason additive(double[] values, int season) {
    double[] indices = averages(values, season, false);
    double mean = mean(indices);
    for (int k = 0; k < season; k++) {
      indices[k] -= mean;
    }
    return new ClassicalSeason(indices, false);
  }

  /**
   * Finds a season that multiplies the trend, or an additive one if a value is not positive or a
   * factor would be below 0.01.
   *
   * @param values at least two seasons, all finite
   * @param season steps of a season, at least 2
   * @return factors of mean 1, or indices of mean 0
   */
  public static ClassicalSeason multiplicative(double[] values, int season) {
    for (double value : values) {
      if (value <= 0) {
        return additive(values, season);
      }
    }
    double[] factors = averages(values, season, true);
    double mean = mean(factors);
    for (int k = 0; k < season; k++) {
      factors[k] /= mean;
      if (!(factors[k] >= LEAST_FACTOR)) {
        return additive(values, season);
      }
    }
    return new ClassicalSeason(factors, true);
  }

  /** Returns the average of each step of the season without the trend. */
  private static double[] averages(double[] values, int season, boolean ratio) {
    double[] sums = new double[season];
    int[] counts = new int[season];
    int half = season / 2;
    for (int t = half; t < values.length - half; t++) {
      double trend = season % 2 == 0 ? (values[t - half] + values[t + half]) / 2 : values[t - half];
      for (int j = t - half + 1; j < t + half + season % 2; j++) {
        trend += values[j];
      }
      trend /= season;
      sums[t % season] += ratio ? values[t] / trend : values[t] - trend;
      counts[t % season]++;
    }
    for (int k = 0; k < season; k++) {
      sums[k] /= counts[k];
    }
    return sums;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /**
   * Returns the kind of season.
   *
   * @return {@code no season}, {@code additive season} or {@code multiplicative season}
   */
  public String text() {
    String kind = multiplicative ? "multiplicative" : "additive";
    return indices.length == 1 ? "no season" : kind + " season";
  }

  /**
   * Returns the season.
   *
   * @return shape {@code [season]}, from the step of the first value on, a copy
   */
  public double[] indices() {
    return indices.clone();
  }

  /**
   * Takes the season off a value.
   *
   * @param value the value, NaN for none
   * @param step how many steps it comes after the first one
   * @return what is left
   */
  public double remove(double value, int step) {
    double index = indices[step % indices.length];
    return multiplicative ? value / index : value - index;
  }

  /**
   * Puts the season back on a value.
   *
   * @param value the value, NaN for none
   * @param step how many steps it comes after the first one
   * @return the value as it would be observed
   */
  public double restore(double value, int step) {
    double index = indices[step % indices.length];
    return multiplicative ? value * index : value + index;
  }
}
