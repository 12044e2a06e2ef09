package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;

/** An engine that remembers how long its last training took. For one thread. */
final class TimedLearner implements Learner {
  private final Learner engine;
  private double seconds;
  private int rows;

  TimedLearner(Learner engine) {
    this.engine = engine;
  }

  double lastSeconds() {
    return seconds;
  }

  int lastRows() {
    return rows;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public boolean takesBins() {
    return engine.takesBins();
  }

  @Override
  public FittedLearner fit(TrainingData data, LearnerOptions options) {
    long start = System.nanoTime();
    FittedLearner fitted = engine.fit(data, options);
    seconds = (System.nanoTime() - start) / 1e9;
    rows = data.rows();
    return fitted;
  }
}
