package io.synkro.predict.forecast.internal;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import java.util.Arrays;

/**
 * One model of trees for all series and all steps ahead (global and direct, with the horizon as a
 * feature). Every observed step is an example once: a horizon is drawn for it, and its features are
 * those known that many steps before. The target is demand over the level at the origin, weighted
 * by that level, so that errors count in units and not in shares. Source of the scheme:
 * Montero-Manso &amp; Hyndman (2021), <a
 * href="https://doi.org/10.1016/j.ijforecast.2021.03.004">doi:10.1016/j.ijforecast.2021.03.004</a>.
 *
 * @param horizon steps to forecast
 * @param learner the engine
 * @param options how to train
 * @param features what to learn from
 * @param maxRows most examples; older ones are left out
 */
public record TreeMember(
    int horizon, Learner learner, LearnerOptions options, FeatureSource features, int maxRows)
    implements Member {

  @Override
  public String name() {
    return "trees (" + learner.name() + ")";
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    FeatureRows rows = trainingRows(demand);
    if (rows.size() == 0) {
      throw new InvalidInputException(
          "history",
          demand.toString(),
          "must be longer than one season plus the horizon of " + horizon + " steps",
          "shorten the horizon, or forecast without a learner");
    }
    FeatureTable table = features.compute(demand, rows);
    double[][] levels = levels(demand);
    float[] labels = new float[rows.size()];
    float[] weights = new float[rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      int series = rows.series(r);
      double level = levels[series][rows.origin(r) - demand.start(series)];
      labels[r] = (float) (demand.value(series, rows.target(r) - demand.start(series)) / level);
      weights[r] = (float) level;
    }
    if (allZero(labels)) {
      // nothing to learn, and a log link has no finite answer
      return later -> new double[later.size() * horizon];
    }
    divideByMean(weights);
    FittedLearner fitted =
        learner.fit(TrainingData.of(table, labels).withWeights(weights), options);
    return later -> forecast(fitted, later);
  }

  private double[] forecast(FittedLearner fitted, SeriesPanel demand) {
    int size = demand.size() * horizon;
    int[] series = new int[size];
    int[] origin = new int[size];
    int[] ahead = new int[size];
    Arrays.fill(origin, demand.end());
    for (int r = 0; r < size; r++) {
      series[r] = r / horizon;
      ahead[r] = r % horizon + 1;
    }
    double[] scaled =
        fitted.predict(features.compute(demand, new FeatureRows(series, origin, ahead)));
    double[][] levels = levels(demand);
    for (int r = 0; r < size; r++) {
      int i = series[r];
      double level = levels[i][Math.min(demand.end() - demand.start(i), demand.length(i))];
      scaled[r] = Math.max(0, scaled[r] * level);
    }
    return scaled;
  }

  private FeatureRows trainingRows(SeriesPanel demand) {
    int perSeries = Math.max(2 * horizon, maxRows / demand.size());
    int season = demand.axis().frequency().seasonLength();
    IntArray series = new IntArray();
    IntArray origin = new IntArray();
    IntArray ahead = new IntArray();
    for (int i = 0; i < demand.size(); i++) {
      int warmUp = Math.min(season, demand.length(i) / 3);
      int first = Math.max(warmUp + 1, demand.length(i) - perSeries);
      for (int t = first; t < demand.length(i); t++) {
        if (!Double.isNaN(demand.value(i, t))) {
          int h = Math.min(drawnHorizon(i, demand.start(i) + t), t - warmUp);
          series.add(i);
          origin.add(demand.start(i) + t - h + 1);
          ahead.add(h);
        }
      }
    }
    return new FeatureRows(series.toArray(), origin.toArray(), ahead.toArray());
  }

  /** A horizon from 1 to the longest, the same in every run for the same seed, series and step. */
  private int drawnHorizon(int series, int step) {
    long z = options.seed() * 0x9E3779B97F4A7C15L + series * 0xBF58476D1CE4E5B9L + step;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (int) Long.remainderUnsigned(z ^ (z >>> 31), horizon) + 1;
  }

  private static double[][] levels(SeriesPanel demand) {
    double[][] levels = new double[demand.size()][];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = DemandLevel.beforeEach(demand.values(i), demand.axis().frequency());
    }
    return levels;
  }

  private static boolean allZero(float[] labels) {
    for (float label : labels) {
      if (label != 0) {
        return false;
      }
    }
    return true;
  }

  private static void divideByMean(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    float mean = (float) (sum / weights.length);
    for (int r = 0; r < weights.length; r++) {
      weights[r] /= mean;
    }
  }
}
