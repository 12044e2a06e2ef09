package io.synkro.predict.trees.internal;

/**
 * What {@link SliceKernel} does for each tree. A slot holds the rows that reach a place, as bits.
 * Each step takes out of one slot the rows for which a condition holds, that is, which go right,
 * and puts them into a new one; what stays goes on to the left. After the last step every slot
 * holds the rows of one leaf, and has the number of that leaf in {@link LeafOrder}. Immutable.
 */
final class SliceProgram {
  /** First step of each tree, and the number of all steps: as many as nodes. */
  final int[] stepStart;

  /** The condition of each step. */
  final int[] condition;

  /** The slot that each step divides; unsigned. The first one of a tree begins with all rows. */
  final byte[] divided;

  /** The slot that each step fills; unsigned. */
  final byte[] filled;

  /** How many bits number the leaves of each tree. */
  final byte[] planes;

  SliceProgram(Forest forest, Conditions conditions, LeafOrder order) {
    int trees = forest.trees();
    this.stepStart = forest.nodeStart();
    this.condition = new int[conditions.ofNode.length];
    this.divided = new byte[condition.length];
    this.filled = new byte[condition.length];
    this.planes = new byte[trees];
    byte[] slotOf = slots(forest, order);
    for (int t = 0; t < trees; t++) {
      planes[t] = (byte) (32 - Integer.numberOfLeadingZeros(forest.leaves(t) - 1));
      if (forest.root(t) >= 0) {
        plan(forest, t, conditions, slotOf);
      }
    }
  }

  /** Plans the steps of a tree level by level, so that a step rarely waits for the one before. */
  private void plan(Forest forest, int tree, Conditions conditions, byte[] slotOf) {
    Forest.Nodes nodes = forest.nodes();
    int first = stepStart[tree];
    int[] queue = new int[stepStart[tree + 1] - first];
    int tail = 0;
    queue[tail++] = forest.root(tree);
    for (int head = 0; head < tail; head++) {
      int node = queue[head];
      int right = nodes.right()[node];
      condition[first + head] = conditions.ofNode[node];
      divided[first + head] = slotOf[node];
      filled[first + head] = slotOf[right < 0 ? condition.length + ~right : right];
      for (int child : new int[] {nodes.left()[node], right}) {
        if (child >= 0) {
          queue[tail++] = child;
        }
      }
    }
  }

  /** Returns the slot of each node and, behind them, each leaf: that of the leaf furthest left. */
  private static byte[] slots(Forest forest, LeafOrder order) {
    int[] left = forest.nodes().left();
    byte[] slots = new byte[left.length + order.position.length];
    for (int leaf = 0; leaf < order.position.length; leaf++) {
      slots[left.length + leaf] = (byte) order.position[leaf];
    }
    for (int node = 0; node < left.length; node++) {
      int at = node;
      while (at >= 0) {
        at = left[at];
      }
      slots[node] = (byte) order.position[~at];
    }
    return slots;
  }
}
