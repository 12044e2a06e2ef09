package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Forest;

/** Refuses a tree that cannot be walked: what passes here, every kernel can take. */
record TreeCheck(String source, int number, ReadTree tree, int features) {
  void check(int leafWidth) {
    int leaves = tree.leafId.length;
    require(leaves > 0, "has no leaves");
    require(leaves == tree.feature.length + 1, "does not have one leaf more than nodes");
    require(tree.leafValue.length == leaves * (long) leafWidth, "has leaves of another width");
    for (double value : tree.leafValue) {
      require(Double.isFinite(value), "has a leaf value that is not finite");
    }
    checkCovers(tree.nodeCover);
    checkCovers(tree.leafCover);
    for (int i = 0; i < tree.feature.length; i++) {
      int used = tree.feature[i];
      if (used < 0 || used >= features) {
        throw corrupt("asks for feature " + used);
      }
      boolean category = (tree.rules[i] & Forest.CATEGORY) != 0;
      require(category || !Float.isNaN(tree.threshold[i]), "has a threshold that is not a number");
      checkSet(tree.sets[i]);
    }
    checkWalks(leaves);
  }

  private void checkCovers(double[] covers) {
    for (double cover : covers) {
      if (!(cover >= 0 && Double.isFinite(cover))) {
        throw corrupt("has the cover " + cover);
      }
    }
  }

  private void checkSet(int[] set) {
    for (int i = 0; i < set.length; i++) {
      require(set[i] >= 0, "has a category below zero");
      require(i == 0 || set[i] > set[i - 1], "has a category twice in a set");
    }
  }

  /** Follows every path once: each node and leaf must be met, and none of them twice. */
  private void checkWalks(int leaves) {
    int nodes = tree.feature.length;
    boolean[] metNode = new boolean[nodes];
    boolean[] metLeaf = new boolean[leaves];
    int[] stack = new int[nodes];
    int depth = 0;
    if (nodes > 0) {
      metNode[0] = true;
      stack[depth++] = 0;
    } else {
      metLeaf[0] = true;
    }
    while (depth > 0) {
      int node = stack[--depth];
      for (int side = 0; side < 2; side++) {
        int child = side == 0 ? tree.left[node] : tree.right[node];
        require(child < nodes && ~child < leaves, "has a child that does not exist");
        boolean[] met = child >= 0 ? metNode : metLeaf;
        int at = Math.max(child, ~child);
        if (met[at]) {
          throw corrupt("reaches %s %d twice".formatted(child >= 0 ? "node" : "leaf", at));
        }
        met[at] = true;
        if (child >= 0) {
          stack[depth++] = child;
        }
      }
    }
    for (boolean met : metLeaf) { // with one leaf more than nodes, all leaves is everything
      require(met, "has a leaf that no path reaches");
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw corrupt(problem);
    }
  }

  private CorruptModelException corrupt(String problem) {
    return new CorruptModelException(source, "tree " + number + " " + problem, null);
  }
}
