package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * A series as the sum of a trend, seasons and a remainder. Immutable; safe for use by many threads.
 */
public final class SeasonalDecomposition {
  /** A share of the variance that says nothing, as in the R package tsfeatures. */
  private static final double NEGLIGIBLE = 1e-10;

  /** A share of the values that is nothing but rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[] values;
  private final double[] trend;
  private final int[] seasons;
  private final double[][] seasonals;

  /** Puts the parts together, without copying. */
  SeasonalDecomposition(double[] values, double[] trend, int[] seasons, double[][] seasonals) {
    this.values = values.clone();
    this.trend = trend;
    this.seasons = seasons;
    this.seasonals = seasonals;
  }

  /**
   * Returns the slow part, cycles included.
   *
   * @return one value a step, a copy
   */
  public double[] trend() {
    return trend.clone();
  }

  /**
   * Returns the seasons that were found apart.
   *
   * @return their steps, in ascending order, a copy; empty if there is none
   */
  public int[] seasons() {
    return seasons.clone();
  }

  /**
   * Returns one season.
   *
   * @param season its steps, one of {@link #seasons()}
   * @return one value a step, a copy
   */
  public double[] seasonal(int season) {
    return of(season).clone();
  }

  private double[] of(int season) {
    int place = Arrays.binarySearch(seasons, season);
    Require.that(place >= 0, "season", season, "must be one of " + Arrays.toString(seasons), "");
    return seasonals[place];
  }

  /**
   * Returns the series without its seasons.
   *
   * @return one value a step: trend and remainder
   */
  public double[] adjusted() {
    double[] adjusted = values.clone();
    for (double[] seasonal : seasonals) {
      for (int t = 0; t < adjusted.length; t++) {
        adjusted[t] -= seasonal[t];
      }
    }
    return adjusted;
  }

  /**
   * Returns what is neither trend nor season.
   *
   * @return one value a step
   */
  public double[] remainder() {
    double[] remainder = adjusted();
    for (int t = 0; t < remainder.length; t++) {
      remainder[t] -= trend[t];
    }
    return remainder;
  }

  /**
   * Measures how much of the series without its seasons is trend. Source: Wang, Smith &amp; Hyndman
   * (2006), <a href="https://doi.org/10.1007/s10618-005-0039-x">doi:10.1007/s10618-005-0039-x</a>,
   * as in Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, section 4.3.
   *
   * @return max(0, 1 − Var(remainder) / Var(trend + remainder)), from 0 to 1; 0 for a constant
   */
  public double trendStrength() {
    return strength(trend);
  }

  /**
   * Measures how much of the series without its trend and other seasons is this season. Source: as
   * of {@link #trendStrength()}.
   *
   * @param season its steps, one of {@link #seasons()}
   * @return max(0, 1 − Var(remainder) / Var(seasonal + remainder)), from 0 to 1; 0 for a constant
   */
  public double seasonalStrength(int season) {
    return strength(of(season));
  }

  private double strength(double[] part) {
    double[] remainder = remainder();
    double[] both = new double[part.length];
    for (int t = 0; t < part.length; t++) {
      both[t] = part[t] + remainder[t];
    }
    double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
    double rounding = ROUNDING * largest * ROUNDING * largest;
    double variance = variance(both);
    boolean counts = variance > Math.max(rounding, NEGLIGIBLE * variance(values));
    return counts ? Math.max(0, 1 - variance(remainder) / variance) : 0;
  }

  /** From the first value on, so that large levels cost no digits. */
  private static double variance(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    double mean = sum / values.length;
    for (double value : values) {
      double deviation = value - values[0] - mean;
      squares += deviation * deviation;
    }
    return squares / values.length;
  }
}
