package io.synkro.predict.trees.internal;

/**
 * The order in which {@link MaskKernel} and {@link SliceKernel} number the leaves of each tree. At
 * every node one side is free: the one that most rows are expected to take. The leaves of the free
 * side come first. So the leaf of a row is the first one that is left when each node whose other
 * side is taken has struck out the leaves of its free side (Lucchese et al. 2015, QuickScorer, <a
 * href="https://doi.org/10.1145/2766462.2767733">doi:10.1145/2766462.2767733</a>; there the left
 * side is always the free one).
 */
final class LeafOrder {
  /** First leaf of each node's free side, counted within its tree. */
  final int[] from;

  /** The leaf after the last one of each node's free side. */
  final int[] to;

  /** Position of each leaf within its tree. */
  final int[] position;

  /** Values of the leaves in this order, shape {@code [leaves * leafWidth]}. */
  final double[] values;

  LeafOrder(Forest forest, FreeSides sides) {
    boolean[] rightIsFree = sides.ofNodes();
    this.from = new int[rightIsFree.length];
    this.to = new int[rightIsFree.length];
    this.position = new int[forest.leafId().length];
    this.values = new double[forest.leafValue().length];
    for (int t = 0; t < forest.trees(); t++) {
      number(forest, t, rightIsFree);
    }
  }

  private void number(Forest forest, int tree, boolean[] rightIsFree) {
    Forest.Nodes nodes = forest.nodes();
    int[] stack = new int[forest.leaves(tree)]; // what is still to be visited
    int[] ended = new int[forest.leaves(tree)]; // the node whose free side has ended before it
    int depth = 0;
    int next = 0;
    stack[0] = forest.root(tree);
    ended[depth++] = -1;
    while (depth > 0) {
      int at = stack[--depth];
      if (ended[depth] >= 0) {
        to[ended[depth]] = next;
      }
      if (at < 0) {
        place(forest, tree, ~at, next++);
        continue;
      }
      from[at] = next;
      boolean right = rightIsFree[at];
      stack[depth] = right ? nodes.left()[at] : nodes.right()[at];
      ended[depth++] = at;
      stack[depth] = right ? nodes.right()[at] : nodes.left()[at];
      ended[depth++] = -1;
    }
  }

  private void place(Forest forest, int tree, int leaf, int at) {
    position[leaf] = at;
    int width = forest.leafWidth();
    int target = (forest.leafStart()[tree] + at) * width;
    System.arraycopy(forest.leafValue(), leaf * width, values, target, width);
  }
}
