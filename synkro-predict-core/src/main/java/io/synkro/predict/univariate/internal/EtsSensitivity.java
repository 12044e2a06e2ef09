package io.synkro.predict.univariate.internal;

import java.util.Arrays;

/**
 * The recursions of exponential smoothing together with the derivatives of each forecast by the
 * coordinates of a search. Not safe for use by many threads.
 */
final class EtsSensitivity {
  private final EtsCoordinates coordinates;
  private final double[] values;
  private final double[] forecasts;
  private final double[][] derivatives;
  private final int size;
  private final double[] byLevel;
  private final double[] bySlope;
  private final double[][] bySeason;

  /**
   * Creates the recursions of a search.
   *
   * @param coordinates the coordinates
   * @param values the series
   * @param forecasts receives the forecast one step before each value
   * @param derivatives receives its derivatives, one row a value
   */
  EtsSensitivity(
      EtsCoordinates coordinates, double[] values, double[] forecasts, double[][] derivatives) {
    this.coordinates = coordinates;
    this.values = values;
    this.forecasts = forecasts;
    this.derivatives = derivatives;
    this.size = coordinates.size();
    this.byLevel = new double[size];
    this.bySlope = new double[size];
    this.bySeason = new double[coordinates.period()][size];
  }

  /** Goes over the values. */
  void run(double[] point) {
    begin();
    EtsParameters from = coordinates.parameters(point);
    if (coordinates.factors()) {
      overFactors(point, from);
    } else {
      overSums(point, from);
    }
  }

  private void begin() {
    Arrays.fill(byLevel, 0);
    Arrays.fill(bySlope, 0);
    byLevel[coordinates.level()] = 1;
    if (coordinates.trend()) {
      bySlope[coordinates.level() + 1] = 1;
    }
    int period = coordinates.period();
    int first = size - period + 1; // the last effect follows from the others
    for (int s = 0; s < period; s++) {
      Arrays.fill(bySeason[s], 0);
      if (s < period - 1) {
        bySeason[s][first + s] = 1;
      } else {
        Arrays.fill(bySeason[s], first, size, -1);
      }
    }
  }

  private void overSums(double[] point, EtsParameters p) {
    double alpha = p.smoothing().alpha();
    double beta = p.smoothing().beta();
    double gamma = p.smoothing().gamma();
    double phi = p.smoothing().phi();
    double level = p.state().level();
    double slope = p.state().slope();
    double[] season = p.state().season();
    int step = 0;
    for (int t = 0; t < values.length; t++) {
      double[] row = derivatives[t];
      double[] ofStep = bySeason[step];
      if (coordinates.damping() >= 0) {
        bySlope[coordinates.damping()] += slope / phi; // times phi below
      }
      for (int k = 0; k < size; k++) {
        double ofSlope = phi * bySlope[k];
        double ofLevel = byLevel[k] + ofSlope;
        double ofForecast = ofLevel + ofStep[k];
        row[k] = ofForecast;
        byLevel[k] = ofLevel - alpha * ofForecast;
        bySlope[k] = ofSlope - beta * ofForecast;
        ofStep[k] -= gamma * ofForecast;
      }
      slope *= phi;
      level += slope;
      forecasts[t] = level + season[step];
      double error = values[t] - forecasts[t];
      addSmoothing(point, ofStep, error, error);
      level += alpha * error;
      slope += beta * error;
      season[step] += gamma * error;
      step = step + 1 == season.length ? 0 : step + 1;
    }
  }

  private void overFactors(double[] point, EtsParameters p) {
    double alpha = p.smoothing().alpha();
    double beta = p.smoothing().beta();
    double gamma = p.smoothing().gamma();
    double phi = p.smoothing().phi();
    double level = p.state().level();
    double slope = p.state().slope();
    double[] season = p.state().season();
    int step = 0;
    for (int t = 0; t < values.length; t++) {
      double[] row = derivatives[t];
      double[] ofStep = bySeason[step];
      if (coordinates.damping() >= 0) {
        bySlope[coordinates.damping()] += slope / phi; // times phi below
      }
      slope *= phi;
      level += slope;
      double factor = season[step];
      double deseasonalised = values[t] / factor;
      double detrended = values[t] / level;
      double byFactor = deseasonalised / factor;
      double byTrend = detrended / level;
      for (int k = 0; k < size; k++) {
        double ofSlope = phi * bySlope[k];
        double ofLevel = byLevel[k] + ofSlope;
        double ofFactor = ofStep[k];
        row[k] = ofLevel * factor + level * ofFactor;
        double ofError = byFactor * ofFactor + ofLevel;
        byLevel[k] = ofLevel - alpha * ofError;
        bySlope[k] = ofSlope - beta * ofError;
        ofStep[k] = ofFactor - gamma * (byTrend * ofLevel + ofFactor);
      }
      forecasts[t] = level * factor;
      double error = deseasonalised - level;
      double ofSeason = detrended - factor;
      addSmoothing(point, ofStep, error, ofSeason);
      level += alpha * error;
      slope += beta * error;
      season[step] = factor + gamma * ofSeason;
      step = step + 1 == season.length ? 0 : step + 1;
    }
  }

  /** Smoothing parameters act on the states directly too, beta and gamma also through alpha. */
  private void addSmoothing(double[] point, double[] ofStep, double error, double ofSeason) {
    double alpha = point[0];
    byLevel[0] += error;
    int next = 1;
    if (coordinates.trend()) {
      bySlope[0] += point[next] * error;
      bySlope[next] += (alpha - EtsCoordinates.LEAST) * error;
      next++;
    }
    if (coordinates.seasonal()) {
      ofStep[0] -= point[next] * ofSeason;
      ofStep[next] += (1 - alpha - EtsCoordinates.LEAST) * ofSeason;
    }
  }
}
