package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandScaling;
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
import java.util.Optional;

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
  private static final int LEAST_CHANGES = 8;
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
  public boolean beginsAtLastSeason() {
    return plan.scaling() == DemandScaling.DIFFERENCE;
  }

  @Override
  public Fitted fit(SeriesPanel demand) {
    LearnerOptions options = plan.options();
    TrainingRows.Chosen rows =
        new TrainingRows(range, plan.training().maxRows(demand.axis().frequency()), options.seed())
            .of(demand, firstTarget(demand));
    if (rows.size() == 0) {
      return later -> constant(later, Double.NaN);
    }
    Optional<TrainingData> data =
        new TrainingTable(demand, plan, features, TrainingTable.MOST_NUMBERS).of(rows);
    if (data.isEmpty()) {
      // nothing to learn, and a log link has no finite answer
      return later -> constant(later, 0);
    }
    if (plan.training().patience() > 0) {
      EarlyStopping stopping = new EarlyStopping(plan, range, features);
      options = stopping.options(demand, rows.of(0, demand.size()));
    }
    List<FittedLearner> models = new ArrayList<>();
    int count = plan.training().models(demand.axis().frequency());
    for (int m = 0; m < count; m++) {
      models.add(plan.learner().fit(data.get(), options.withSeed(options.seed() + m)));
    }
    FeatureSource prepared = features.preparedFor(demand);
    return later -> forecast(models, prepared, later);
  }

  /**
   * Changes are learnt where the season before is known, lest some be from that season and others
   * from the level; but if few series are so long, from all of their steps.
   */
  private int firstTarget(SeriesPanel demand) {
    int season = demand.axis().frequency().seasonLength();
    int known = 0;
    for (int i = 0; i < demand.size(); i++) {
      known += demand.length(i) >= season + LEAST_CHANGES ? 1 : 0;
    }
    return plan.scaling() == DemandScaling.DIFFERENCE && 2 * known > demand.size() ? season : 0;
  }

  private double[] constant(SeriesPanel demand, double value) {
    double[] forecast = new double[demand.size() * range.steps()];
    Arrays.fill(forecast, value);
    return forecast;
  }

  /** In blocks of series, since the features of a large panel would fill the memory. */
  private double[] forecast(
      List<FittedLearner> models, FeatureSource prepared, SeriesPanel demand) {
    int horizon = range.steps();
    double[] forecast = new double[demand.size() * horizon];
    int block = Math.max(1, ROWS_OF_BLOCK / horizon);
    for (int first = 0; first < demand.size(); first += block) {
      int end = Math.min(demand.size(), first + block);
      FeatureTable table = prepared.compute(demand, rowsAtEnd(demand, first, end));
      double[] scaled = new double[(end - first) * horizon];
      for (FittedLearner model : models) {
        double[] predicted = model.predict(table);
        for (int r = 0; r < scaled.length; r++) {
          scaled[r] += predicted[r] / models.size();
        }
      }
      for (int i = first; i < end; i++) {
        SeriesScale scale =
            SeriesScale.atEnd(plan.scaling(), demand.values(i), demand.axis().frequency());
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
}
