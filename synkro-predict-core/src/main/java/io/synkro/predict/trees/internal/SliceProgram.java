package io.synkro.predict.trees.internal;

import java.util.stream.IntStream;

/**
 * What {@link SliceKernel} does for each tree. A slot holds the rows that reach a place, as bits;
 * slot 0 begins with all rows at the root. Step {@code i} takes the rows of one slot for which a
 * condition holds, that is, which go right, out of it and into slot {@code i + 1}; what stays goes
 * on to the left. After the last step every slot holds the rows of one leaf. Immutable.
 */
final class SliceProgram {
  /** First step of each tree, and the number of all steps: as many as nodes. */
  final int[] stepStart;

  /** The condition of each step. */
  final int[] condition;

  /** The slot that each step divides; unsigned. */
  final byte[] divided;

  /** Bits that number the leaves of each tree. */
  final byte[] planes;

  /** First entry of each tree in {@link #planeSlots}. */
  final int[] planeStart;

  /**
   * For each plane, ending where the next begins, the slots whose leaves have this bit in their
   * number; each plane begins with how many there are. Unsigned.
   */
  final byte[] planeSlots;

  private final Forest forest;

  SliceProgram(Forest forest, Conditions conditions, LeafOrder order) {
    this.forest = forest;
    int trees = forest.trees();
    this.stepStart = forest.nodeStart();
    this.condition = new int[conditions.ofNode.length];
    this.divided = new byte[condition.length];
    this.planes = new byte[trees];
    this.planeStart = new int[trees + 1];
    for (int t = 0; t < trees; t++) {
      int leaves = forest.leaves(t);
      planes[t] = (byte) (32 - Integer.numberOfLeadingZeros(leaves - 1));
      int ones = IntStream.range(0, leaves).map(Integer::bitCount).sum();
      planeStart[t + 1] = planeStart[t] + planes[t] + ones;
    }
    this.planeSlots = new byte[planeStart[trees]];
    for (int t = 0; t < trees; t++) {
      fillPlanes(t, order, steps(t, conditions));
    }
  }

  /** Plans the steps of a tree, level by level; returns the leaf that ends up in each slot. */
  private int[] steps(int tree, Conditions conditions) {
    Forest.Nodes nodes = forest.nodes();
    int count = stepStart[tree + 1] - stepStart[tree];
    int[] leafOf = new int[count + 1];
    int[] nodeQueue = new int[count];
    int[] nodeSlot = new int[count];
    int head = 0;
    int tail = 0;
    int root = forest.root(tree);
    if (root < 0) {
      leafOf[0] = ~root;
      return leafOf;
    }
    nodeQueue[tail++] = root;
    while (head < tail) {
      int node = nodeQueue[head];
      int slot = nodeSlot[head];
      int step = head++;
      condition[stepStart[tree] + step] = conditions.ofNode[node];
      divided[stepStart[tree] + step] = (byte) slot;
      for (int side = 0; side < 2; side++) {
        int child = side == 0 ? nodes.left()[node] : nodes.right()[node];
        int childSlot = side == 0 ? slot : step + 1;
        if (child < 0) {
          leafOf[childSlot] = ~child;
        } else {
          nodeQueue[tail] = child;
          nodeSlot[tail++] = childSlot;
        }
      }
    }
    return leafOf;
  }

  private void fillPlanes(int tree, LeafOrder order, int[] leafOf) {
    int at = planeStart[tree];
    for (int bit = 0; bit < planes[tree]; bit++) {
      int count = at++;
      for (int slot = 0; slot < leafOf.length; slot++) {
        if ((order.position[leafOf[slot]] >> bit & 1) != 0) {
          planeSlots[at++] = (byte) slot;
        }
      }
      planeSlots[count] = (byte) (at - count - 1);
    }
  }
}
