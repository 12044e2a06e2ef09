package io.synkro.predict.univariate.internal;

/**
 * The recursions of exponential smoothing. The kind of error does not matter to them: with errors
 * relative to the forecast the same states follow from the same values. A value below zero counts
 * as zero where the season is a factor. Source: Hyndman, Koehler, Ord &amp; Snyder (2008),
 * Forecasting with Exponential Smoothing, tables 2.1 to 2.3. Not safe for use by many threads.
 */
public final class EtsRecursion {
  /** Wide enough for every season; keeps forecasts finite if newer values are of another kind. */
  private static final double LEAST_FACTOR = 1e-6;

  private static final double MOST_FACTOR = 1e6;

  private final EtsSmoothing smoothing;
  private final double[] season;
  private double level;
  private double slope;

  private EtsRecursion(EtsParameters from) {
    this.smoothing = from.smoothing();
    this.season = from.state().season();
    this.level = from.state().level();
    this.slope = from.state().slope();
  }

  /**
   * Goes over values.
   *
   * @param from parameters and state before the first value
   * @param factors whether the season is a factor
   * @param values the values; NaN where not observed
   * @param forecasts receives the forecast one step before each value
   * @return the same parameters with the state after the last value
   */
  public static EtsParameters run(
      EtsParameters from, boolean factors, double[] values, double[] forecasts) {
    EtsRecursion recursion = new EtsRecursion(from);
    if (factors) {
      recursion.overFactors(values, forecasts);
    } else {
      recursion.overSums(values, forecasts);
    }
    return new EtsParameters(from.smoothing(), recursion.state(values.length));
  }

  private EtsState state(int length) {
    double[] next = new double[season.length];
    for (int s = 0; s < next.length; s++) {
      next[s] = season[(length + s) % next.length];
    }
    return new EtsState(level, slope, next);
  }

  private void overSums(double[] values, double[] forecasts) {
    double alpha = smoothing.alpha();
    double beta = smoothing.beta();
    double gamma = smoothing.gamma();
    double phi = smoothing.phi();
    double l = level; // locals stay in registers
    double b = slope;
    int step = 0;
    for (int t = 0; t < values.length; t++) {
      b *= phi;
      l += b;
      double forecast = l + season[step];
      forecasts[t] = forecast;
      double error = values[t] - forecast;
      if (!Double.isNaN(error)) {
        l += alpha * error;
        b += beta * error;
        season[step] += gamma * error;
      }
      step = step + 1 == season.length ? 0 : step + 1;
    }
    level = l;
    slope = b;
  }

  private void overFactors(double[] values, double[] forecasts) {
    double alpha = smoothing.alpha();
    double beta = smoothing.beta();
    double gamma = smoothing.gamma();
    double phi = smoothing.phi();
    double l = level;
    double b = slope;
    int step = 0;
    for (int t = 0; t < values.length; t++) {
      b *= phi;
      l += b;
      double factor = season[step];
      forecasts[t] = l * factor;
      double value = Math.max(0, values[t]);
      if (!Double.isNaN(value)) {
        double error = value / factor - l;
        if (l > 0) {
          double next = factor + gamma * (value / l - factor);
          season[step] = Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, next));
        }
        l += alpha * error;
        b += beta * error;
      }
      step = step + 1 == season.length ? 0 : step + 1;
    }
    level = l;
    slope = b;
  }
}
