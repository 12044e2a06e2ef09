package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Forest;
import java.util.Arrays;

/**
 * Refuses a tree unless exactly one path leads from its root to each of its nodes and leaves. Not
 * safe for use by many threads.
 */
final class PathCheck {
  private final String source;
  private final int[] nodeStart;
  private final int[] leafStart;
  private final int[] left;
  private final int[] right;
  private final int nodeCount;

  /** Which nodes, and behind them which leaves, a path has led to. */
  private final boolean[] met;

  private int[] stack = {};

  /**
   * @param source the file or kind of text that the forest was read from
   * @param forest whose trees have one leaf more than nodes
   */
  PathCheck(String source, Forest forest) {
    this.source = source;
    this.nodeStart = forest.nodeStart();
    this.leafStart = forest.leafStart();
    this.left = forest.nodes().left();
    this.right = forest.nodes().right();
    this.nodeCount = left.length;
    this.met = new boolean[Math.addExact(nodeCount, forest.leafId().length)];
  }

  void check(int tree) {
    if (!isOrdered(tree)) {
      Arrays.fill(met, nodeStart[tree], nodeStart[tree + 1], false);
      Arrays.fill(met, nodeCount + leafStart[tree], nodeCount + leafStart[tree + 1], false);
      walk(tree);
    }
  }

  /**
   * Returns whether every node comes before its children and none has two parents, as engines
   * number them. Then a path leads to each: 2n children that all differ are the other nodes and the
   * leaves.
   */
  private boolean isOrdered(int tree) {
    int firstLeaf = leafStart[tree];
    int lastLeaf = leafStart[tree + 1];
    int lastNode = nodeStart[tree + 1];
    for (int i = nodeStart[tree]; i < lastNode; i++) {
      for (int side = 0; side < 2; side++) {
        int child = side == 0 ? left[i] : right[i];
        int leaf = child >> 31; // all bits or none: no processor could guess a branch
        int at = child ^ leaf;
        int low = i + 1 + ((firstLeaf - i - 1) & leaf);
        int high = lastNode + ((lastLeaf - lastNode) & leaf);
        if (at < low || at >= high || met[at + (nodeCount & leaf)]) {
          return false;
        }
        met[at + (nodeCount & leaf)] = true;
      }
    }
    return true;
  }

  /** Follows every path of a tree that has nodes. */
  private void walk(int tree) {
    int firstNode = nodeStart[tree];
    int size = nodeStart[tree + 1] - firstNode;
    stack = stack.length < size ? new int[size] : stack;
    int depth = 0;
    met[firstNode] = true;
    stack[depth++] = firstNode;
    while (depth > 0) {
      int node = stack[--depth];
      for (int side = 0; side < 2; side++) {
        int child = side == 0 ? left[node] : right[node];
        meet(tree, child);
        if (child >= 0) {
          stack[depth++] = child;
        }
      }
    }
    // with one leaf more than nodes, all leaves is everything
    for (int i = leafStart[tree]; i < leafStart[tree + 1]; i++) {
      if (!met[nodeCount + i]) {
        throw corrupt(tree, "has a leaf that no path reaches");
      }
    }
  }

  private void meet(int tree, int child) {
    boolean isNode = child >= 0;
    int[] starts = isNode ? nodeStart : leafStart;
    int number = isNode ? child : ~child;
    if (number < starts[tree] || number >= starts[tree + 1]) {
      throw corrupt(tree, "has a child that does not exist");
    }
    int at = isNode ? number : nodeCount + number;
    if (met[at]) {
      String kind = isNode ? "node" : "leaf";
      throw corrupt(tree, "reaches %s %d twice".formatted(kind, number - starts[tree]));
    }
    met[at] = true;
  }

  private CorruptModelException corrupt(int tree, String problem) {
    return new CorruptModelException(source, "tree " + tree + " " + problem, null);
  }
}
