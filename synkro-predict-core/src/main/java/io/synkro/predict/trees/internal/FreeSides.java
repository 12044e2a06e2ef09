package io.synkro.predict.trees.internal;

import java.util.Arrays;

/**
 * Which side of each condition is free in {@link LeafOrder}: the one that more rows take. All
 * thresholds of a column below a middle have the right side free, the others the left one. The
 * middle is chosen for the fewest expected strikes by what the forest knows of its training data. A
 * wrong guess costs time and nothing else.
 */
final class FreeSides {
  /** Whether the right side of each condition is the free one. */
  final boolean[] rightIsFree;

  /** For each column of numbers the first threshold whose left side is free. */
  final int[] middles;

  private final Forest forest;
  private final Conditions conditions;

  /** Nodes of each condition. */
  private final int[] nodes;

  /** What passed the nodes of each condition, and what of it went right. */
  private final double[] passed;

  private final double[] right;

  FreeSides(Forest forest, Conditions conditions) {
    this.forest = forest;
    this.conditions = conditions;
    this.rightIsFree = new boolean[conditions.size];
    this.middles = new int[conditions.numbers.size()];
    this.nodes = new int[conditions.size];
    this.passed = new double[conditions.size];
    this.right = new double[conditions.size];
    count();
    for (int k = 0; k < middles.length; k++) {
      NumberColumn column = conditions.numbers.get(k);
      middles[k] = middle(column);
      for (int first : new int[] {column.missingLeft, column.missingRight}) {
        if (first >= 0) {
          Arrays.fill(rightIsFree, first, first + middles[k], true);
        }
      }
    }
    for (CategoryColumn column : conditions.categories) {
      for (int j = 0; j < column.conditions; j++) {
        rightIsFree[column.firstCondition + j] = column.mostGoRight(j);
      }
    }
  }

  /** Returns whether the right side of each node is the free one. */
  boolean[] ofNodes() {
    boolean[] ofNodes = new boolean[conditions.ofNode.length];
    for (int n = 0; n < ofNodes.length; n++) {
      ofNodes[n] = rightIsFree[conditions.ofNode[n]];
    }
    return ofNodes;
  }

  private void count() {
    for (int n = 0; n < conditions.ofNode.length; n++) {
      int condition = conditions.ofNode[n];
      nodes[condition]++;
      if (forest.isCovered()) {
        int child = forest.nodes().right()[n];
        passed[condition] += forest.cover().node()[n];
        right[condition] +=
            child < 0 ? forest.cover().leaf()[~child] : forest.cover().node()[child];
      }
    }
  }

  /**
   * Expected strikes: below the middle a row that goes left strikes, from it on one going right.
   */
  private int middle(NumberColumn column) {
    int count = column.thresholds();
    double cost = 0;
    double least = 0;
    int best = 0;
    for (int j = 0; j < count; j++) { // what it costs to move the middle past threshold j
      double atPosition = 1 - (j + 0.5) / count; // bins hold about as many rows each
      for (int first : new int[] {column.missingLeft, column.missingRight}) {
        if (first >= 0) {
          int c = first + j;
          double goesRight = passed[c] > 0 ? right[c] / passed[c] : atPosition;
          cost += nodes[c] * ((1 - goesRight) - goesRight);
        }
      }
      if (cost < least) {
        least = cost;
        best = j + 1;
      }
    }
    return best;
  }
}
