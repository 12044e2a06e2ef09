package io.synkro.predict.forecast.internal;

import java.util.stream.IntStream;

/**
 * Learns how far demand falls from its forecast and measures how good that is: each origin is
 * judged by what the others teach, so that the coverage does not know the errors it is judged by.
 */
public final class Calibration {
  private final BacktestErrors errors;
  private final double[] forecasts;
  private final int origins;

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
   * Measures how often demand fell into an interval.
   *
   * @param low level of its lower end
   * @param high level of its upper end
   * @return a share; NaN if there was demand after one origin only
   */
  public double coverage(double low, double high) {
    double inside = 0;
    int judged = 0;
    for (int o = 0; o < origins; o++) {
      int[] others = used(o);
      if (others.length == 0 || others.length == errors.size()) {
        continue;
      }
      ErrorModel model = new ErrorModel(errors, forecasts, others);
      for (int k = 0; k < errors.size(); k++) {
        if (errors.origin(k) == o) {
          BacktestErrors.Run run = errors.run(k);
          ErrorModel.OfSeries series = model.of(run.id(), run.spread());
          double actual = errors.actual(k);
          boolean in =
              actual >= series.quantile(forecasts[k], errors.step(k), low)
                  && actual <= series.quantile(forecasts[k], errors.step(k), high);
          inside += in ? 1 : 0;
          judged++;
        }
      }
    }
    return inside / judged;
  }
}
