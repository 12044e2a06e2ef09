package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.ScaledFeatures;
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

/**
 * Predicts the weighted mean label, or NaN where the first feature says so; remembers its data. A
 * fake engine with a feature source that answers the code of the first attribute.
 */
public final class MeanLearner implements Learner {
  /** What it was trained on, one entry a training. */
  public final List<TrainingData> trainings = new ArrayList<>();

  /** How it was trained, one entry a training. */
  public final List<LearnerOptions> options = new ArrayList<>();

  private final float unknownCode;

  /**
   * Creates a learner.
   *
   * @param unknownCode value of the first feature for which it predicts NaN
   */
  public MeanLearner(float unknownCode) {
    this.unknownCode = unknownCode;
  }

  /**
   * Returns features that are the code of the panel's first attribute, or 0 without one.
   *
   * @return a feature source
   */
  public static FeatureSource codes() {
    return new FeatureSource() {
      @Override
      public FeatureSchema schema(SeriesPanel panel) {
        return new FeatureSchema(List.of(Feature.number("code")));
      }

      @Override
      public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
        float[] codes = new float[rows.size()];
        for (int r = 0; r < codes.length; r++) {
          codes[r] =
              panel.attributes().isEmpty() ? 0 : panel.attributes().get(0).code(rows.series(r));
        }
        return new FeatureTable(schema(panel), new float[][] {codes});
      }
    };
  }

  /**
   * Returns {@link #codes()}, another source for each scaling.
   *
   * @return a feature source
   */
  public static ScaledFeatures scaledCodes() {
    return new ScaledCodes(DemandScaling.RATIO);
  }

  private record ScaledCodes(DemandScaling scaling) implements ScaledFeatures {
    @Override
    public FeatureSource scaled(DemandScaling other) {
      return new ScaledCodes(other);
    }

    @Override
    public FeatureSchema schema(SeriesPanel panel) {
      return codes().schema(panel);
    }

    @Override
    public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
      return codes().compute(panel, rows);
    }
  }

  @Override
  public String name() {
    return "mean";
  }

  @Override
  public FittedLearner fit(TrainingData data, LearnerOptions how) {
    trainings.add(data);
    options.add(how);
    double sum = 0;
    double weights = 0;
    for (int r = 0; r < data.rows(); r++) {
      sum += data.weight(r) * data.label(r);
      weights += data.weight(r);
    }
    double mean = sum / weights;
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
        Arrays.setAll(predicted, r -> features.value(r, 0) == unknownCode ? Double.NaN : mean);
        return predicted;
      }

      @Override
      public void save(Path file) {
        throw new UnsupportedOperationException("a fake is not saved");
      }
    };
  }
}
