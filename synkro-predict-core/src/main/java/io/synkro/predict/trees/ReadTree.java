package io.synkro.predict.trees;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One tree as a reader found it; children count within the tree, leaves as {@code ~leaf}; node 0 is
 * the root, and without nodes leaf 0 is all there is.
 */
final class ReadTree {
  private static final int[] NO_SET = {};
  private static final double[] UNKNOWN = {};

  final int[] feature;
  final float[] threshold;
  final int[] rules;
  final int[] left;
  final int[] right;

  /** Categories of each node's set, ascending; empty for thresholds. */
  final int[][] sets;

  final double[] leafValue;

  /** What the engine calls the leaves; by default their positions. */
  final int[] leafId;

  /** Training rows that passed; empty if the model does not say. */
  double[] nodeCover = UNKNOWN;

  double[] leafCover = UNKNOWN;

  ReadTree(int nodes, int leaves, int leafWidth) {
    this.feature = new int[nodes];
    this.threshold = new float[nodes];
    this.rules = new int[nodes];
    this.left = new int[nodes];
    this.right = new int[nodes];
    this.sets = new int[nodes][];
    Arrays.fill(sets, NO_SET);
    this.leafValue = new double[Math.multiplyExact(leaves, leafWidth)];
    this.leafId = IntStream.range(0, leaves).toArray();
  }

  boolean isCovered() {
    return leafCover.length == leafId.length && nodeCover.length == feature.length;
  }
}
