package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.IntArray;
import java.util.Arrays;

/**
 * All thresholds that a forest asks of one feature, for nodes that agree on which values are
 * missing. A value becomes its rank, the number of thresholds below it, and a node's question
 * becomes a comparison of small numbers: {@code value > threshold[j]} if {@code rank > j}.
 * Immutable.
 */
final class NumberColumn {
  /** The rank of a missing value: nodes of one threshold may send it to different sides. */
  static final int MISSING = -1;

  final int feature;

  /**
   * First condition of the nodes that send a missing value to the left, or -1 if there are none.
   */
  final int missingLeft;

  /** First condition of the nodes that send it to the right, or -1 if there are none. */
  final int missingRight;

  private final Dialect dialect;
  private final boolean nanIsMissing;
  private final boolean zeroIsMissing;
  private final Thresholds thresholds;

  NumberColumn(Forest.Nodes nodes, Dialect dialect, IntArray asking, int firstCondition) {
    int rules = nodes.rules()[asking.get(0)];
    this.dialect = dialect;
    this.feature = nodes.feature()[asking.get(0)];
    this.nanIsMissing = (rules & Forest.NAN_IS_MISSING) != 0;
    this.zeroIsMissing = (rules & Forest.ZERO_IS_MISSING) != 0;
    this.thresholds = new Thresholds(distinct(nodes, asking));
    boolean left = false;
    boolean right = false;
    for (int i = 0; i < asking.size(); i++) {
      boolean goesLeft = missingGoesLeft(nodes, asking.get(i));
      left |= goesLeft;
      right |= !goesLeft;
    }
    this.missingLeft = left ? firstCondition : -1;
    this.missingRight = right ? firstCondition + (left ? thresholds.size() : 0) : -1;
  }

  private static float[] distinct(Forest.Nodes nodes, IntArray asking) {
    float[] all = new float[asking.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = nodes.threshold()[asking.get(i)] + 0.0f; // -0 and 0 are one threshold
    }
    Arrays.sort(all);
    int kept = 0;
    for (float threshold : all) {
      if (kept == 0 || threshold > all[kept - 1]) {
        all[kept++] = threshold;
      }
    }
    return Arrays.copyOf(all, kept);
  }

  /** Where nothing is missing the rule means nothing, and engines set it either way. */
  private boolean missingGoesLeft(Forest.Nodes nodes, int node) {
    return (nanIsMissing || zeroIsMissing) && (nodes.rules()[node] & Forest.MISSING_LEFT) != 0;
  }

  /** Returns the condition of one of the column's nodes. */
  int condition(Forest.Nodes nodes, int node) {
    int position = thresholds.position(nodes.threshold()[node]);
    return (missingGoesLeft(nodes, node) ? missingLeft : missingRight) + position;
  }

  int thresholds() {
    return thresholds.size();
  }

  int conditions() {
    return thresholds.size() * (missingLeft >= 0 && missingRight >= 0 ? 2 : 1);
  }

  /** Returns the number of thresholds below a value, or {@link #MISSING}. */
  int rank(float value) {
    float x = dialect.prepare(value);
    if (Float.isNaN(x)) {
      if (nanIsMissing) {
        return MISSING;
      }
      x = 0;
    }
    if (zeroIsMissing && x == 0) {
      return MISSING;
    }
    return thresholds.below(x);
  }
}
