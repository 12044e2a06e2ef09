package io.synkro.predict.trees;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureTable;
import java.util.Arrays;

/**
 * Decision trees whose leaf values are added up, in flat arrays. A child that is zero or more is a
 * node, one below zero the leaf {@code ~child}; both count through all trees. The readers have
 * checked that every walk ends. Immutable; safe for use by many threads.
 */
public final class TreeEnsemble {
  /** The node asks for a set of categories, not for a threshold. */
  static final int CATEGORY = 1;

  /** Where a missing value goes. */
  static final int MISSING_LEFT = 2;

  /** NaN is missing; without this rule it counts as zero. */
  static final int NAN_IS_MISSING = 4;

  /** Zero is missing. */
  static final int ZERO_IS_MISSING = 8;

  /** Categories in the set go right; without this rule they go left. */
  static final int SET_GOES_RIGHT = 16;

  final TreeDialect dialect;
  final int features;
  final double[] base;
  final int[] roots;
  final int[] treeOutput;
  final int[] feature;
  final double[] threshold;
  final byte[] rules;
  final int[] left;
  final int[] right;
  final int[] setOffset;
  final int[] setWords;
  final double[] leafValue;

  TreeEnsemble(TreeEnsembleBuilder builder) {
    this.dialect = builder.dialect;
    this.features = builder.features;
    this.base = builder.base.clone();
    this.roots = builder.roots.toArray();
    this.treeOutput = builder.treeOutput.toArray();
    this.feature = builder.feature.toArray();
    this.threshold = builder.threshold.toArray();
    this.rules = new byte[feature.length];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = (byte) builder.rules.get(i);
    }
    this.left = builder.left.toArray();
    this.right = builder.right.toArray();
    this.setOffset = builder.setOffset.toArray();
    this.setWords = builder.setWords.toArray();
    this.leafValue = builder.leafValue.toArray();
  }

  /**
   * Returns the number of features.
   *
   * @return columns that a table must have, at least 1
   */
  public int features() {
    return features;
  }

  /**
   * Returns how many numbers a row yields.
   *
   * @return 1, or the number of classes
   */
  public int outputs() {
    return base.length;
  }

  /**
   * Returns the number of trees.
   *
   * @return zero or more
   */
  public int trees() {
    return roots.length;
  }

  /**
   * Returns the number of leaves of all trees.
   *
   * @return zero or more
   */
  public int leaves() {
    return leafValue.length;
  }

  /**
   * Adds up the leaf values of every row; no link is applied.
   *
   * @param table rows with {@link #features()} columns
   * @return shape {@code [table.rows() * outputs()]}, row after row
   */
  public double[] margins(FeatureTable table) {
    Require.that(
        table.schema().size() == features,
        "columns",
        table.schema().size(),
        "must be the number of features, " + features,
        "");
    double[] margins = new double[Math.multiplyExact(table.rows(), outputs())];
    float[] row = new float[features];
    for (int r = 0; r < table.rows(); r++) {
      table.copyRow(r, row);
      dialect.prepare(row);
      addUp(row, margins, r * outputs());
    }
    return margins;
  }

  private void addUp(float[] row, double[] margins, int at) {
    System.arraycopy(base, 0, margins, at, base.length);
    for (int t = 0; t < roots.length; t++) {
      int node = roots[t];
      while (node >= 0) {
        node = goesLeft(node, row[feature[node]]) ? left[node] : right[node];
      }
      int output = at + treeOutput[t];
      margins[output] = dialect.add(margins[output], leafValue[~node]);
    }
  }

  private boolean goesLeft(int node, float value) {
    int rule = rules[node];
    float x = value;
    if (Float.isNaN(x)) {
      if ((rule & NAN_IS_MISSING) != 0) {
        return (rule & MISSING_LEFT) != 0;
      }
      x = 0;
    }
    if ((rule & CATEGORY) != 0) {
      return isInSet(node, dialect.category(x)) == ((rule & SET_GOES_RIGHT) == 0);
    }
    if (x == 0 && (rule & ZERO_IS_MISSING) != 0) {
      return (rule & MISSING_LEFT) != 0;
    }
    return x <= threshold[node];
  }

  private boolean isInSet(int node, int category) {
    int word = setOffset[node] + (category >>> 5);
    return category >= 0
        && word < setOffset[node + 1]
        && (setWords[word] >>> (category & 31) & 1) != 0;
  }

  @Override
  public String toString() {
    return "%d trees, %d leaves, %d features, base %s"
        .formatted(trees(), leaves(), features, Arrays.toString(base));
  }
}
