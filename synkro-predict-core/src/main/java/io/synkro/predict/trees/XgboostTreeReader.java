package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Forest;
import org.jspecify.annotations.Nullable;

/** Converts a written tree to nodes and leaves that are numbered apart. */
final class XgboostTreeReader {
  /** Stands for what nothing leads to. */
  private static final int CUT_OFF = Integer.MAX_VALUE;

  private final XgboostTree written;
  private final String name;
  private final int width;
  private final int[] lefts;
  private final int[] rights;

  /** What leads from the root is numbered: nodes from 0, leaves from {@code ~0} down. */
  private final int[] renumbered;

  private int nodes;
  private int leaves;

  XgboostTreeReader(XgboostTree written, int number, int width) {
    this.written = written;
    this.name = "tree %d ".formatted(number);
    this.width = width;
    this.lefts = XgboostDocument.present(name + "left_children", written.left());
    this.rights = checked("right_children", written.right());
    this.renumbered = new int[lefts.length];
    require(lefts.length > 0, "has no nodes");
    require(written.parameter("num_nodes", lefts.length) == lefts.length, "has other num_nodes");
    if (written.leafWidth() != width && Math.min(written.leafWidth(), width) == 1) {
      throw new UnsupportedModelException(
          XgboostJson.ENGINE,
          "trees of one output beside trees of all",
          "train all rounds with the same multi_strategy");
    }
    require(written.leafWidth() == width, "has leaves of another width");
    require(written.id() == null || written.id() == number, "has the id of another tree");
  }

  ReadTree tree() {
    number();
    float[] leafWeights = width == 1 ? conditions() : leafWeights();
    ReadTree tree = new ReadTree(nodes, leaves, width);
    fillNodes(tree);
    for (int i = 0; i < renumbered.length; i++) {
      if (renumbered[i] < 0) {
        fillLeaf(tree, i, leafWeights);
      }
    }
    fillCovers(tree);
    return tree;
  }

  private void number() {
    int size = lefts.length;
    boolean[] met = new boolean[size];
    int[] stack = new int[size];
    int depth = 1;
    met[0] = true;
    while (depth > 0) {
      int at = stack[--depth];
      boolean leaf = lefts[at] == -1;
      require(!leaf || width > 1 || rights[at] == -1, "has a node with one child");
      renumbered[at] = leaf ? ~leaves++ : nodes++;
      for (int side = 0; side < 2 && !leaf; side++) {
        int child = side == 0 ? rights[at] : lefts[at]; // the left one comes off the stack first
        require(child != -1, "has a node with one child");
        require(child >= 0 && child < size, "has a child that does not exist");
        if (met[child]) {
          throw corrupt("reaches node " + child + " twice");
        }
        met[child] = true;
        stack[depth++] = child;
      }
    }
    for (int i = 0; i < size; i++) {
      renumbered[i] = met[i] ? renumbered[i] : CUT_OFF;
    }
  }

  private void fillNodes(ReadTree tree) {
    float[] conditions = conditions();
    int[] features = checked("split_indices", written.feature());
    int[] defaults = checked("default_left", written.defaultLeft());
    int[] types =
        written.splitType() == null
            ? new int[lefts.length]
            : checked("split_type", written.splitType());
    int[][] sets = new XgboostSets(written, name).byNode();
    for (int i = 0; i < renumbered.length; i++) {
      int at = renumbered[i];
      if (at < 0 || at == CUT_OFF) {
        continue;
      }
      boolean category = types[i] == 1;
      require(category || types[i] == 0, "has a split_type that is neither 0 nor 1");
      tree.feature[at] = features[i];
      // value < condition, written as value <= the float below it; no condition for a category. A
      // condition of -inf parts missing values from all others, as nothing is below it
      tree.threshold[at] = category ? 0 : Math.nextDown(conditions[i]);
      tree.rules[at] =
          Forest.NAN_IS_MISSING
              | (defaults[i] != 0 ? Forest.MISSING_LEFT : 0)
              | (category ? Forest.CATEGORY | Forest.SET_GOES_RIGHT : 0);
      tree.left[at] = renumbered[lefts[i]];
      tree.right[at] = renumbered[rights[i]];
      if (category) {
        tree.sets[at] = sets[i];
      }
    }
  }

  private void fillLeaf(ReadTree tree, int node, float[] weights) {
    int leaf = ~renumbered[node];
    int place = width == 1 ? node : rights[node];
    require(
        place >= 0 && (place + 1L) * width <= weights.length, "has a leaf without leaf_weights");
    tree.leafId[leaf] = node;
    for (int i = 0; i < width; i++) {
      tree.leafValue[leaf * width + i] = weights[place * width + i];
    }
  }

  /**
   * Sums of second derivatives, which XGBoost finds by subtraction: below zero or not finite they
   * say nothing of how many rows passed, and are left out.
   */
  private void fillCovers(ReadTree tree) {
    float[] covers = written.cover();
    if (covers == null) {
      return; // trees of many outputs have them since version 3.2
    }
    require(covers.length == lefts.length, "has another number of sum_hessian");
    double[] nodeCover = new double[nodes];
    double[] leafCover = new double[leaves];
    for (int i = 0; i < renumbered.length; i++) {
      int at = renumbered[i];
      if (at == CUT_OFF) {
        continue;
      }
      if (!(covers[i] >= 0 && covers[i] < Float.POSITIVE_INFINITY)) {
        return;
      }
      double[] target = at < 0 ? leafCover : nodeCover;
      target[at < 0 ? ~at : at] = covers[i];
    }
    tree.nodeCover = nodeCover;
    tree.leafCover = leafCover;
  }

  private float[] conditions() {
    float[] values = XgboostDocument.present(name + "split_conditions", written.condition());
    require(values.length == lefts.length, "has another number of split_conditions");
    return values;
  }

  private float[] leafWeights() {
    float[] weights = written.leafWeights();
    if (weights == null) { // then base_weights are the leaves; XGBoost 3.4 reads them no more
      throw new UnsupportedModelException(
          XgboostJson.ENGINE,
          "size_leaf_vector=%d without leaf_weights".formatted(width),
          "train with XGBoost 3.2 or newer");
    }
    require(weights.length == (long) leaves * width, "has another number of leaf_weights");
    return weights;
  }

  private int[] checked(String key, int @Nullable [] values) {
    int[] present = XgboostDocument.present(name + key, values);
    require(present.length == lefts.length, "has another number of " + key);
    return present;
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw corrupt(problem);
    }
  }

  private CorruptModelException corrupt(String problem) {
    return XgboostDocument.corrupt(name + problem, null);
  }
}
