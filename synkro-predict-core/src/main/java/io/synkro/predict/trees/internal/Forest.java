package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * Decision trees in columns. Nodes and leaves count through all trees; tree {@code t} has the nodes
 * from {@code nodeStart[t]} up to {@code nodeStart[t + 1]}, the first of them its root, and the
 * leaves from {@code leafStart[t]} up to {@code leafStart[t + 1]}, one more than nodes. A child
 * that is zero or more is a node, one below zero the leaf {@code ~child}. Whoever creates a forest
 * has checked that every walk ends, and must not write to the arrays afterwards. Safe for use by
 * many threads.
 *
 * @param dialect how values are read and leaves added up
 * @param features number of features, at least 1
 * @param base where the sum of each output begins
 * @param treeOutput the output that each tree adds to; 0 if leaves are vectors
 * @param nodeStart first node of each tree, and the number of all nodes
 * @param leafStart first leaf of each tree, and the number of all leaves
 * @param nodes what the nodes ask
 * @param leafWidth numbers in a leaf: 1, or the number of outputs if each tree adds to all
 * @param leafValue values of leaves, shape {@code [leaves * leafWidth]}
 * @param leafId what the engine calls each leaf within its tree
 * @param cover training rows (XGBoost: sums of second derivatives) that passed, or empty if the
 *     model does not say
 */
@SuppressWarnings("ArrayRecordComponent") // columns of numbers; never compared
public record Forest(
    Dialect dialect,
    int features,
    double[] base,
    int[] treeOutput,
    int[] nodeStart,
    int[] leafStart,
    Nodes nodes,
    int leafWidth,
    double[] leafValue,
    int[] leafId,
    Cover cover) {

  /** The node asks for a set of categories, not for a threshold. */
  public static final int CATEGORY = 1;

  /** Where a missing value goes; without this rule to the right. */
  public static final int MISSING_LEFT = 2;

  /** NaN is missing; without this rule it counts as zero. */
  public static final int NAN_IS_MISSING = 4;

  /** Zero is missing. */
  public static final int ZERO_IS_MISSING = 8;

  /** Categories in the set go right; without this rule they go left. */
  public static final int SET_GOES_RIGHT = 16;

  /**
   * What the nodes ask: {@code value <= threshold} goes left; of a category, whether it is in set
   * number {@code (int) threshold}. Each of these nodes has a set of its own, in the order of
   * nodes.
   *
   * @param feature the feature that each node asks for
   * @param threshold a threshold, not NaN, or the number of a set of categories
   * @param rules bits, as named in {@link Forest}
   * @param left child for values up to the threshold
   * @param right child for values above the threshold
   * @param setStart first category of each set, and the number of all categories in sets
   * @param categories categories of the sets, ascending in each set, none negative
   */
  public record Nodes(
      int[] feature,
      float[] threshold,
      byte[] rules,
      int[] left,
      int[] right,
      int[] setStart,
      int[] categories) {

    private Nodes first(int count) {
      int sets = 0;
      for (int i = 0; i < count; i++) {
        sets += rules[i] & CATEGORY;
      }
      return new Nodes(
          Arrays.copyOf(feature, count),
          Arrays.copyOf(threshold, count),
          Arrays.copyOf(rules, count),
          Arrays.copyOf(left, count),
          Arrays.copyOf(right, count),
          Arrays.copyOf(setStart, sets + 1),
          Arrays.copyOf(categories, setStart[sets]));
    }
  }

  /**
   * How much of the training data passed.
   *
   * @param node a number for each node, or empty
   * @param leaf a number for each leaf, or empty
   */
  public record Cover(double[] node, double[] leaf) {}

  /**
   * Returns the number of trees.
   *
   * @return zero or more
   */
  public int trees() {
    return treeOutput.length;
  }

  /**
   * Returns the first trees.
   *
   * @param trees how many, at most {@link #trees()}
   * @return this forest if that is all of them, else one with columns of its own
   */
  public Forest first(int trees) {
    Require.index("trees", trees, trees() + 1);
    if (trees == trees()) {
      return this;
    }
    int nodeCount = nodeStart[trees];
    int leafCount = leafStart[trees];
    boolean covered = isCovered();
    return new Forest(
        dialect,
        features,
        base,
        Arrays.copyOf(treeOutput, trees),
        Arrays.copyOf(nodeStart, trees + 1),
        Arrays.copyOf(leafStart, trees + 1),
        nodes.first(nodeCount),
        leafWidth,
        Arrays.copyOf(leafValue, leafCount * leafWidth),
        Arrays.copyOf(leafId, leafCount),
        new Cover(
            Arrays.copyOf(cover.node, covered ? nodeCount : 0),
            Arrays.copyOf(cover.leaf, covered ? leafCount : 0)));
  }

  /**
   * Returns the same trees with other thresholds.
   *
   * @param threshold one a node; for categories the number of the set, as before
   * @return a forest that shares the other columns
   */
  public Forest withThresholds(float[] threshold) {
    return new Forest(
        dialect,
        features,
        base,
        treeOutput,
        nodeStart,
        leafStart,
        new Nodes(
            nodes.feature,
            threshold,
            nodes.rules,
            nodes.left,
            nodes.right,
            nodes.setStart,
            nodes.categories),
        leafWidth,
        leafValue,
        leafId,
        cover);
  }

  /**
   * Returns how many numbers a row yields.
   *
   * @return at least 1
   */
  public int outputs() {
    return base.length;
  }

  /**
   * Returns the number of leaves of a tree.
   *
   * @param tree position of the tree
   * @return at least 1
   */
  public int leaves(int tree) {
    return leafStart[tree + 1] - leafStart[tree];
  }

  /**
   * Returns the number of leaves of the largest tree.
   *
   * @return 0 if there is no tree
   */
  public int mostLeaves() {
    int most = 0;
    for (int t = 0; t < trees(); t++) {
      most = Math.max(most, leaves(t));
    }
    return most;
  }

  /**
   * Returns where the walk through a tree begins.
   *
   * @param tree position of the tree
   * @return a node, or {@code ~leaf} if the tree has no node
   */
  public int root(int tree) {
    return nodeStart[tree] < nodeStart[tree + 1] ? nodeStart[tree] : ~leafStart[tree];
  }

  /**
   * Returns whether the forest says what passed its nodes.
   *
   * @return false if nothing is known of the training data
   */
  public boolean isCovered() {
    return cover.leaf().length == leafId.length;
  }

  /**
   * Walks through a tree.
   *
   * @param tree position of the tree
   * @param row values of the features, after {@link Dialect#prepare}; NaN is missing
   * @return the leaf
   */
  public int leaf(int tree, float[] row) {
    int node = root(tree);
    while (node >= 0) {
      node = child(node, row[nodes.feature[node]]);
    }
    return ~node;
  }

  /**
   * Returns where a node sends a value. This is the definition that every kernel is tested against.
   *
   * @param node position of the node
   * @param value value of its feature, after {@link Dialect#prepare}; NaN is missing
   * @return a child: a node, or {@code ~leaf}
   */
  public int child(int node, float value) {
    return goesLeft(node, value) ? nodes.left[node] : nodes.right[node];
  }

  private boolean goesLeft(int node, float value) {
    int rule = nodes.rules[node];
    float x = value;
    if (Float.isNaN(x)) {
      if ((rule & NAN_IS_MISSING) != 0) {
        return (rule & MISSING_LEFT) != 0;
      }
      x = 0;
    }
    if ((rule & CATEGORY) != 0) {
      int set = (int) nodes.threshold[node];
      return isInSet(set, dialect.category(x)) == ((rule & SET_GOES_RIGHT) == 0);
    }
    if (x == 0 && (rule & ZERO_IS_MISSING) != 0) {
      return (rule & MISSING_LEFT) != 0;
    }
    return x <= nodes.threshold[node];
  }

  private boolean isInSet(int set, int category) {
    return Arrays.binarySearch(
            nodes.categories, nodes.setStart[set], nodes.setStart[set + 1], category)
        >= 0;
  }
}
