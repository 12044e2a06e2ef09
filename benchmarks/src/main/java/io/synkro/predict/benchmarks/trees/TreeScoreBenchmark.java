package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeScorer;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Margins and contributions of one model, natively and in Java, for a large batch, 28 rows and one
 * row. Each reads its rows as it likes them best: from native memory or an array, or from columns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class TreeScoreBenchmark {
  /** The engine that trained the model. */
  @Param({"lightgbm", "xgboost"})
  public String engine = "";

  /** Trees and leaves. */
  @Param({"500x63", "100x31", "2000x255"})
  public String shape = "";

  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private NativeSide.@Nullable Rows rows;
  private @Nullable NativeSide side;
  private @Nullable TreeModel model;
  private @Nullable TreeScorer scorer;
  private final double[] target = new double[1];
  private double[] shares = {};
  private int next;

  /** Creates the benchmark; JMH does. */
  public TreeScoreBenchmark() {}

  /** Returns the rows of the large batch. */
  static int batchRows(String shape) {
    return shape.equals("2000x255") ? 10_000 : 100_000;
  }

  /**
   * Loads the model on both sides.
   *
   * @throws IOException if it cannot be trained or read
   */
  @Setup
  public void load() throws IOException {
    TreeModelCase model = TreeModelCase.of(engine, shape);
    NativeSide.Rows made = TreeRows.of(batchRows(shape));
    this.rows = made;
    this.model = model.model();
    this.scorer = this.model.scorer();
    this.shares = new double[DemandTable.SCHEMA.size() + 1];
    this.side =
        model.isLightGbm()
            ? new NativeSide.LightGbm(model.saved(), made)
            : new NativeSide.Xgboost(model.saved(), made);
  }

  /** Frees the native side. */
  @TearDown
  public void close() {
    present(side).close();
    executor.shutdownNow();
  }

  private static <T> T present(@Nullable T loaded) {
    if (loaded == null) {
      throw new IllegalStateException("load() has not run");
    }
    return loaded;
  }

  private FeatureTable someFew() {
    return present(rows).few().get(next++ & (TreeRows.TABLES - 1));
  }

  private float[] someRow() {
    return present(rows).singles()[next++ & (TreeRows.SINGLES - 1)];
  }

  /** Scores the batch natively. */
  @Benchmark
  public void nativeBatch() {
    present(side).batch();
  }

  /**
   * Scores the batch.
   *
   * @return margins
   */
  @Benchmark
  public double[] javaBatch() {
    return present(model).margins(present(rows).batch());
  }

  /**
   * Scores the batch with one thread more.
   *
   * @return margins
   */
  @Benchmark
  public double[] javaBatchTwoThreads() {
    return present(model).margins(present(rows).batch(), executor, 2);
  }

  /** Scores 28 rows natively. */
  @Benchmark
  public void nativeFew() {
    present(side).few(next++ & (TreeRows.TABLES - 1));
  }

  /**
   * Scores 28 rows.
   *
   * @return margins
   */
  @Benchmark
  public double[] javaFew() {
    return present(model).margins(someFew());
  }

  /** Scores a row natively, the fastest way. */
  @Benchmark
  public void nativeSingle() {
    present(side).single(next++ & (TreeRows.SINGLES - 1));
  }

  /** Scores a row as the engine's Java wrapper does. */
  @Benchmark
  public void nativeSingleWrapped() {
    present(side).wrapped(next++ & (TreeRows.SINGLES - 1));
  }

  /**
   * Scores a row.
   *
   * @return its margin
   */
  @Benchmark
  public double javaSingle() {
    present(scorer).margins(someRow(), target);
    return target[0];
  }

  /** Explains 28 rows natively. */
  @Benchmark
  public void nativeContributions() {
    present(side).contributions(next++ & (TreeRows.TABLES - 1));
  }

  /**
   * Explains 28 rows.
   *
   * @return contributions
   */
  @Benchmark
  public double[] javaContributions() {
    return present(model).contributions(someFew());
  }

  /**
   * Explains one row.
   *
   * @return the contribution of the first feature
   */
  @Benchmark
  public double javaContributionsSingle() {
    present(scorer).contributions(someRow(), shares);
    return shares[0];
  }
}
