package io.synkro.predict.trees.internal;

/**
 * Shapley values by their definition, over all sets of features. Source of the mean of a tree when
 * a set of features is known: Lundberg, Erion &amp; Lee (2018), algorithm 1 (EXPVALUE). Where no
 * training row passed, both children count alike.
 */
record ShapDefinition(Forest forest) {
  /** Returns the contributions to an output and, last, the mean. */
  double[] explain(float[] row, int trees, int output) {
    int features = forest.features();
    double[] mean = new double[1 << features];
    for (int known = 0; known < mean.length; known++) {
      mean[known] = forest.base()[output];
      for (int t = 0; t < trees; t++) {
        if (forest.leafWidth() > 1 || forest.treeOutput()[t] == output) {
          mean[known] += mean(forest.root(t), row, known, output);
        }
      }
    }
    double[] result = new double[features + 1];
    for (int f = 0; f < features; f++) {
      for (int others = 0; others < mean.length; others++) {
        if ((others >> f & 1) == 0) {
          double gain = mean[others | 1 << f] - mean[others];
          result[f] += gain / (features * choose(features - 1, Integer.bitCount(others)));
        }
      }
    }
    result[features] = mean[0];
    return result;
  }

  private double mean(int node, float[] row, int known, int output) {
    if (node < 0) {
      int width = forest.leafWidth();
      return forest.leafValue()[~node * width + (width > 1 ? output : 0)];
    }
    int feature = forest.nodes().feature()[node];
    if ((known >> feature & 1) == 1) {
      float value = forest.dialect().prepare(row[feature]);
      return mean(forest.child(node, value), row, known, output);
    }
    int left = forest.nodes().left()[node];
    int right = forest.nodes().right()[node];
    double both = cover(left) + cover(right);
    double share = both == 0 ? 0.5 : cover(left) / both;
    return share * mean(left, row, known, output) + (1 - share) * mean(right, row, known, output);
  }

  private double cover(int child) {
    return child >= 0 ? forest.cover().node()[child] : forest.cover().leaf()[~child];
  }

  private static double choose(int n, int k) {
    return k == 0 ? 1 : choose(n - 1, k - 1) * n / k;
  }
}
