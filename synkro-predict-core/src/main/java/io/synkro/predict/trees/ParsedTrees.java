package io.synkro.predict.trees;

import java.util.List;

/**
 * What the model text of an engine says.
 *
 * @param ensemble the trees
 * @param link from margins to predictions
 * @param featureNames names of the features in order, or empty if the text has none
 */
public record ParsedTrees(TreeEnsemble ensemble, Link link, List<String> featureNames) {
  /** {@inheritDoc} */
  public ParsedTrees {
    featureNames = List.copyOf(featureNames);
  }
}
