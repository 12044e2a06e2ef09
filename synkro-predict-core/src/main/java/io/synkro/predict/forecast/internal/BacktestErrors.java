package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesPanel;

/**
 * What the candidates forecast at earlier origins and what then happened, observation after
 * observation. Steps without an observation are not kept.
 */
public final class BacktestErrors {
  private final int horizon;
  private final DoubleArray actual = new DoubleArray();
  private final DoubleArray level = new DoubleArray();
  private final DoubleArray[] forecast;
  private final IntArray step = new IntArray();
  private final IntArray run = new IntArray();
  private final IntArray origin = new IntArray();
  private int runs;

  /**
   * Creates an empty collection.
   *
   * @param candidates number of candidates
   * @param horizon steps ahead
   */
  public BacktestErrors(int candidates, int horizon) {
    this.horizon = horizon;
    this.forecast = new DoubleArray[candidates];
    for (int m = 0; m < candidates; m++) {
      forecast[m] = new DoubleArray();
    }
  }

  /**
   * Adds all series at one origin.
   *
   * @param originIndex number of the origin
   * @param past clean demand before the origin
   * @param full clean demand that goes on after it
   * @param forecasts of each candidate, shape {@code [candidates][past.size() * horizon]}
   */
  public void add(int originIndex, SeriesPanel past, SeriesPanel full, double[][] forecasts) {
    for (int i = 0; i < past.size(); i++) {
      int series = full.position(past.id(i)).orElseThrow();
      double[] levels = DemandLevel.beforeEach(past.values(i), past.axis().frequency());
      double typical = levels[levels.length - 1];
      for (int h = 0; h < horizon; h++) {
        int t = past.end() - full.start(series) + h;
        boolean inside = t < full.length(series) && !Double.isNaN(forecasts[0][i * horizon + h]);
        if (inside && !Double.isNaN(full.value(series, t))) {
          actual.add(full.value(series, t));
          level.add(typical);
          step.add(h);
          run.add(runs);
          origin.add(originIndex);
          for (int m = 0; m < forecast.length; m++) {
            forecast[m].add(forecasts[m][i * horizon + h]);
          }
        }
      }
      runs++;
    }
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
   * Returns how many observations an origin has.
   *
   * @param originIndex number of the origin
   * @return from 0 to {@link #size()}
   */
  public int ofOrigin(int originIndex) {
    int count = 0;
    for (int k = 0; k < size(); k++) {
      count += origin(k) == originIndex ? 1 : 0;
    }
    return count;
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
   * Returns the level of demand before the origin.
   *
   * @param index position of the observation
   * @return units a step, positive
   */
  public double level(int index) {
    return level.get(index);
  }

  /**
   * Returns what a candidate forecast.
   *
   * @param candidate number of the candidate
   * @param index position of the observation
   * @return units
   */
  public double forecast(int candidate, int index) {
    return forecast[candidate].get(index);
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
   * @return a number that rises with {@code index}
   */
  public int run(int index) {
    return run.get(index);
  }

  /**
   * Returns the number of an observation's origin.
   *
   * @param index position of the observation
   * @return a number from 0
   */
  public int origin(int index) {
    return origin.get(index);
  }
}
