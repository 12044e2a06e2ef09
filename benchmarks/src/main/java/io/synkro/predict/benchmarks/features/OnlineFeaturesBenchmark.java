package io.synkro.predict.benchmarks.features;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Sixty features of one of 10,000 series with two years of history, which never is the one that was
 * asked for just before; and one event.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class OnlineFeaturesBenchmark {
  private static final int SERIES = 10_000;
  private static final int STRIDE = 7_919; // a prime, so that every series has its turn

  private final float[] plan = {9.99f};
  private SeriesId[] ids = {};
  private float[] target = {};
  private int next;
  private int step = RetailFeatures.DAYS;
  private @Nullable LiveFeatures live;
  private @Nullable VectorReader reader;

  /** Creates the benchmark; JMH does. */
  public OnlineFeaturesBenchmark() {}

  /** Gives all series their history. */
  @Setup
  public void load() {
    SeriesPanel panel = RetailFeatures.panel(SERIES, 1);
    FeaturePipeline pipeline = RetailFeatures.sixty();
    LiveFeatures made = LiveFeatures.of(pipeline, panel, 1);
    made.addAll(panel);
    ids = panel.ids().toArray(SeriesId[]::new);
    target = new float[pipeline.features().size()];
    live = made;
    reader = made.reader();
  }

  /**
   * Reads the vector of one series.
   *
   * @return the features
   */
  @Benchmark
  public float[] vector() {
    next = (next + STRIDE) % SERIES;
    if (reader == null) {
      throw new IllegalStateException("load() has not run");
    }
    reader.read(ids[next], step, target, plan);
    return target;
  }

  /**
   * Gives one series the values of its next step.
   *
   * @return what became of them
   */
  @Benchmark
  public LiveFeatures.Outcome update() {
    next = (next + STRIDE) % SERIES;
    if (next == 0) {
      step++;
    }
    if (live == null) {
      throw new IllegalStateException("load() has not run");
    }
    return live.append(ids[next], step, next & 7, 9.99f);
  }
}
