package io.synkro.predict.trees;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.trees.internal.Forest;
import io.synkro.predict.trees.internal.JoinedForest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Executor;

/**
 * Trees that an engine has trained, in plain Java: no native code, nothing to close. {@link
 * TreeModels#load} reads what {@link #save} writes: a compact form of this library's own, not the
 * engine's. Immutable; safe for use by many threads.
 */
public final class TreeModel implements FittedLearner {
  private final String engine;
  private final FeatureSchema schema;
  private final ParsedTrees trees;

  TreeModel(String engine, FeatureSchema schema, ParsedTrees trees) {
    this.engine = engine;
    this.schema = schema;
    this.trees = trees;
  }

  /**
   * Returns the engine that trained the model.
   *
   * @return its stable name, such as {@code "lightgbm"}
   */
  public String engine() {
    return engine;
  }

  /**
   * Returns the trees.
   *
   * @return the ensemble
   */
  public TreeEnsemble ensemble() {
    return trees.ensemble();
  }

  /**
   * Returns the function from margins to predictions.
   *
   * @return the link of the objective
   */
  public Link link() {
    return trees.link();
  }

  ParsedTrees trees() {
    return trees;
  }

  @Override
  public FeatureSchema schema() {
    return schema;
  }

  @Override
  public int outputs() {
    return trees.ensemble().outputs();
  }

  /**
   * Adds up the leaf values, before the link: LightGBM's raw score, XGBoost's margin, to the last
   * bit.
   *
   * @param features rows of the model's schema
   * @return shape {@code [features.rows() * outputs()]}, row after row
   */
  public double[] margins(FeatureTable features) {
    schema.requireSame(features.schema());
    return trees.ensemble().margins(features);
  }

  /**
   * Adds up the leaf values with the help of other threads: see {@link TreeEnsemble#margins(
   * FeatureTable, Executor, int)}.
   *
   * @param features rows of the model's schema
   * @param executor runs the other threads' part
   * @param threads most threads, at least 1, the calling one among them
   * @return as {@link #margins(FeatureTable)}
   */
  public double[] margins(FeatureTable features, Executor executor, int threads) {
    schema.requireSame(features.schema());
    return trees.ensemble().margins(features, executor, threads);
  }

  @Override
  public double[] predict(FeatureTable features) {
    return linked(margins(features));
  }

  /**
   * Predicts rows with the help of other threads.
   *
   * @param features rows of the model's schema
   * @param executor runs the other threads' part
   * @param threads most threads, at least 1, the calling one among them
   * @return as {@link #predict(FeatureTable)}
   */
  public double[] predict(FeatureTable features, Executor executor, int threads) {
    return linked(margins(features, executor, threads));
  }

  private double[] linked(double[] margins) {
    trees.link().apply(margins, outputs());
    return margins;
  }

  /**
   * Explains every row: see {@link TreeEnsemble#contributions}.
   *
   * @param features rows of the model's schema
   * @return shape {@code [features.rows()][outputs()][schema().size() + 1]} in one array, in the
   *     unit of margins; the last number of each output is the mean
   * @throws UnsupportedModelException if the model does not say how many rows passed its nodes
   */
  public double[] contributions(FeatureTable features) {
    schema.requireSame(features.schema());
    return trees.ensemble().contributions(features);
  }

  /**
   * Makes a scorer of single rows, for a thread that has many of them.
   *
   * @return a scorer with memory of its own
   */
  public TreeScorer scorer() {
    return new TreeScorer(trees.ensemble(), trees.link());
  }

  /**
   * Returns the number of rounds of boosting.
   *
   * @return trees over trees of a round; 1 if rounds differ in their number of trees, as they do
   *     when training was continued with another {@code num_parallel_tree}
   */
  public int rounds() {
    return ensemble().trees() / trees.treesPerRound();
  }

  /**
   * Returns how many rounds early stopping found best, if the engine has written that down. All
   * rounds are in the model nevertheless, as they are for the engine.
   *
   * @return rounds for {@link #first}
   */
  public OptionalInt bestRounds() {
    return trees.bestRounds();
  }

  /**
   * Returns the model as it was after some rounds. The trees are shared, not copied.
   *
   * @param rounds how many, from 0 to {@link #rounds()}
   * @return a model of as many rounds
   * @throws InvalidInputException if there are not as many
   */
  public TreeModel first(int rounds) {
    return new TreeModel(engine, schema, trees.first(rounds));
  }

  /**
   * Returns a model of the trees of this one and of another that was trained from its margins on,
   * which are its offsets then. The memory of the result is its own.
   *
   * @param later trained by the same engine on the same columns and the same scale of predictions;
   *     where it would begin itself does not count
   * @return a model whose rounds are those of both; it does not know which of them are best
   * @throws InvalidInputException if the models do not go together, or are averages
   * @throws io.synkro.predict.tabular.SchemaMismatchException if the columns differ
   */
  public TreeModel followedBy(TreeModel later) {
    schema.requireSame(later.schema);
    Forest first = ensemble().forest().first(ensemble().trees());
    Forest second = later.ensemble().forest().first(later.ensemble().trees());
    Require.that(
        engine.equals(later.engine)
            && link().equals(later.link())
            && link().rounds() == 1
            && first.leafWidth() == second.leafWidth()
            && outputs() == later.outputs()
            && trees.treesPerRound() == later.trees.treesPerRound(),
        "later",
        later,
        "must have the engine, link and trees a round of " + this,
        "");
    TreeEnsemble joined = new TreeEnsemble(JoinedForest.of(first, second));
    return new TreeModel(
        engine,
        schema,
        new ParsedTrees(
            joined,
            link(),
            trees.featureNames(),
            trees.schema(),
            trees.treesPerRound(),
            OptionalInt.empty()));
  }

  @Override
  public void save(Path file) throws IOException {
    TreeModelFile.write(file, this);
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(engine, trees.ensemble());
  }
}
