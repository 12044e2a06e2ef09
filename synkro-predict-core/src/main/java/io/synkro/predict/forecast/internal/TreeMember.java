package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Models of trees for all series and all steps ahead (global and direct, with the horizon as a
 * feature), which differ in their seeds alone and whose forecasts are averaged. {@link
 * TrainingRows} are the examples, the features are those known at their origins, and the target is
 * scaled so that a fast and a slow mover look alike. Without any example the forecast is NaN, and
 * zero if every example is. Source of the scheme: Montero-Manso &amp; Hyndman (2021), <a
 * href="https://doi.org/10.1016/j.ijforecast.2021.03.004">doi:10.1016/j.ijforecast.2021.03.004</a>.
 *
 * @param range horizons to forecast
 * @param plan how to train
 * @param features what to learn from, scaled like the target
 */
public record TreeMember(HorizonRange range, TreePlan plan, FeatureSource features)
    implements Member {
  private static final int ROWS_OF_BLOCK = 1 << 16;

  @Override
  public String name() {
    return "trees (" + plan.name() + ")";
  }

  @Override
  public boolean isGlobal() {
    return true;
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    LearnerOptions options = plan.options();
    FeatureRows rows = new TrainingRows(range, plan.maxRows(), options.seed()).of(demand);
    if (rows.size() == 0) {
      return later -> constant(later, Double.NaN);
    }
    float[] labels = new float[rows.size()];
    float[] weights = new float[rows.size()];
    if (!fill(demand, rows, labels, weights)) {
      // nothing to learn, and a log link has no finite answer
      return later -> constant(later, 0);
    }
    divideByMean(weights);
    FeatureTable table = features.compute(demand, rows);
    TrainingData data = TrainingData.of(table, labels).withWeights(weights);
    List<FittedLearner> models = new ArrayList<>();
    for (int m = 0; m < plan.models(); m++) {
      models.add(plan.learner().fit(data, options.withSeed(options.seed() + m)));
    }
    return later -> forecast(models, later);
  }

  /** Returns whether there was any demand. */
  private boolean fill(SeriesPanel demand, FeatureRows rows, float[] labels, float[] weights) {
    boolean any = false;
    SeriesScale scale = scale(demand, rows.series(0));
    for (int r = 0; r < rows.size(); r++) {
      int series = rows.series(r);
      if (r > 0 && rows.series(r - 1) != series) {
        scale = scale(demand, series);
      }
      int origin = rows.origin(r) - demand.start(series);
      int target = rows.target(r) - demand.start(series);
      double value = demand.value(series, target);
      labels[r] = (float) scale.scaled(value, origin, target);
      weights[r] = (float) scale.weight(origin);
      any |= value != 0;
    }
    return any;
  }

  private SeriesScale scale(SeriesPanel demand, int series) {
    return new SeriesScale(plan.scaling(), demand.values(series), demand.axis().frequency());
  }

  private double[] constant(SeriesPanel demand, double value) {
    double[] forecast = new double[demand.size() * range.steps()];
    Arrays.fill(forecast, value);
    return forecast;
  }

  /** In blocks of series, since the features of a large panel would fill the memory. */
  private double[] forecast(List<FittedLearner> models, SeriesPanel demand) {
    int horizon = range.steps();
    double[] forecast = new double[demand.size() * horizon];
    int block = Math.max(1, ROWS_OF_BLOCK / horizon);
    for (int first = 0; first < demand.size(); first += block) {
      int end = Math.min(demand.size(), first + block);
      FeatureTable table = features.compute(demand, rowsAtEnd(demand, first, end));
      double[] scaled = new double[(end - first) * horizon];
      for (FittedLearner model : models) {
        double[] predicted = model.predict(table);
        for (int r = 0; r < scaled.length; r++) {
          scaled[r] += predicted[r] / models.size();
        }
      }
      for (int i = first; i < end; i++) {
        SeriesScale scale = scale(demand, i);
        int origin = demand.end() - demand.start(i);
        int known = Math.min(origin, demand.length(i));
        for (int h = 0; h < horizon; h++) {
          int target = origin + range.first() - 1 + h;
          double value = scaled[(i - first) * horizon + h];
          forecast[i * horizon + h] = Math.max(0, scale.demand(value, known, target));
        }
      }
    }
    return forecast;
  }

  private FeatureRows rowsAtEnd(SeriesPanel demand, int first, int end) {
    int horizon = range.steps();
    int size = (end - first) * horizon;
    int[] series = new int[size];
    int[] origin = new int[size];
    int[] ahead = new int[size];
    Arrays.fill(origin, demand.end());
    for (int r = 0; r < size; r++) {
      series[r] = first + r / horizon;
      ahead[r] = range.first() + r % horizon;
    }
    return new FeatureRows(series, origin, ahead);
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
