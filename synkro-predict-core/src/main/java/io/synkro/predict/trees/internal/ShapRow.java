package io.synkro.predict.trees.internal;

import java.util.Arrays;

/**
 * Explains one row; see {@link ShapKernel} for the formulas. Works without branches in the inner
 * loops: leaves stand beside nodes, and a node that is not asked for again writes to a row that
 * nobody reads. Does the same arithmetic in the same order as {@link ShapBlock}.
 */
final class ShapRow {
  private final ShapTrees trees;
  private final Forest forest;

  /** What the row shows to the nodes. */
  private final double[] column;

  /** Whether the row went along with the nodes above that ask for a feature. */
  private final double[] follow;

  /** Decision minus share, or 0 if the row has left the path of the feature. */
  private final double[] lift;

  /** Of nodes the mean below and then the weight at the node; of leaves the values. */
  private final double[] value;

  private final double[] leftFactor;
  private final double[] liftWeight;
  private final double[] leaf;

  ShapRow(ShapTrees trees) {
    int nodes = trees.mostNodes();
    this.trees = trees;
    this.forest = trees.forest;
    column = new double[trees.columns.size()];
    follow = new double[2 * nodes + ShapTrees.UNUSED + 2];
    follow[ShapTrees.ALL] = 1;
    lift = new double[nodes];
    value = new double[2 * nodes + 1];
    leaf = new double[nodes + 1];
    leftFactor = new double[nodes];
    liftWeight = new double[nodes];
  }

  /** Writes the contributions to all outputs; the expected values are the caller's. */
  void explain(float[] row, int count, double[] target, int at) {
    int width = forest.features() + 1;
    Arrays.fill(target, at, at + width * forest.outputs(), 0);
    for (int c = 0; c < column.length; c++) {
      column[c] = trees.columns.value(c, row[trees.columns.feature(c)]);
    }
    for (int t = 0; t < count; t++) {
      if (trees.nodes(t) == 0) {
        continue;
      }
      decide(t, row);
      for (int output = 0; output < forest.outputs(); output++) {
        if (trees.adds(t, output)) {
          addTree(t, output, target, at + output * width);
        }
      }
    }
  }

  private void decide(int tree, float[] row) {
    int start = trees.start(tree);
    int nodes = trees.nodes(tree);
    for (int i = 0; i < nodes; i++) {
      int c = trees.column[start + i];
      double goesLeft =
          c >= 0
              ? ShapColumns.isBelow(column[c], trees.limit[start + i])
              : category(~c, row[trees.feature[start + i]]);
      double along = follow[trees.from[start + i]];
      double left = goesLeft * along;
      int keep = trees.keep[start + i];
      follow[keep] = left;
      follow[keep + 1] = along - left;
      lift[i] = left - trees.share[start + i] * along;
    }
  }

  private double category(int node, float value) {
    int child = forest.child(node, forest.dialect().prepare(value));
    return child == forest.nodes().left()[node] ? 1 : 0;
  }

  private void addTree(int tree, int output, double[] target, int at) {
    int width = forest.leafWidth();
    int from = trees.firstValue(tree, output);
    int leaves = forest.leaves(tree);
    for (int i = 0; i < leaves; i++) {
      leaf[i] = forest.leafValue()[from + i * width];
    }
    GaussLegendre rule = trees.rule[tree];
    for (int q = 0; q < rule.point().length; q++) {
      System.arraycopy(leaf, 0, value, leaves - 1, leaves);
      goUp(tree, rule.point()[q]);
      value[0] = rule.weight()[q];
      goDown(tree, target, at);
    }
  }

  private void goUp(int tree, double t) {
    int start = trees.start(tree);
    for (int i = trees.nodes(tree) - 1; i >= 0; i--) {
      double zero = trees.zero[start + i];
      double inverse = 1 / (t + (1 - t) * zero);
      double factor = trees.share[start + i] + (t * inverse) * lift[i];
      leftFactor[i] = factor;
      liftWeight[i] = (zero * inverse * inverse) * lift[i];
      double right = value[trees.right[start + i]];
      value[i] = right + factor * (value[trees.left[start + i]] - right);
    }
  }

  private void goDown(int tree, double[] target, int at) {
    int start = trees.start(tree);
    int nodes = trees.nodes(tree);
    int last = trees.lastStart[tree];
    for (int i = 0; i < last; i++) {
      int left = trees.left[start + i];
      int right = trees.right[start + i];
      double weight = value[i];
      target[at + trees.feature[start + i]] +=
          weight * liftWeight[i] * (value[left] - value[right]);
      double leftWeight = weight * leftFactor[i];
      value[left] = leftWeight;
      value[right] = weight - leftWeight;
    }
    for (int i = last; i < nodes; i++) {
      double difference = value[trees.left[start + i]] - value[trees.right[start + i]];
      target[at + trees.feature[start + i]] += value[i] * liftWeight[i] * difference;
    }
  }
}
