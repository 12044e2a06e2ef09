package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.KernelProbe;
import java.io.IOException;
import java.util.List;
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

/** Scores a few rows with each kernel, to find the number of rows from which blocks pay. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class TreeKernelBenchmark {
  /** Trees and leaves. */
  @Param({"500x63", "100x31", "2000x255"})
  public String shape = "";

  /** How to score. */
  @Param({"WALK", "MASK", "SLICE"})
  public String kernel = "";

  /** Rows of a call. */
  @Param({"1", "8", "12", "16", "28"})
  public int rows;

  private final List<FeatureTable> tables =
      IntStream.range(0, TreeRows.TABLES)
          .mapToObj(i -> DemandTable.features(TreeRows.FEW, 100 + i))
          .toList();
  private @Nullable KernelProbe probe;
  private int next;

  /** Creates the benchmark; JMH does. */
  public TreeKernelBenchmark() {}

  /**
   * Loads the model.
   *
   * @throws IOException if it cannot be trained or read
   */
  @Setup
  public void load() throws IOException {
    probe = new KernelProbe(TreeModelCase.of("lightgbm", shape).model());
  }

  /**
   * Scores.
   *
   * @return margins
   */
  @Benchmark
  public double[] margins() {
    if (probe == null) {
      throw new IllegalStateException("load() has not run");
    }
    return probe.margins(kernel, tables.get(next++ & (TreeRows.TABLES - 1)), rows);
  }
}
