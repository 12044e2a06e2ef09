package io.synkro.predict.features.parity;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.PipelineDefinition;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.series.SeriesId;
import java.util.Arrays;

/**
 * Logs the vectors of some series, to be told of each one right after it was read. Safe for use by
 * many threads if the sink is.
 */
public final class ServedVectorLog {
  private final PipelineDefinition pipeline;
  private final SeriesSampling sampling;
  private final ServedVectorSink sink;

  /**
   * Creates a log.
   *
   * @param pipeline the features that are served
   * @param sampling which series are logged
   * @param sink takes their vectors, such as a {@link ServedVectorFile} or the {@code add} of a
   *     list
   */
  public ServedVectorLog(FeaturePipeline pipeline, SeriesSampling sampling, ServedVectorSink sink) {
    this.pipeline = pipeline.definition();
    this.sampling = sampling;
    this.sink = sink;
  }

  /**
   * Logs a vector, if its series is sampled.
   *
   * @param series the series
   * @param ask origin and horizon, as given to the {@link VectorReader}
   * @param vector what the reader has filled
   */
  public void served(SeriesId series, VectorReader.Ask ask, float[] vector) {
    if (sampling.includes(series)) {
      float[] values = Arrays.copyOf(vector, pipeline.features().size());
      sink.accept(new ServedVector(pipeline, series, ask, values));
    }
  }
}
