package io.synkro.predict.trees.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A forest as the Shapley kernels want it. Position {@code start(t) + i} holds node {@code i} of
 * tree {@code t}; parents stand before children, and nodes with two leaves stand last, from {@code
 * lastStart[t]} on. A child below the number of the tree's nodes is a node, one from there on a
 * leaf.
 */
final class ShapTrees {
  /** The follow row of features that no node above has asked for: all ones. */
  static final int ALL = 0;

  /** Where nodes whose feature is not asked for again leave their decisions. */
  static final int UNUSED = 1;

  final Forest forest;
  final ShapColumns columns;

  /** The column that each node asks, or {@code ~node} of the forest if it asks for categories. */
  final int[] column;

  /** What is below this goes left; of categories unused. */
  final double[] limit;

  final int[] left;
  final int[] right;

  /** The forest's feature that each node asks for. */
  final int[] feature;

  /** Part of the cover that went left, in [0, 1]. */
  final double[] share;

  /** Product of the shares of this feature above the node; 1 if no node above asks for it. */
  final double[] zero;

  /** Follow row that says whether a row went along with all nodes above that ask the same. */
  final int[] from;

  /** Follow rows for left and, next to it, right; {@link #UNUSED} if no node below asks. */
  final int[] keep;

  /** First of the nodes with two leaves, counted within the tree. */
  final int[] lastStart;

  /** Mean leaf of each tree, shape {@code [trees * leafWidth]}. */
  final double[] expected;

  /** The points at which each tree is to be evaluated. */
  final GaussLegendre[] rule;

  ShapTrees(Forest forest) {
    int nodes = forest.nodes().left().length;
    this.forest = forest;
    columns = new ShapColumns(forest.dialect());
    column = new int[nodes];
    limit = new double[nodes];
    left = new int[nodes];
    right = new int[nodes];
    feature = new int[nodes];
    share = new double[nodes];
    zero = new double[nodes];
    from = new int[nodes];
    keep = new int[nodes];
    lastStart = new int[forest.trees()];
    rule = new GaussLegendre[forest.trees()];
    expected = new double[forest.trees() * forest.leafWidth()];
    Map<Integer, GaussLegendre> rules = new HashMap<>();
    for (int t = 0; t < forest.trees(); t++) {
      // a path with d features gives a polynomial of degree d - 1, which (d + 1) / 2 points hold
      int points = (new ShapTreeBuilder(this, t).build() + 1) / 2;
      rule[t] = rules.computeIfAbsent(points, GaussLegendre::of);
    }
  }

  int start(int tree) {
    return forest.nodeStart()[tree];
  }

  int nodes(int tree) {
    return forest.nodeStart()[tree + 1] - forest.nodeStart()[tree];
  }

  /** Returns the number of nodes of the largest tree. */
  int mostNodes() {
    int most = 0;
    for (int t = 0; t < forest.trees(); t++) {
      most = Math.max(most, nodes(t));
    }
    return most;
  }

  /** Returns the number of follow rows that a tree needs at most. */
  int followRows() {
    return Math.max(UNUSED, Arrays.stream(keep).max().orElse(UNUSED)) + 2;
  }

  /** Returns whether a tree adds to an output. */
  boolean adds(int tree, int output) {
    return forest.leafWidth() > 1 || forest.treeOutput()[tree] == output;
  }

  /** Returns where the value is that a tree's first leaf adds to an output. */
  int firstValue(int tree, int output) {
    int width = forest.leafWidth();
    return forest.leafStart()[tree] * width + (width > 1 ? output : 0);
  }

  /** Returns the mean of an output over the cover: base and mean leaves. */
  double expected(int trees, int output) {
    int width = forest.leafWidth();
    double sum = forest.base()[output];
    for (int t = 0; t < trees; t++) {
      if (adds(t, output)) {
        sum += expected[t * width + (width > 1 ? output : 0)];
      }
    }
    return sum;
  }
}
