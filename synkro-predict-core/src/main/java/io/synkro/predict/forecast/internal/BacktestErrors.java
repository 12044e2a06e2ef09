package io.synkro.predict.forecast.internal;

import io.synkro.predict.evaluate.Accuracy;
import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the members forecast at earlier origins and what then happened, observation after
 * observation. Steps without an observation are not kept. A run is one series at one origin.
 */
public final class BacktestErrors {
  /**
   * What is known of a series at an origin.
   *
   * @param id the series
   * @param origin number of the origin
   * @param level {@link DemandLevel} before the origin
   * @param traits what the demand before the origin says of errors
   * @param outliers how far a member may go astray
   * @param absoluteScale scale of MASE
   * @param squaredScale scale of RMSSE
   */
  public record Run(
      SeriesId id,
      int origin,
      double level,
      ErrorTraits traits,
      Outliers outliers,
      double absoluteScale,
      double squaredScale) {
    double spread() {
      return traits.spread();
    }

    Segment segment() {
      return traits.segment();
    }
  }

  /** Errors beyond so many usual changes tell of an event, and count as this one. */
  private static final double MOST_CHANGES = 20;

  private final int horizon;
  private final DoubleArray actual = new DoubleArray();
  private final DoubleArray[] forecast;
  private final IntArray step = new IntArray();
  private final IntArray run = new IntArray();
  private final List<Run> runs = new ArrayList<>();
  private int origins;

  /**
   * Creates an empty collection.
   *
   * @param members number of members
   * @param horizon steps ahead
   */
  public BacktestErrors(int members, int horizon) {
    this.horizon = horizon;
    this.forecast = new DoubleArray[members];
    Arrays.setAll(forecast, m -> new DoubleArray());
  }

  /**
   * Adds all series at one origin. A member that could not forecast a step has the forecast of the
   * first one there. Before the last origin, series are left out of which less than half was known:
   * methods would be judged, and intervals made wide, by errors that they make on short histories
   * alone.
   *
   * @param originIndex number of the origin
   * @param past clean demand before the origin
   * @param full clean demand that goes on after it
   * @param forecasts of each member, shape {@code [members][past.size() * horizon]}
   */
  public void add(int originIndex, SeriesPanel past, SeriesPanel full, double[][] forecasts) {
    origins = Math.max(origins, originIndex + 1);
    boolean isLast = past.end() + horizon >= full.end();
    for (int i = 0; i < past.size(); i++) {
      int series = full.position(past.id(i)).orElseThrow();
      if (!isLast && 2 * past.length(i) < full.length(series)) {
        continue;
      }
      runs.add(run(originIndex, past, i));
      for (int h = 0; h < horizon; h++) {
        int t = past.end() - full.start(series) + h;
        int k = i * horizon + h;
        boolean judged = t < full.length(series) && !Double.isNaN(forecasts[0][k]);
        if (judged && !Double.isNaN(full.value(series, t))) {
          actual.add(full.value(series, t));
          step.add(h);
          run.add(runs.size() - 1);
          addForecasts(forecasts, k);
        }
      }
    }
  }

  private void addForecasts(double[][] forecasts, int k) {
    for (int m = 0; m < forecast.length; m++) {
      forecast[m].add(forecasts[Double.isNaN(forecasts[m][k]) ? 0 : m][k]);
    }
  }

  private static Run run(int origin, SeriesPanel past, int series) {
    double[] history = past.values(series);
    Frequency frequency = past.axis().frequency();
    double[] levels = DemandLevel.beforeEach(history, frequency);
    return new Run(
        past.id(series),
        origin,
        levels[history.length],
        ErrorTraits.of(history, frequency),
        Outliers.of(history, frequency),
        Accuracy.naiveError(history, frequency.seasonLength()),
        Math.sqrt(Accuracy.squaredChange(history, 0)));
  }

  /**
   * Returns the number of observations.
   *
   * @return zero or more
   */
  public int size() {
    return actual.size();
  }

  /**
   * Returns the number of origins.
   *
   * @return zero or more
   */
  public int origins() {
    return origins;
  }

  /**
   * Returns the number of members.
   *
   * @return at least 1
   */
  public int members() {
    return forecast.length;
  }

  /**
   * Returns the longest step ahead.
   *
   * @return steps
   */
  public int horizon() {
    return horizon;
  }

  /**
   * Returns what happened.
   *
   * @param index position of the observation
   * @return units
   */
  public double actual(int index) {
    return actual.get(index);
  }

  /**
   * Returns what a member forecast.
   *
   * @param member number of the member
   * @param index position of the observation
   * @return units
   */
  public double forecast(int member, int index) {
    return forecast[member].get(index);
  }

  /**
   * Copies what all members forecast.
   *
   * @param index position of the observation
   * @param target receives the forecasts, length {@link #members()}
   */
  public void copyForecasts(int index, double[] target) {
    for (int m = 0; m < forecast.length; m++) {
      target[m] = forecast[m].get(index);
    }
  }

  /**
   * Returns how far ahead an observation lay.
   *
   * @param index position of the observation
   * @return 0 for the first step
   */
  public int step(int index) {
    return step.get(index);
  }

  /**
   * Returns the number of an observation's series and origin together.
   *
   * @param index position of the observation
   * @return a number that does not fall with {@code index}
   */
  public int runNumber(int index) {
    return run.get(index);
  }

  /**
   * Returns what was known of an observation's series.
   *
   * @param index position of the observation
   * @return its run
   */
  public Run run(int index) {
    return runs.get(run.get(index));
  }

  /**
   * Returns the number of an observation's origin.
   *
   * @param index position of the observation
   * @return a number from 0
   */
  public int origin(int index) {
    return run(index).origin();
  }

  /**
   * Returns how wrong a forecast was, in the measure of its segment.
   *
   * @param index position of the observation
   * @param value a forecast of it
   * @return zero or more
   */
  public double loss(int index, double value) {
    Run of = run(index);
    double error = actual(index) - value;
    return of.segment() == Segment.REGULAR
        ? Math.min(MOST_CHANGES, Math.abs(error) / of.spread())
        : error * error / of.level();
  }
}
