package io.synkro.predict.trees;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.internal.Forest;
import java.util.Arrays;

/**
 * Decision trees whose leaf values are added up. The readers have checked that every walk ends.
 * Immutable; safe for use by many threads.
 */
public final class TreeEnsemble {
  private final Forest forest;

  TreeEnsemble(Forest forest) {
    this.forest = forest;
  }

  Forest forest() {
    return forest;
  }

  /**
   * Returns the number of features.
   *
   * @return columns that a table must have, at least 1
   */
  public int features() {
    return forest.features();
  }

  /**
   * Returns how many numbers a row yields.
   *
   * @return 1, or the number of classes
   */
  public int outputs() {
    return forest.outputs();
  }

  /**
   * Returns the number of trees.
   *
   * @return zero or more
   */
  public int trees() {
    return forest.trees();
  }

  /**
   * Returns the number of leaves of all trees.
   *
   * @return zero or more
   */
  public int leaves() {
    return forest.leafId().length;
  }

  /**
   * Adds up the leaf values of every row; no link is applied.
   *
   * @param table rows with {@link #features()} columns
   * @return shape {@code [table.rows() * outputs()]}, row after row
   */
  public double[] margins(FeatureTable table) {
    Require.that(
        table.schema().size() == features(),
        "columns",
        table.schema().size(),
        "must be the number of features, " + features(),
        "");
    double[] margins = new double[Math.multiplyExact(table.rows(), outputs())];
    float[] row = new float[features()];
    for (int r = 0; r < table.rows(); r++) {
      table.copyRow(r, row);
      for (int i = 0; i < row.length; i++) {
        row[i] = forest.dialect().prepare(row[i]);
      }
      addUp(row, margins, r * outputs());
    }
    return margins;
  }

  private void addUp(float[] row, double[] margins, int at) {
    System.arraycopy(forest.base(), 0, margins, at, outputs());
    for (int t = 0; t < trees(); t++) {
      int node = forest.root(t);
      while (node >= 0) {
        node = forest.child(node, row[forest.nodes().feature()[node]]);
      }
      int output = at + forest.treeOutput()[t];
      margins[output] = forest.dialect().add(margins[output], forest.leafValue()[~node]);
    }
  }

  @Override
  public String toString() {
    return "%d trees, %d leaves, %d features, base %s"
        .formatted(trees(), leaves(), features(), Arrays.toString(forest.base()));
  }
}
