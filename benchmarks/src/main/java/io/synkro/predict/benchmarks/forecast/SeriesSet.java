package io.synkro.predict.benchmarks.forecast;

import java.util.List;

/**
 * Series with what is known of them and what is to be forecast.
 *
 * @param name such as {@code m3_monthly}
 * @param season steps of a season in the protocol of the set
 * @param horizon steps to be forecast
 * @param series in the order of the file
 */
public record SeriesSet(String name, int season, int horizon, List<Series> series) {
  /** {@inheritDoc} */
  public SeriesSet {
    series = List.copyOf(series);
  }

  /** One series, cut where its set says. */
  public static final class Series {
    private final String id;
    private final double[] train;
    private final double[] test;

    /**
     * Creates a series.
     *
     * @param id unique within the set
     * @param train what is known, NaN where missing
     * @param test what is to be forecast, NaN where missing
     */
    public Series(String id, double[] train, double[] test) {
      this.id = id;
      this.train = train.clone();
      this.test = test.clone();
    }

    /**
     * Returns the name.
     *
     * @return unique within the set
     */
    public String id() {
      return id;
    }

    /**
     * Returns what is known.
     *
     * @return a copy, the oldest first, NaN where missing
     */
    public double[] train() {
      return train.clone();
    }

    /**
     * Returns what is to be forecast.
     *
     * @return a copy, as long as the horizon of the set, NaN where missing
     */
    public double[] test() {
      return test.clone();
    }
  }
}
