package io.synkro.predict.benchmarks.features;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.FeatureBins;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Features of 10,000 series of 730 days, into memory that is there, and a plain copy of as many
 * bytes, by one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 8)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
public class OfflineFeaturesBenchmark {
  static final int SERIES = 10_000;

  /** How many features. */
  @Param({"17", "40"})
  public int features;

  private @Nullable SeriesPanel panel;
  private @Nullable FeaturePipeline pipeline;
  private @Nullable FeatureBins bins;
  private float[][] columns = {};
  private float[] source = {};

  /** Creates the benchmark; JMH does. */
  public OfflineFeaturesBenchmark() {}

  /** Makes the panel and room for the features. */
  @Setup
  public void load() {
    SeriesPanel made = RetailFeatures.panel(SERIES, 1);
    pipeline = features == 17 ? RetailFeatures.seventeen() : RetailFeatures.forty();
    panel = made;
    int[] some = IntStream.range(0, 100).toArray();
    bins = FeatureBins.of(pipeline.computeAll(made.select(some)), FeatureBins.MOST);
    columns = new float[features][made.observations()];
    source = new float[made.observations()];
    for (int s = 0; s < made.size(); s++) {
      made.copyFloats(s, source, s * RetailFeatures.DAYS);
    }
  }

  /**
   * Computes the features.
   *
   * @return the columns
   */
  @Benchmark
  public float[][] compute() {
    if (panel == null || pipeline == null) {
      throw new IllegalStateException("load() has not run");
    }
    pipeline.fillAll(panel, columns, 1, Runnable::run);
    return columns;
  }

  /**
   * Computes the features and keeps their bins.
   *
   * @return the table
   */
  @Benchmark
  @Warmup(iterations = 1)
  @Measurement(iterations = 2)
  public BinnedTable bins() {
    if (panel == null || pipeline == null || bins == null) {
      throw new IllegalStateException("load() has not run");
    }
    return pipeline.binAll(panel, bins, 1, Runnable::run);
  }

  /**
   * Copies as many bytes, column after column.
   *
   * @return the columns
   */
  @Benchmark
  public float[][] copy() {
    for (float[] column : columns) {
      System.arraycopy(source, 0, column, 0, column.length);
    }
    return columns;
  }
}
