package io.synkro.predict.forecast.internal;

import java.util.stream.IntStream;

/**
 * Finds how the errors of a forecast are best described, and how good that is: each origin is
 * judged by what the others teach, so that neither the choice nor the coverage knows the errors
 * that it is judged by.
 */
public final class Calibration {
  private static final double[] JUDGED = {0.05, 0.25, 0.5, 0.75, 0.95};

  private final BacktestErrors errors;
  private final double[] forecasts;
  private final int origins;
  private final boolean bySpread;

  /**
   * Chooses the scale of the errors.
   *
   * @param errors the backtest, at least one observation
   * @param forecasts the forecast of each observation
   * @param origins number of origins
   */
  public Calibration(BacktestErrors errors, double[] forecasts, int origins) {
    this.errors = errors;
    this.forecasts = forecasts;
    this.origins = origins;
    this.bySpread = loss(true) < loss(false);
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
    return model(used(-1), bySpread);
  }

  private ErrorModel model(int[] used, boolean spread) {
    ErrorScale scale =
        spread
            ? ErrorScale.bySpread(errors, forecasts, used)
            : ErrorScale.byLevel(errors, forecasts, used);
    return new ErrorModel(errors, forecasts, used, scale);
  }

  private int[] used(int leftOut) {
    return IntStream.range(0, errors.size()).filter(k -> errors.origin(k) != leftOut).toArray();
  }

  private double loss(boolean spread) {
    double loss = 0;
    for (int o = 0; o < origins; o++) {
      int[] others = used(o);
      if (others.length == errors.size()) {
        continue;
      }
      ErrorModel model = model(others.length == 0 ? used(-1) : others, spread);
      for (int k = 0; k < errors.size(); k++) {
        if (errors.origin(k) == o) {
          loss += loss(model, k);
        }
      }
    }
    return loss;
  }

  /** In units of the series' level, so that fast movers do not decide alone. */
  private double loss(ErrorModel model, int k) {
    BacktestErrors.Run run = errors.run(k);
    ErrorModel.OfSeries series = model.of(run.id(), run.spread());
    double loss = 0;
    for (double level : JUDGED) {
      double quantile = series.quantile(forecasts[k], errors.step(k), level);
      double error = errors.actual(k) - quantile;
      loss += Math.max(level * error, (level - 1) * error);
    }
    return loss / Math.max(run.spread(), Math.sqrt(run.level()));
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
      ErrorModel model = model(others, bySpread);
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

  /**
   * Returns whether errors are measured by the usual change of a series.
   *
   * @return false if they are measured by a power of the forecast
   */
  public boolean isBySpread() {
    return bySpread;
  }
}
