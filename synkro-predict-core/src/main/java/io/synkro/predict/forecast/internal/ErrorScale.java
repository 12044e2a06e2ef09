package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the errors of a forecast are divided by, so that those of different series may be pooled: a
 * power of the forecast (Taylor's power law, 0.5 for counts, towards 1 for demand that varies in
 * proportion to its level; Taylor 1961, <a
 * href="https://doi.org/10.1038/189732a0">doi:10.1038/189732a0</a>), or the usual change of the
 * series; and a factor of each series, shrunk to 1, since the errors of one run have much in
 * common.
 */
final class ErrorScale {
  private static final double LEAST_MEAN = 0.05;
  private static final double LEAST_POWER = 0.5;

  /** A series' own errors count for half of its factor if there are so many. */
  private static final double PRIOR_ERRORS = 100;

  /** Errors beyond this many times the median tell of an event rather than of the series. */
  private static final double MOST_MEDIANS = 20;

  private final boolean bySpread;
  private final double power;
  private final Map<SeriesId, Double> factors = new HashMap<>();

  private ErrorScale(boolean bySpread, double power) {
    this.bySpread = bySpread;
    this.power = power;
  }

  /**
   * Divides by a power of the forecast.
   *
   * @param errors the backtest
   * @param forecasts the forecast of each observation
   * @param used positions of the observations to learn from
   * @return a scale
   */
  static ErrorScale byLevel(BacktestErrors errors, double[] forecasts, int[] used) {
    ErrorScale scale = new ErrorScale(false, power(errors, forecasts, used));
    scale.learnFactors(errors, forecasts, used);
    return scale;
  }

  /**
   * Divides by the usual change of the series.
   *
   * @param errors the backtest
   * @param forecasts the forecast of each observation
   * @param used positions of the observations to learn from
   * @return a scale
   */
  static ErrorScale bySpread(BacktestErrors errors, double[] forecasts, int[] used) {
    ErrorScale scale = new ErrorScale(true, 0);
    scale.learnFactors(errors, forecasts, used);
    return scale;
  }

  /** Slope of log |error| over log forecast, kept between that of counts and that of shares. */
  private static double power(BacktestErrors errors, double[] forecasts, int[] used) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int k : used) {
      double mean = forecasts[k];
      double error = Math.abs(errors.actual(k) - mean);
      if (mean > LEAST_MEAN && error > 0) {
        double x = Math.log(mean);
        double y = Math.log(error);
        n++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
      }
    }
    double spread = n * sumXx - sumX * sumX;
    double slope = spread > 1e-9 * n * n ? (n * sumXy - sumX * sumY) / spread : LEAST_POWER;
    return Math.max(LEAST_POWER, Math.min(1, slope));
  }

  private void learnFactors(BacktestErrors errors, double[] forecasts, int[] used) {
    double[] sizes = new double[used.length];
    Arrays.setAll(
        sizes,
        u ->
            Math.abs(errors.actual(used[u]) - forecasts[used[u]])
                / unit(forecasts[used[u]], errors.run(used[u]).spread()));
    double median = Arrays.stream(sizes).sorted().toArray()[sizes.length / 2];
    double most = median > 0 ? MOST_MEDIANS * median : Double.POSITIVE_INFINITY;
    double usual = Arrays.stream(sizes).map(size -> Math.min(most, size)).average().orElse(0);
    if (!(usual > 0)) {
      return;
    }
    Map<SeriesId, double[]> sums = new HashMap<>();
    for (int u = 0; u < used.length; u++) {
      double[] sum = sums.computeIfAbsent(errors.run(used[u]).id(), id -> new double[2]);
      sum[0] += Math.min(most, sizes[u]);
      sum[1] += 1;
    }
    sums.forEach(
        (id, sum) -> factors.put(id, (sum[0] / usual + PRIOR_ERRORS) / (sum[1] + PRIOR_ERRORS)));
  }

  /** What orders forecasts into groups: their size, or their size in units of the usual change. */
  double key(double mean, double spread) {
    return bySpread ? mean / spread : mean;
  }

  /** What errors of a usual series are divided by. */
  double unit(double mean, double spread) {
    return bySpread ? spread : Math.pow(Math.max(mean, LEAST_MEAN), power);
  }

  /** How much larger the errors of a series are than those of a usual one. */
  double factor(SeriesId id) {
    return factors.getOrDefault(id, 1.0);
  }

  double of(double mean, BacktestErrors.Run run) {
    return unit(mean, run.spread()) * factor(run.id());
  }
}
