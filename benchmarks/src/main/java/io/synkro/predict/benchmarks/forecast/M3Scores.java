package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.evaluate.Accuracy;

/** Scores of one method, added up over series. Not safe for use by many threads. */
final class M3Scores {
  private int series;
  private int steps;
  private double smape;
  private double smapeOfSteps;
  private double mape;
  private double mase;

  /** Scores what a method sent for a set. */
  static M3Scores of(SeriesSet set, PublishedM3 published, String method) {
    M3Scores scores = new M3Scores();
    for (SeriesSet.Series each : set.series()) {
      published
          .forecast(method, each)
          .ifPresent(forecast -> scores.add(each.train(), set.season(), each.test(), forecast));
    }
    return scores;
  }

  private void add(double[] history, int season, double[] actual, double[] forecast) {
    double ofSeries = Accuracy.smape(actual, forecast);
    series++;
    steps += actual.length;
    smape += ofSeries;
    smapeOfSteps += ofSeries * actual.length;
    mape += Accuracy.mape(actual, forecast);
    mase += Accuracy.mase(history, season, actual, forecast);
  }

  void add(M3Scores other) {
    series += other.series;
    steps += other.steps;
    smape += other.smape;
    smapeOfSteps += other.smapeOfSteps;
    mape += other.mape;
    mase += other.mase;
  }

  /** Every series counts the same. */
  double smape() {
    return smape / series;
  }

  /** Every step counts the same, so that monthly series with their 18 steps count most. */
  double smapeOfSteps() {
    return smapeOfSteps / steps;
  }

  double mape() {
    return mape / series;
  }

  double mase() {
    return mase / series;
  }
}
