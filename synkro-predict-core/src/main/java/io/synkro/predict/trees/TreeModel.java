package io.synkro.predict.trees;

import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import java.io.IOException;
import java.nio.file.Path;

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

  @Override
  public double[] predict(FeatureTable features) {
    double[] values = margins(features);
    trees.link().apply(values, outputs());
    return values;
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
