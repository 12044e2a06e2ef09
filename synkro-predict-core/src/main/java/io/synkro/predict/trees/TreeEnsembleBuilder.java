package io.synkro.predict.trees;

import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import java.util.Arrays;

/** Collects the trees that a reader has found and refuses those that cannot be walked. */
final class TreeEnsembleBuilder {
  /** A set of one high category takes many words: 256 MB of them are no honest model. */
  static final int MAX_SET_WORDS = 1 << 26;

  final TreeDialect dialect;
  final int features;
  final double[] base;
  final IntArray roots = new IntArray();
  final IntArray treeOutput = new IntArray();
  final IntArray feature = new IntArray();
  final DoubleArray threshold = new DoubleArray();
  final IntArray rules = new IntArray();
  final IntArray left = new IntArray();
  final IntArray right = new IntArray();
  final IntArray setOffset = new IntArray();
  final IntArray setWords = new IntArray();
  final DoubleArray leafValue = new DoubleArray();
  private final String source;

  /**
   * One tree as read; children count within the tree, leaves as {@code ~leaf}; node 0 is the root,
   * and without nodes leaf 0 is all there is. {@code sets} has a bit set for each node, empty for
   * thresholds.
   */
  static final class Tree {
    private static final int[] NO_SET = {};

    final int[] feature;
    final double[] threshold;
    final int[] rules;
    final int[] left;
    final int[] right;
    final int[][] sets;
    final double[] leafValue;

    Tree(int nodes, int leaves) {
      this.feature = new int[nodes];
      this.threshold = new double[nodes];
      this.rules = new int[nodes];
      this.left = new int[nodes];
      this.right = new int[nodes];
      this.sets = new int[nodes][];
      Arrays.fill(sets, NO_SET);
      this.leafValue = new double[leaves];
    }
  }

  TreeEnsembleBuilder(String source, TreeDialect dialect, int features, double[] base) {
    this.source = source;
    this.dialect = dialect;
    this.features = features;
    this.base = base;
    setOffset.add(0);
  }

  /** Adds a tree to an output. */
  void add(Tree tree, int output) {
    int number = roots.size();
    check(tree, number, output);
    int firstNode = feature.size();
    int firstLeaf = leafValue.size();
    for (int i = 0; i < tree.feature.length; i++) {
      feature.add(tree.feature[i]);
      threshold.add(tree.threshold[i]);
      rules.add(tree.rules[i]);
      left.add(shifted(tree.left[i], firstNode, firstLeaf));
      right.add(shifted(tree.right[i], firstNode, firstLeaf));
      for (int word : tree.sets[i]) {
        setWords.add(word);
      }
      require(setWords.size() <= MAX_SET_WORDS, number, "has too many categories");
      setOffset.add(setWords.size());
    }
    leafValue.addAll(tree.leafValue);
    roots.add(tree.feature.length > 0 ? firstNode : ~firstLeaf);
    treeOutput.add(output);
  }

  private static int shifted(int child, int firstNode, int firstLeaf) {
    return child >= 0 ? firstNode + child : ~(firstLeaf + ~child);
  }

  private void check(Tree tree, int number, int output) {
    require(output >= 0 && output < base.length, number, "belongs to output " + output);
    require(tree.leafValue.length > 0, number, "has no leaves");
    for (double value : tree.leafValue) {
      require(Double.isFinite(value), number, "has a leaf value that is not finite");
    }
    int nodes = tree.feature.length;
    for (int i = 0; i < nodes; i++) {
      int used = tree.feature[i];
      require(used >= 0 && used < features, number, "asks for feature " + used);
      require(!Double.isNaN(tree.threshold[i]), number, "has a threshold that is not a number");
    }
    if (nodes > 0) {
      checkWalks(tree, number);
    }
  }

  /** Follows every path once; a node that is met twice would make a cycle or a shared branch. */
  private void checkWalks(Tree tree, int number) {
    int nodes = tree.feature.length;
    boolean[] met = new boolean[nodes];
    int[] stack = new int[nodes];
    int depth = 1;
    met[0] = true;
    while (depth > 0) {
      int node = stack[--depth];
      for (int child : new int[] {tree.left[node], tree.right[node]}) {
        require(
            child < nodes && ~child < tree.leafValue.length,
            number,
            "has a child that does not exist");
        if (child >= 0) {
          require(!met[child], number, "reaches node " + child + " twice");
          met[child] = true;
          stack[depth++] = child;
        }
      }
    }
  }

  private void require(boolean holds, int tree, String problem) {
    if (!holds) {
      throw new CorruptModelException(source, "tree " + tree + " " + problem, null);
    }
  }

  TreeEnsemble build() {
    for (double start : base) {
      if (!Double.isFinite(start)) {
        throw new CorruptModelException(
            source, "its base score is not finite: " + Arrays.toString(base), null);
      }
    }
    return new TreeEnsemble(this);
  }
}
