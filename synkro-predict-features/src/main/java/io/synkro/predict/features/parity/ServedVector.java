package io.synkro.predict.features.parity;

import io.synkro.predict.features.PipelineDefinition;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.Arrays;

/** The features that a model was served once. Immutable. */
public final class ServedVector {
  private final PipelineDefinition pipeline;
  private final SeriesId series;
  private final VectorReader.Ask ask;
  private final float[] values;

  /**
   * Creates a vector.
   *
   * @param pipeline what the features were
   * @param series the series
   * @param ask origin and horizon
   * @param values one for each feature; copied
   */
  public ServedVector(
      PipelineDefinition pipeline, SeriesId series, VectorReader.Ask ask, float[] values) {
    Require.that(
        values.length == pipeline.features().size(),
        "values.length",
        values.length,
        "must be the number of features, " + pipeline.features().size(),
        "");
    this.pipeline = pipeline;
    this.series = series;
    this.ask = ask;
    this.values = values.clone();
  }

  /**
   * Returns what the features were.
   *
   * @return version, names and definitions
   */
  public PipelineDefinition pipeline() {
    return pipeline;
  }

  /**
   * Returns the series.
   *
   * @return product and warehouse
   */
  public SeriesId series() {
    return series;
  }

  /**
   * Returns which row was asked for.
   *
   * @return origin and horizon
   */
  public VectorReader.Ask ask() {
    return ask;
  }

  /**
   * Returns a value.
   *
   * @param column position of the feature
   * @return the value as it was served
   */
  public float value(int column) {
    return values[column];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServedVector that
        && pipeline.equals(that.pipeline)
        && series.equals(that.series)
        && ask.equals(that.ask)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * series.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "%s, %s: %s".formatted(series, ask, Arrays.toString(values));
  }
}
