package io.synkro.predict.forecast.internal;

import io.synkro.predict.evaluate.QuantileScores;
import io.synkro.predict.forecast.IntervalAccuracy;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns how far demand falls from its forecast and measures how good that is: each origin is
 * judged by what the others teach, so that the coverage does not know the errors it is judged by.
 */
public final class Calibration {
  private static final double[] DECILES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
  private static final int MOST_JUDGED = 200_000;

  private final BacktestErrors errors;
  private final double[] forecasts;
  private final int origins;
  private final boolean hasOthers;

  /**
   * Creates a calibration.
   *
   * @param errors the backtest, at least one observation
   * @param forecasts the forecast of each observation
   * @param origins number of origins
   */
  public Calibration(BacktestErrors errors, double[] forecasts, int origins) {
    this.errors = errors;
    this.forecasts = forecasts;
    this.origins = origins;
    this.hasOthers =
        IntStream.range(0, errors.size()).anyMatch(k -> errors.origin(k) != errors.origin(0));
  }

  /**
   * Returns the number of origins.
   *
   * @return at least 1
   */
  public int origins() {
    return origins;
  }

  /**
   * Learns from all origins.
   *
   * @return the error model of the forecasts to come
   */
  public ErrorModel model() {
    return new ErrorModel(errors, forecasts, used(-1));
  }

  private int[] used(int leftOut) {
    return IntStream.range(0, errors.size()).filter(k -> errors.origin(k) != leftOut).toArray();
  }

  /**
   * Judges quantiles.
   *
   * @param low level of the lower end of an interval
   * @param high level of its upper end
   * @return the accuracy of the deciles and of the interval; NaN after one origin
   */
  public IntervalAccuracy accuracy(double low, double high) {
    int[] judged = judged();
    double[] actual = new double[judged.length];
    double[][] deciles = new double[judged.length][];
    double inside = 0;
    double scores = 0;
    int scaled = 0;
    int origin = -1;
    ErrorModel model = null;
    for (int j = 0; j < judged.length; j++) {
      int k = judged[j];
      if (model == null || errors.origin(k) != origin) {
        origin = errors.origin(k);
        model = new ErrorModel(errors, forecasts, used(origin));
      }
      BacktestErrors.Run run = errors.run(k);
      ErrorModel.OfSeries series = model.of(run.id(), run.traits());
      actual[j] = errors.actual(k);
      deciles[j] =
          Arrays.stream(DECILES)
              .map(level -> series.quantile(forecasts[k], errors.step(k), level))
              .toArray();
      double lower = series.quantile(forecasts[k], errors.step(k), low);
      double upper = series.quantile(forecasts[k], errors.step(k), high);
      inside += actual[j] >= lower && actual[j] <= upper ? 1 : 0;
      if (run.absoluteScale() > 0) {
        scores += score(actual[j], lower, upper, 1 - high + low) / run.absoluteScale();
        scaled++;
      }
    }
    boolean any = judged.length > 0;
    return new IntervalAccuracy(
        high - low,
        inside / judged.length,
        any ? QuantileScores.weightedQuantileLoss(actual, deciles, DECILES) : Double.NaN,
        any ? QuantileScores.crps(actual, deciles, DECILES) : Double.NaN,
        scores / scaled);
  }

  /** Interval score: Gneiting &amp; Raftery (2007), equation 43. */
  private static double score(double actual, double lower, double upper, double missed) {
    double outside = Math.max(0, lower - actual) + Math.max(0, actual - upper);
    return upper - lower + 2 / missed * outside;
  }

  /** Observations, evenly thinned out if there are many; none if all are of one origin. */
  private int[] judged() {
    int all = hasOthers ? errors.size() : 0;
    int step = Math.max(1, all / MOST_JUDGED);
    return IntStream.range(0, all / step).map(j -> j * step).toArray();
  }
}
