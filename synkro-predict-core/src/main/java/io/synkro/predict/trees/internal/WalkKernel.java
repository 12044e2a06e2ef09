package io.synkro.predict.trees.internal;

/**
 * Scores one row at a time by walking through every tree: for trees of many leaves, of which a walk
 * sees few, and the definition that the other kernels are tested against. Immutable.
 */
record WalkKernel(Forest forest) {
  /**
   * Adds up the first trees for a row.
   *
   * @param row values of the features, after {@link Dialect#prepare}
   * @param trees how many trees count
   * @param target receives a number for each output
   * @param at position of the first of them
   */
  void margins(float[] row, int trees, double[] target, int at) {
    int width = forest.leafWidth();
    System.arraycopy(forest.base(), 0, target, at, forest.outputs());
    for (int t = 0; t < trees; t++) {
      int leaf = forest.leaf(t, row) * width;
      int output = at + forest.treeOutput()[t];
      for (int k = 0; k < width; k++) {
        double sum = target[output + k];
        target[output + k] = forest.dialect().add(sum, forest.leafValue()[leaf + k]);
      }
    }
  }
}
