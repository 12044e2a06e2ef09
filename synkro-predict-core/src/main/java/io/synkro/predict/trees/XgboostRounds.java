package io.synkro.predict.trees;

import io.synkro.predict.trees.XgboostDocument.Model;

/**
 * The rounds of boosting of an XGBoost model. Source: {@code iteration_indptr} in {@code
 * src/gbm/gbtree_model.cc} of XGBoost 3.4.0, written since version 2.0.
 */
record XgboostRounds(int count, int treesPerRound, boolean areEqual) {
  /**
   * Counts the rounds.
   *
   * @param model the trees
   * @param treesOfOne trees that a round needs without parallel ones: one an output
   */
  static XgboostRounds of(Model model, int treesOfOne) {
    int trees = XgboostDocument.present("trees", model.trees()).size();
    long usual = (long) treesOfOne * model.parameter("num_parallel_tree", 1, 1);
    int treesPerRound = (int) Math.min(usual, Integer.MAX_VALUE);
    int[] starts = model.roundStarts();
    if (starts == null) {
      boolean whole = trees % treesPerRound == 0;
      return new XgboostRounds(
          whole ? trees / treesPerRound : 1, whole ? treesPerRound : trees, whole);
    }
    check(starts, trees);
    boolean equal = starts.length > 1;
    for (int i = 1; i < starts.length; i++) {
      equal &= starts[i] - starts[i - 1] == starts[1] && starts[1] > 0;
    }
    if (trees == 0) {
      return new XgboostRounds(starts.length - 1, treesPerRound, true);
    }
    return new XgboostRounds(starts.length - 1, equal ? starts[1] : trees, equal);
  }

  private static void check(int[] starts, int trees) {
    boolean rising = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == trees;
    for (int i = 1; rising && i < starts.length; i++) {
      rising = starts[i] >= starts[i - 1];
    }
    if (!rising) {
      throw XgboostDocument.corrupt(
          "iteration_indptr does not rise from 0 to %d trees".formatted(trees), null);
    }
  }
}
