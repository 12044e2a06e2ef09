package io.synkro.predict.trees;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.trees.internal.Scorer;
import io.synkro.predict.trees.internal.ShapKernel;
import org.jspecify.annotations.Nullable;

/**
 * Scores and explains single rows of a model without allocating anything: it keeps the memory that
 * this takes. For one thread at a time; a service has one for each thread, or makes one for a call.
 */
public final class TreeScorer {
  private final TreeEnsemble trees;
  private final Link link;
  private final Scorer.Work work;
  private ShapKernel.@Nullable Worker explainer;

  TreeScorer(TreeEnsemble trees, Link link) {
    this.trees = trees;
    this.link = link;
    this.work = trees.scorer().work(1);
  }

  /**
   * Adds up the leaf values, before the link.
   *
   * @param row a value for each feature in the order of the schema, NaN where it is missing; not
   *     changed
   * @param target receives the margins, one for each output
   * @throws InvalidInputException if the row has not one value a feature, or the target another
   *     length
   */
  public void margins(float[] row, double[] target) {
    trees.requireFeatures(row.length);
    requireLength(target, trees.outputs());
    trees.scorer().margins(row, trees.trees(), work, target);
  }

  /**
   * Predicts a row.
   *
   * @param row a value for each feature in the order of the schema, NaN where it is missing; not
   *     changed
   * @param target receives the prediction on the scale of the labels, one number for each output
   * @throws InvalidInputException if the row has not one value a feature, or the target another
   *     length
   */
  public void predict(float[] row, double[] target) {
    margins(row, target);
    link.apply(target, trees.outputs());
  }

  /**
   * Explains a row: see {@link TreeEnsemble#contributions}.
   *
   * @param row a value for each feature in the order of the schema, NaN where it is missing; not
   *     changed
   * @param target receives for each output the contributions of the features and then the mean
   * @throws InvalidInputException if the row has not one value a feature, or the target another
   *     length
   * @throws UnsupportedModelException if the model does not say how many rows passed its nodes
   */
  public void contributions(float[] row, double[] target) {
    trees.requireFeatures(row.length);
    requireLength(target, trees.contributionWidth());
    if (explainer == null) {
      explainer = trees.explainer();
    }
    explainer.explain(row, target, 0);
  }

  private static void requireLength(double[] target, int length) {
    if (target.length != length) { // texts are made only if they are needed
      throw new InvalidInputException(
          "target.length", Integer.toString(target.length), "must be " + length, "");
    }
  }
}
