package io.synkro.predict.trees.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Fills in one tree of {@link ShapTrees}. Loops, since trees may be deeper than stacks. */
final class ShapTreeBuilder {
  private static final int NONE = -1;

  private final ShapTrees to;
  private final Forest forest;
  private final Forest.Nodes nodes;
  private final int tree;
  private final int first;
  private final int firstLeaf;
  private final int count;

  /** Position of each node, in {@link #to}. */
  private final int[] position;

  /** The nearest edge above with the same feature: {@code node * 2 + side}, or none. */
  private final int[] edge;

  ShapTreeBuilder(ShapTrees to, int tree) {
    this.to = to;
    this.forest = to.forest;
    this.nodes = forest.nodes();
    this.tree = tree;
    this.first = forest.nodeStart()[tree];
    this.firstLeaf = forest.leafStart()[tree];
    this.count = to.nodes(tree);
    this.position = new int[count];
    this.edge = new int[count];
  }

  /** Returns the number of different features on the path with most of them. */
  int build() {
    if (count == 0) {
      System.arraycopy(
          forest.leafValue(), firstValue(~firstLeaf), to.expected, firstExpected(), width());
      return 0;
    }
    int[] order = order();
    int features = findEdges();
    for (int node : order) {
      fill(node);
    }
    linkFollows(order);
    addExpected(order);
    return features;
  }

  /** Level by level, so that neighbours do not wait for one another; two-leaf nodes last. */
  private int[] order() {
    int[] order = new int[count];
    order[0] = first;
    int found = 1;
    for (int i = 0; i < count; i++) {
      for (int child : children(order[i])) {
        if (child >= 0) {
          order[found++] = child;
        }
      }
    }
    int next = first;
    for (boolean twoLeaves : new boolean[] {false, true}) {
      to.lastStart[tree] = next - first;
      for (int node : order) {
        if ((nodes.left()[node] < 0 && nodes.right()[node] < 0) == twoLeaves) {
          position[node - first] = next++;
        }
      }
    }
    return order;
  }

  /** Walks all paths, remembering for each feature the last edge that asked for it. */
  private int findEdges() {
    Map<Integer, Integer> last = new HashMap<>();
    int[] stack = new int[count];
    byte[] side = new byte[count];
    int depth = 1;
    int most = 0;
    stack[0] = first;
    edge[0] = NONE;
    while (depth > 0) {
      int node = stack[depth - 1];
      int feature = nodes.feature()[node];
      int above = edge[node - first];
      if (side[node - first] == 2) {
        restore(last, feature, above);
        depth--;
        continue;
      }
      last.put(feature, (node - first) * 2 + side[node - first]);
      most = Math.max(most, last.size());
      int child = children(node)[side[node - first]++];
      if (child >= 0) {
        edge[child - first] = last.getOrDefault(nodes.feature()[child], NONE);
        stack[depth++] = child;
      }
    }
    return most;
  }

  private static void restore(Map<Integer, Integer> last, int feature, int above) {
    if (above == NONE) {
      last.remove(feature);
    } else {
      last.put(feature, above);
    }
  }

  private void fill(int node) {
    int at = position[node - first];
    int feature = nodes.feature()[node];
    boolean category = (nodes.rules()[node] & Forest.CATEGORY) != 0;
    to.feature[at] = feature;
    to.column[at] = category ? ~node : to.columns.number(feature, nodes.rules()[node]);
    to.limit[at] = category ? 0 : ShapColumns.limit(nodes.threshold()[node]);
    to.left[at] = slot(nodes.left()[node]);
    to.right[at] = slot(nodes.right()[node]);
    double leftCover = cover(nodes.left()[node]);
    double both = leftCover + cover(nodes.right()[node]);
    // the node's own cover is their sum, but for rounding; where nothing passed nothing is known
    to.share[at] = both > 0 ? leftCover / both : 0.5;
    int above = edge[node - first];
    to.zero[at] = above == NONE ? 1 : zeroBelow(position[above >> 1], above & 1);
  }

  private double zeroBelow(int at, int side) {
    return to.zero[at] * (side == 0 ? to.share[at] : 1 - to.share[at]);
  }

  private void linkFollows(int[] order) {
    int next = ShapTrees.UNUSED + 2;
    Arrays.fill(to.keep, first, first + count, ShapTrees.UNUSED);
    for (int node : order) {
      int above = edge[node - first];
      if (above == NONE) {
        to.from[position[node - first]] = ShapTrees.ALL;
        continue;
      }
      int at = position[above >> 1];
      if (to.keep[at] == ShapTrees.UNUSED) {
        to.keep[at] = next;
        next += 2;
      }
      to.from[position[node - first]] = to.keep[at] + (above & 1);
    }
  }

  private void addExpected(int[] order) {
    double[] reach = new double[count];
    reach[0] = 1;
    for (int node : order) {
      double share = to.share[position[node - first]];
      int[] children = children(node);
      for (int side = 0; side < 2; side++) {
        double part = reach[node - first] * (side == 0 ? share : 1 - share);
        if (children[side] >= 0) {
          reach[children[side] - first] = part;
          continue;
        }
        for (int k = 0; k < width(); k++) {
          to.expected[firstExpected() + k] +=
              part * forest.leafValue()[firstValue(children[side]) + k];
        }
      }
    }
  }

  private int[] children(int node) {
    return new int[] {nodes.left()[node], nodes.right()[node]};
  }

  private int slot(int child) {
    return child >= 0 ? position[child - first] - first : count + ~child - firstLeaf;
  }

  private double cover(int child) {
    return child >= 0 ? forest.cover().node()[child] : forest.cover().leaf()[~child];
  }

  private int width() {
    return forest.leafWidth();
  }

  private int firstValue(int leaf) {
    return ~leaf * width();
  }

  private int firstExpected() {
    return tree * width();
  }
}
