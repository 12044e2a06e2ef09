package io.synkro.predict.trees.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Trees of a single shape. */
final class Stumps {
  private Stumps() {}

  /** One node, leaf 0 to its left. */
  static Forest of(Dialect dialect, byte rules, float threshold) {
    return chain(dialect, 1, rules, threshold, new int[] {0}, 1);
  }

  /**
   * Nodes that each have a leaf to the right and the next node to the left. A leaf to the right is
   * worth 0 and the last leaf to the left 1; half of the cover goes either way.
   */
  static Forest chain(int[] feature, int features) {
    return chain(Dialect.LIGHTGBM, feature.length, (byte) 0, 0, feature, features);
  }

  private static Forest chain(
      Dialect dialect, int nodes, byte rule, float threshold, int[] feature, int features) {
    byte[] rules = new byte[nodes];
    float[] thresholds = new float[nodes];
    Arrays.fill(rules, rule);
    Arrays.fill(thresholds, threshold);
    int[] left = IntStream.range(0, nodes).map(i -> i + 1 < nodes ? i + 1 : ~0).toArray();
    int[] right = IntStream.range(0, nodes).map(i -> ~(i + 1)).toArray();
    double[] nodeCover = IntStream.range(0, nodes).mapToDouble(i -> Math.scalb(1.0, -i)).toArray();
    double[] leafCover = new double[nodes + 1];
    double[] leafValue = new double[nodes + 1];
    leafValue[0] = 1;
    for (int i = 0; i < nodes; i++) {
      leafCover[i + 1] = nodeCover[i] / 2;
    }
    leafCover[0] = leafCover[nodes];
    return new Forest(
        dialect,
        features,
        new double[1],
        new int[1],
        new int[] {0, nodes},
        new int[] {0, nodes + 1},
        new Forest.Nodes(feature, thresholds, rules, left, right, new int[1], new int[0]),
        1,
        leafValue,
        new int[nodes + 1],
        new Forest.Cover(nodeCover, leafCover));
  }
}
