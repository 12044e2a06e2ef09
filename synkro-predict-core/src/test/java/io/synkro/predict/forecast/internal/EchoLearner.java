package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.TrainingData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A fake engine that predicts its only feature; remembers its data. */
public final class EchoLearner implements Learner {
  /** Computes the feature of one row. */
  public interface Value {
    /**
     * Computes it.
     *
     * @param panel the panel
     * @param series position of the series
     * @param origin first step that is not known
     * @param horizon steps ahead
     * @return the feature
     */
    double of(SeriesPanel panel, int series, int origin, int horizon);
  }

  /** What it was trained on, one entry a training. */
  public final List<TrainingData> trainings = new ArrayList<>();

  /** Creates a learner. */
  public EchoLearner() {}

  /**
   * Returns a source of one feature.
   *
   * @param value computes it
   * @return a feature source
   */
  public static FeatureSource feature(Value value) {
    return new FeatureSource() {
      @Override
      public FeatureSchema schema(SeriesPanel panel) {
        return new FeatureSchema(List.of(Feature.number("value")));
      }

      @Override
      public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
        float[] values = new float[rows.size()];
        for (int r = 0; r < values.length; r++) {
          values[r] = (float) value.of(panel, rows.series(r), rows.origin(r), rows.horizon(r));
        }
        return new FeatureTable(schema(panel), new float[][] {values});
      }
    };
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public FittedLearner fit(TrainingData data, LearnerOptions options) {
    trainings.add(data);
    return new FittedLearner() {
      @Override
      public FeatureSchema schema() {
        return data.features().schema();
      }

      @Override
      public int outputs() {
        return 1;
      }

      @Override
      public double[] predict(FeatureTable features) {
        double[] predicted = new double[features.rows()];
        Arrays.setAll(predicted, r -> features.value(r, 0));
        return predicted;
      }

      @Override
      public void save(Path file) {
        throw new UnsupportedOperationException("a fake is not saved");
      }
    };
  }
}
