package io.synkro.predict.forecast.internal;

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
 * by that level, so that errors count in units and not in shares. Without any example the forecast
 * is NaN, and zero if every example is. Source of the scheme: Montero-Manso &amp; Hyndman (2021),
 * <a
 * href="https://doi.org/10.1016/j.ijforecast.2021.03.004">doi:10.1016/j.ijforecast.2021.03.004</a>.
 *
 * @param horizon steps to forecast
 * @param learner the engine
 * @param options how to train
 * @param features what to learn from
 * @param maxRows about the most examples; older ones are left out, and if two horizons of every
 *     series are too many, a random part of them
 */
public record TreeMember(
    int horizon, Learner learner, LearnerOptions options, FeatureSource features, int maxRows)
    implements Member {
  private static final int ROWS_OF_BLOCK = 1 << 16;

  @Override
  public String name() {
    return "trees (" + learner.name() + ")";
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    FeatureRows rows = trainingRows(demand);
    if (rows.size() == 0) {
      return later -> constant(later, Double.NaN);
    }
    float[] labels = new float[rows.size()];
    float[] weights = new float[rows.size()];
    double[] levels = new double[0];
    for (int r = 0; r < rows.size(); r++) {
      int series = rows.series(r);
      if (r == 0 || rows.series(r - 1) != series) {
        levels = DemandLevel.beforeEach(demand.values(series), demand.axis().frequency());
      }
      double level = levels[rows.origin(r) - demand.start(series)];
      labels[r] = (float) (demand.value(series, rows.target(r) - demand.start(series)) / level);
      weights[r] = (float) level;
    }
    if (allZero(labels)) {
      // nothing to learn, and a log link has no finite answer
      return later -> constant(later, 0);
    }
    divideByMean(weights);
    FeatureTable table = features.compute(demand, rows);
    FittedLearner fitted =
        learner.fit(TrainingData.of(table, labels).withWeights(weights), options);
    return later -> forecast(fitted, later);
  }

  private double[] constant(SeriesPanel demand, double value) {
    double[] forecast = new double[demand.size() * horizon];
    Arrays.fill(forecast, value);
    return forecast;
  }

  /** In blocks of series, since the features of a large panel would fill the memory. */
  private double[] forecast(FittedLearner fitted, SeriesPanel demand) {
    double[] forecast = new double[demand.size() * horizon];
    int block = Math.max(1, ROWS_OF_BLOCK / horizon);
    for (int first = 0; first < demand.size(); first += block) {
      int end = Math.min(demand.size(), first + block);
      double[] scaled = fitted.predict(features.compute(demand, rowsAtEnd(demand, first, end)));
      for (int i = first; i < end; i++) {
        double[] levels = DemandLevel.beforeEach(demand.values(i), demand.axis().frequency());
        double level = levels[levels.length - 1];
        for (int h = 0; h < horizon; h++) {
          forecast[i * horizon + h] = Math.max(0, scaled[(i - first) * horizon + h] * level);
        }
      }
    }
    return forecast;
  }

  private FeatureRows rowsAtEnd(SeriesPanel demand, int first, int end) {
    int size = (end - first) * horizon;
    int[] series = new int[size];
    int[] origin = new int[size];
    int[] ahead = new int[size];
    Arrays.fill(origin, demand.end());
    for (int r = 0; r < size; r++) {
      series[r] = first + r / horizon;
      ahead[r] = r % horizon + 1;
    }
    return new FeatureRows(series, origin, ahead);
  }

  private FeatureRows trainingRows(SeriesPanel demand) {
    int perSeries = Math.max(2 * horizon, maxRows / demand.size());
    int season = demand.axis().frequency().seasonLength();
    double kept = Math.min(1, (double) maxRows / examples(demand, perSeries));
    IntArray series = new IntArray();
    IntArray origin = new IntArray();
    IntArray ahead = new IntArray();
    for (int i = 0; i < demand.size(); i++) {
      int warmUp = Math.min(season, demand.length(i) / 3);
      int first = Math.max(warmUp + 1, demand.length(i) - perSeries);
      for (int t = first; t < demand.length(i); t++) {
        long drawn = draw(i, demand.start(i) + t);
        if (!Double.isNaN(demand.value(i, t)) && (drawn >>> 40) * 0x1p-24 < kept) {
          int h = Math.min((int) Long.remainderUnsigned(drawn, horizon) + 1, t - warmUp);
          series.add(i);
          origin.add(demand.start(i) + t - h + 1);
          ahead.add(h);
        }
      }
    }
    return new FeatureRows(series.toArray(), origin.toArray(), ahead.toArray());
  }

  private static long examples(SeriesPanel demand, int perSeries) {
    long count = 0;
    for (int i = 0; i < demand.size(); i++) {
      for (int t = Math.max(0, demand.length(i) - perSeries); t < demand.length(i); t++) {
        count += Double.isNaN(demand.value(i, t)) ? 0 : 1;
      }
    }
    return count;
  }

  /**
   * Random bits, the same in every run for the same seed, series and step. Source: Steele, Lea
   * &amp; Flood (2014), Fast splittable pseudorandom number generators, <a
   * href="https://doi.org/10.1145/2660193.2660195">doi:10.1145/2660193.2660195</a> (the finaliser
   * of SplitMix64).
   */
  private long draw(int series, int step) {
    long z = options.seed() * 0x9E3779B97F4A7C15L + series * 0xBF58476D1CE4E5B9L + step;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
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
