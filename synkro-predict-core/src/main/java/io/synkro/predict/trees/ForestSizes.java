package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Forest;

/**
 * How long the columns of a forest are.
 *
 * @param outputs numbers that a row yields
 * @param leafWidth numbers in a leaf
 * @param trees trees
 * @param nodes nodes of all trees
 * @param leaves leaves of all trees
 * @param covered whether nodes and leaves have covers
 * @param sets sets of categories
 * @param categories categories in all sets
 */
record ForestSizes(
    int outputs,
    int leafWidth,
    int trees,
    int nodes,
    int leaves,
    boolean covered,
    int sets,
    int categories) {

  static ForestSizes of(Forest forest) {
    Forest.Nodes nodes = forest.nodes();
    return new ForestSizes(
        forest.outputs(),
        forest.leafWidth(),
        forest.trees(),
        nodes.feature().length,
        forest.leafId().length,
        forest.isCovered(),
        nodes.setStart().length - 1,
        nodes.categories().length);
  }

  /** Returns whether a forest can have these sizes, apart from how many bytes they take. */
  boolean arePossible() {
    return outputs > 0
        && (leafWidth == 1 || leafWidth == outputs)
        && trees >= 0
        && nodes >= 0
        && leaves == (long) nodes + trees
        && sets >= 0
        && categories >= 0;
  }

  /** Returns how many bytes the columns take; more than any array has if a column is too long. */
  long bytes() {
    long values = Math.min((long) leaves * leafWidth, Integer.MAX_VALUE); // or it might overflow
    long doubles = outputs + values + (covered ? (long) nodes + leaves : 0);
    long treeInts = trees + 2 * (trees + 1L);
    long nodeInts = 4L * nodes; // with the thresholds, which are floats
    long setInts = sets + 1L + categories;
    return Double.BYTES * doubles
        + Integer.BYTES * (treeInts + nodeInts + leaves + setInts)
        + nodes;
  }
}
