package io.synkro.predict.benchmarks.trees;

import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** Loads a model from our file and from the engine's, and prepares it for scoring. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TreeLoadBenchmark {
  /** The engine that trained the model. */
  @Param({"lightgbm", "xgboost"})
  public String engine = "";

  private Path ours = Path.of("");
  private Path theirs = Path.of("");

  /** Creates the benchmark; JMH does. */
  public TreeLoadBenchmark() {}

  /**
   * Writes both files.
   *
   * @throws IOException if they cannot be written
   */
  @Setup
  public void write() throws IOException {
    TreeModelCase model = TreeModelCase.of(engine, "500x63");
    ours = Files.createTempFile("synkro-", ".trees");
    theirs = Files.createTempFile("synkro-", ".model");
    Files.write(theirs, model.saved());
    model.model().save(ours);
  }

  /**
   * Deletes both files.
   *
   * @throws IOException if they cannot be deleted
   */
  @TearDown
  public void delete() throws IOException {
    Files.delete(ours);
    Files.delete(theirs);
  }

  /**
   * Loads our file.
   *
   * @return the model
   * @throws IOException if it cannot be read
   */
  @Benchmark
  public TreeModel ours() throws IOException {
    return TreeModels.load(ours);
  }

  /**
   * Reads the engine's file: LightGBM's text or XGBoost's UBJSON.
   *
   * @return the model
   * @throws IOException if it cannot be read
   */
  @Benchmark
  public TreeModel theirs() throws IOException {
    return TreeModels.read(theirs);
  }

  /**
   * Loads our file and prepares the kernels, as the first score does.
   *
   * @return the model
   * @throws IOException if it cannot be read
   */
  @Benchmark
  public TreeModel oursPrepared() throws IOException {
    TreeModel model = TreeModels.load(ours);
    model.ensemble().prepare();
    return model;
  }
}
