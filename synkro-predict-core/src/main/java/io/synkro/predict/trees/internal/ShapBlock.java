package io.synkro.predict.trees.internal;

import io.synkro.predict.tabular.FeatureTable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explains many rows at once; see {@link ShapKernel} for the formulas. Every inner loop runs over
 * the rows, so that C2 makes vector instructions of it. Does the same arithmetic in the same order
 * as {@link ShapRow}.
 */
final class ShapBlock {
  private final ShapTrees trees;
  private final Forest forest;
  private final ShapNode node = new ShapNode();
  private final double[] goesLeft;
  private @Nullable FeatureTable table;
  private int first;

  /** What the rows show to the nodes. */
  private final double[][] column;

  /** Whether rows went along with the nodes above that ask for a feature. */
  private final double[][] follow;

  /** Decision minus share, or 0 if the row has left the path of the feature. */
  private final double[][] lift;

  /** The mean below each node and then the weight at it. */
  private final double[][] value;

  /** Contributions of features to one output. */
  private final double[][] sum;

  ShapBlock(ShapTrees trees, int capacity) {
    int nodes = trees.mostNodes();
    this.trees = trees;
    this.forest = trees.forest;
    goesLeft = new double[capacity];
    column = new double[trees.columns.size()][capacity];
    follow = new double[trees.followRows()][capacity];
    Arrays.fill(follow[ShapTrees.ALL], 1);
    lift = new double[nodes][capacity];
    value = new double[nodes][capacity];
    sum = new double[forest.features()][capacity];
  }

  int capacity() {
    return goesLeft.length;
  }

  /** Looks at rows of a table; {@link #explain} then explains them. */
  void look(FeatureTable table, int first, int rows) {
    this.table = table;
    this.first = first;
    node.rows = rows;
    for (int c = 0; c < column.length; c++) {
      int feature = trees.columns.feature(c);
      for (int r = 0; r < rows; r++) {
        column[c][r] = trees.columns.value(c, table.value(first + r, feature));
      }
    }
  }

  /** Writes the contributions to all outputs; the expected values are the caller's. */
  void explain(int count, double[] target, int at) {
    int width = forest.features() + 1;
    int stride = width * forest.outputs();
    for (int output = 0; output < forest.outputs(); output++) {
      addTrees(count, output);
      for (int r = 0; r < node.rows; r++) {
        for (int f = 0; f < sum.length; f++) {
          target[at + r * stride + output * width + f] = sum[f][r];
        }
      }
    }
    table = null; // a worker may outlive it
  }

  private void addTrees(int count, int output) {
    for (double[] feature : sum) {
      Arrays.fill(feature, 0, node.rows, 0);
    }
    for (int t = 0; t < count; t++) {
      if (trees.adds(t, output) && trees.nodes(t) > 0) {
        decide(t);
        addTree(t, trees.firstValue(t, output));
      }
    }
  }

  private void decide(int tree) {
    int start = trees.start(tree);
    int nodes = trees.nodes(tree);
    for (int i = 0; i < nodes; i++) {
      int c = trees.column[start + i];
      if (c >= 0) {
        ask(column[c], trees.limit[start + i]);
      } else {
        askCategory(~c);
      }
      double[] along = follow[trees.from[start + i]];
      lift(along, trees.share[start + i], lift[i]);
      int keep = trees.keep[start + i];
      if (keep != ShapTrees.UNUSED) {
        keep(along, follow[keep], follow[keep + 1]);
      }
    }
  }

  private void ask(double[] shown, double limit) {
    double[] left = goesLeft;
    int rows = node.rows;
    for (int r = 0; r < rows; r++) {
      left[r] = ShapColumns.isBelow(shown[r], limit);
    }
  }

  private void askCategory(int asked) {
    FeatureTable rows = Objects.requireNonNull(table);
    int feature = forest.nodes().feature()[asked];
    int left = forest.nodes().left()[asked];
    for (int r = 0; r < node.rows; r++) {
      float value = forest.dialect().prepare(rows.value(first + r, feature));
      goesLeft[r] = forest.child(asked, value) == left ? 1 : 0;
    }
  }

  private void lift(double[] along, double share, double[] lifts) {
    double[] left = goesLeft;
    int rows = node.rows;
    for (int r = 0; r < rows; r++) {
      lifts[r] = left[r] * along[r] - share * along[r];
    }
  }

  private void keep(double[] along, double[] lefts, double[] rights) {
    double[] left = goesLeft;
    int rows = node.rows;
    for (int r = 0; r < rows; r++) {
      double stays = left[r] * along[r];
      lefts[r] = stays;
      rights[r] = along[r] - stays;
    }
  }

  private void addTree(int tree, int firstValue) {
    int nodes = trees.nodes(tree);
    GaussLegendre rule = trees.rule[tree];
    for (int q = 0; q < rule.point().length; q++) {
      for (int i = nodes - 1; i >= 0; i--) {
        visit(tree, i, rule.point()[q], firstValue);
        node.up();
      }
      Arrays.fill(value[0], 0, node.rows, rule.weight()[q]);
      for (int i = 0; i < nodes; i++) {
        visit(tree, i, rule.point()[q], firstValue);
        node.down();
      }
    }
  }

  /** Takes a node in hand. */
  private void visit(int tree, int i, double t, int firstValue) {
    int nodes = trees.nodes(tree);
    int at = trees.start(tree) + i;
    double zero = trees.zero[at];
    double inverse = 1 / (t + (1 - t) * zero);
    node.share = trees.share[at];
    node.lean = t * inverse;
    node.scale = zero * inverse * inverse;
    node.lift = lift[i];
    node.value = value[i];
    node.sum = sum[trees.feature[at]];
    int left = trees.left[at] - nodes;
    int right = trees.right[at] - nodes;
    int width = forest.leafWidth();
    node.hasLeft = left < 0;
    node.hasRight = right < 0;
    node.left = left < 0 ? value[left + nodes] : value[i];
    node.right = right < 0 ? value[right + nodes] : value[i];
    node.leftLeaf = left < 0 ? 0 : forest.leafValue()[firstValue + left * width];
    node.rightLeaf = right < 0 ? 0 : forest.leafValue()[firstValue + right * width];
  }
}
