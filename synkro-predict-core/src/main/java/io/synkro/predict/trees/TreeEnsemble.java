package io.synkro.predict.trees;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Lazy;
import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Shared;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import io.synkro.predict.trees.internal.Scorer;
import io.synkro.predict.trees.internal.ShapKernel;
import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * Decision trees whose leaf values are added up. The readers have checked that every walk ends.
 * Several kernels give equal results; the shape of the trees and the number of rows decide which is
 * used. The first score prepares them, or {@link #prepare} does, and the first explanation its own;
 * after that nothing locks. Immutable; safe for use by many threads.
 */
public final class TreeEnsemble {
  /** Rows of a piece of work that threads share. */
  private static final int PIECE = 1024;

  private final Forest forest;
  private final Scorer scorer;
  private final Lazy<ShapKernel> shap;
  private final int trees;

  TreeEnsemble(Forest forest) {
    this(forest, new Scorer(forest), new Lazy<>(() -> ShapKernel.of(forest)), forest.trees());
  }

  private TreeEnsemble(Forest forest, Scorer scorer, Lazy<ShapKernel> shap, int trees) {
    this.forest = forest;
    this.scorer = scorer;
    this.shap = shap;
    this.trees = trees;
  }

  Forest forest() {
    return forest;
  }

  Scorer scorer() {
    return scorer;
  }

  /**
   * Returns the number of features.
   *
   * @return columns that a table must have, at least 1
   */
  public int features() {
    return forest.features();
  }

  /**
   * Returns how many numbers a row yields.
   *
   * @return 1, or the number of classes or targets
   */
  public int outputs() {
    return forest.outputs();
  }

  /**
   * Returns the number of trees.
   *
   * @return zero or more
   */
  public int trees() {
    return trees;
  }

  /**
   * Returns the number of leaves of all trees.
   *
   * @return zero or more
   */
  public int leaves() {
    return forest.leafStart()[trees];
  }

  /**
   * Returns the first trees alone, as they were when so many had been trained. The trees are
   * shared, not copied.
   *
   * @param count how many, from 0 to {@link #trees()}
   * @return an ensemble of as many trees
   * @throws InvalidInputException if there are not as many
   */
  public TreeEnsemble first(int count) {
    Require.that(
        count >= 0 && count <= trees,
        "count",
        count,
        "must be from 0 to the number of trees, " + trees,
        "");
    return new TreeEnsemble(forest, scorer, shap, count);
  }

  /**
   * Prepares for scoring, unless that was done: a service that does so when it starts has no slow
   * first score. The first explanation prepares what it needs itself.
   */
  public void prepare() {
    scorer.prepare();
  }

  /**
   * Adds up the leaf values of every row; no link is applied.
   *
   * @param table rows with {@link #features()} columns
   * @return shape {@code [table.rows() * outputs()]}, row after row
   * @throws InvalidInputException if the table has another number of columns
   */
  public double[] margins(FeatureTable table) {
    return margins(table, Runnable::run, 1);
  }

  /**
   * Adds up the leaf values of every row with the help of other threads; no link is applied. The
   * calling thread works too, so that even an executor without a free thread does no harm.
   *
   * @param table rows with {@link #features()} columns
   * @param executor runs the other threads' part
   * @param threads most threads, at least 1, the calling one among them
   * @return shape {@code [table.rows() * outputs()]}, row after row; equal for any number of
   *     threads
   * @throws InvalidInputException if the table has another number of columns, or threads are below
   *     1
   */
  public double[] margins(FeatureTable table, Executor executor, int threads) {
    requireFeatures(table.schema().size());
    Require.atLeast("threads", threads, 1, "");
    int rows = table.rows();
    double[] margins = new double[Math.multiplyExact(rows, outputs())];
    int pieces = rows == 0 ? 0 : (rows - 1) / PIECE + 1;
    Shared.run(
        pieces,
        threads,
        executor,
        () -> {
          Scorer.Work work = scorer.work(Math.min(rows, PIECE));
          return piece -> {
            int from = piece * PIECE;
            int to = from + Math.min(PIECE, rows - from);
            scorer.margins(new Scorer.Batch(table, from, to, trees), work, margins);
          };
        });
    return margins;
  }

  /**
   * Says in which leaf of each tree each row ends.
   *
   * @param table rows with {@link #features()} columns
   * @return the engine's own numbers of leaves (LightGBM) or nodes (XGBoost), shape {@code
   *     [table.rows() * trees()]}, row after row
   * @throws InvalidInputException if the table has another number of columns
   */
  public int[] leafIndices(FeatureTable table) {
    requireFeatures(table.schema().size());
    int[] indices = new int[Math.multiplyExact(table.rows(), trees)];
    float[] row = new float[features()];
    for (int r = 0; r < table.rows(); r++) {
      table.copyRow(r, row);
      forest.dialect().prepare(row, row);
      for (int t = 0; t < trees; t++) {
        indices[r * trees + t] = forest.leafId()[forest.leaf(t, row)];
      }
    }
    return indices;
  }

  /**
   * Explains every row by exact path-dependent SHAP values (Lundberg, Erion &amp; Lee 2018, <a
   * href="https://arxiv.org/abs/1802.03888">arXiv:1802.03888</a>), as the engines do: how much each
   * feature moves the margin away from its mean over the training data. They add up to the margin,
   * but for the rounding of XGBoost's sums of floats.
   *
   * @param table rows with {@link #features()} columns
   * @return shape {@code [table.rows()][outputs()][features() + 1]} in one array, in the unit of
   *     margins; the last number of each output is the mean
   * @throws InvalidInputException if the table has another number of columns, or a path of a tree
   *     more than 2000 different features
   * @throws UnsupportedModelException if the model does not say how many rows passed its nodes
   */
  public double[] contributions(FeatureTable table) {
    requireFeatures(table.schema().size());
    ShapKernel.Worker worker = explainer();
    double[] contributions = new double[Math.multiplyExact(table.rows(), contributionWidth())];
    worker.explain(table, 0, table.rows(), contributions);
    return contributions;
  }

  /** Returns how many numbers explain a row. */
  int contributionWidth() {
    return Math.multiplyExact(outputs(), features() + 1);
  }

  ShapKernel.Worker explainer() {
    if (!forest.isCovered()) {
      throw new UnsupportedModelException(
          forest.dialect() == Dialect.LIGHTGBM ? "lightgbm" : "xgboost",
          "no numbers of rows in its nodes",
          "save it with them: leaf_count and internal_count of LightGBM, sum_hessian of XGBoost");
    }
    return shap.get().worker(trees);
  }

  void requireFeatures(int columns) {
    if (columns != features()) { // texts are made only if they are needed
      throw new InvalidInputException(
          "columns",
          Integer.toString(columns),
          "must be the number of features, " + features(),
          "");
    }
  }

  @Override
  public String toString() {
    return "%d trees, %d leaves, %d features, base %s"
        .formatted(trees(), leaves(), features(), Arrays.toString(forest.base()));
  }
}
