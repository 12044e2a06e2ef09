package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.trees.internal.Forest;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree of an XGBoost model: nodes and leaves share their numbers, a leaf is a node whose children
 * are -1 and whose value stands where others have their threshold. What pruning has cut off stays
 * in the arrays, and nothing leads there.
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record XgboostTree(
    @JsonProperty("tree_param") @Nullable Map<String, String> parameters,
    @JsonProperty("left_children") int @Nullable [] left,
    @JsonProperty("right_children") int @Nullable [] right,
    @JsonProperty("split_indices") int @Nullable [] feature,
    @JsonProperty("split_conditions") float @Nullable [] condition,
    @JsonProperty("sum_hessian") float @Nullable [] cover,
    @JsonProperty("default_left") int @Nullable [] defaultLeft,
    @JsonProperty("split_type") int @Nullable [] splitType,
    @JsonProperty("categories_nodes") int @Nullable [] categoryNodes,
    @JsonProperty("categories_segments") int @Nullable [] categorySegments,
    @JsonProperty("categories_sizes") int @Nullable [] categorySizes,
    int @Nullable [] categories) {

  private static final int[] NONE = {};

  /** XGBoost knows no category from here on: {@code OutOfRangeCat} of categorical.h. */
  private static final int MAX_CATEGORY = 1 << 24;

  /** Converts to nodes and leaves that are numbered apart. */
  ReadTree tree(int number) {
    return new Reader("tree %d ".formatted(number)).tree();
  }

  private final class Reader {
    private final String name;
    private final int size;
    private final int[] lefts;
    private final int[] rights;

    /** What leads from the root is numbered: nodes from 0, leaves from {@code ~0} down. */
    private final int[] renumbered;

    private int nodes;
    private int leaves;

    Reader(String name) {
      this.name = name;
      this.lefts = XgboostDocument.present(name + "left_children", left);
      this.size = lefts.length;
      this.rights = checked("right_children", right);
      this.renumbered = new int[size];
      String vector = parameters == null ? null : parameters.get("size_leaf_vector");
      if (vector != null && !vector.equals("0") && !vector.equals("1")) {
        throw new UnsupportedModelException(
            "xgboost",
            "size_leaf_vector=" + vector,
            "train with multi_strategy=one_output_per_tree");
      }
    }

    ReadTree tree() {
      require(size > 0, "has no nodes");
      number();
      float[] conditions = XgboostDocument.present(name + "split_conditions", condition);
      require(conditions.length == size, "has another number of split_conditions");
      ReadTree tree = new ReadTree(nodes, leaves, 1);
      tree.nodeCover = new double[cover == null ? 0 : nodes];
      tree.leafCover = new double[cover == null ? 0 : leaves];
      split(tree, conditions);
      return tree;
    }

    private void number() {
      boolean[] met = new boolean[size];
      int[] stack = new int[size];
      int depth = 1;
      met[0] = true;
      while (depth > 0) {
        int at = stack[--depth];
        require((lefts[at] < 0) == (rights[at] < 0), "has a node with one child");
        renumbered[at] = lefts[at] < 0 ? ~leaves++ : nodes++;
        for (int side = 0; side < 2 && lefts[at] >= 0; side++) {
          int child = side == 0 ? rights[at] : lefts[at]; // the left one comes off the stack first
          require(child < size, "has a child that does not exist");
          require(!met[child], "reaches node " + child + " twice");
          met[child] = true;
          stack[depth++] = child;
        }
      }
      for (int i = 0; i < size; i++) {
        renumbered[i] = met[i] ? renumbered[i] : Integer.MAX_VALUE;
      }
    }

    private void split(ReadTree tree, float[] conditions) {
      int[] features = checked("split_indices", feature);
      int[] defaults = checked("default_left", defaultLeft);
      int[] types = splitType == null ? new int[size] : checked("split_type", splitType);
      float[] covers = cover == null ? new float[size] : cover;
      require(covers.length == size, "has another number of sum_hessian");
      int[][] allSets = sets();
      for (int i = 0; i < size; i++) {
        int at = renumbered[i];
        if (at == Integer.MAX_VALUE) {
          continue;
        }
        if (at < 0) {
          tree.leafValue[~at] = conditions[i];
          tree.leafId[~at] = i;
          setCover(tree.leafCover, ~at, covers[i]);
          continue;
        }
        setCover(tree.nodeCover, at, covers[i]);
        boolean category = types[i] == 1;
        require(category || types[i] == 0, "has split_type " + types[i]);
        require(category || conditions[i] > Float.NEGATIVE_INFINITY, "has a threshold of -inf");
        tree.feature[at] = features[i];
        // value < condition, written as value <= the float below it; no condition for a category
        tree.threshold[at] = category ? 0 : Math.nextDown(conditions[i]);
        tree.rules[at] =
            Forest.NAN_IS_MISSING
                | (defaults[i] != 0 ? Forest.MISSING_LEFT : 0)
                | (category ? Forest.CATEGORY | Forest.SET_GOES_RIGHT : 0);
        tree.left[at] = renumbered[lefts[i]];
        tree.right[at] = renumbered[rights[i]];
        tree.sets[at] = category ? allSets[i] : NONE;
      }
    }

    private void setCover(double[] covers, int at, float value) {
      if (covers.length > 0) {
        covers[at] = value;
      }
    }

    /** The categories that go right, ascending, for each node; empty for thresholds. */
    private int[][] sets() {
      int[][] sets = new int[size][];
      Arrays.fill(sets, NONE);
      int[] owners = categoryNodes == null ? NONE : categoryNodes;
      int[] starts = categorySegments == null ? NONE : categorySegments;
      int[] lengths = categorySizes == null ? NONE : categorySizes;
      int[] values = categories == null ? NONE : categories;
      require(
          owners.length == starts.length && owners.length == lengths.length,
          "has sets of categories without a start or size");
      long total = 0;
      for (int i = 0; i < owners.length; i++) {
        require(owners[i] >= 0 && owners[i] < size, "has a set of categories without a node");
        require(
            starts[i] >= 0 && lengths[i] >= 0 && (long) starts[i] + lengths[i] <= values.length,
            "has a set of categories that does not exist");
        total += lengths[i];
        require(total <= values.length, "has sets of categories that overlap");
        sets[owners[i]] = ascending(values, starts[i], lengths[i]);
      }
      return sets;
    }

    private int[] ascending(int[] values, int start, int length) {
      int[] sorted = Arrays.copyOfRange(values, start, start + length);
      Arrays.sort(sorted);
      IntArray set = new IntArray();
      for (int i = 0; i < length; i++) {
        require(sorted[i] >= 0 && sorted[i] < MAX_CATEGORY, "has the category " + sorted[i]);
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          set.add(sorted[i]);
        }
      }
      return set.toArray();
    }

    private int[] checked(String key, int @Nullable [] values) {
      int[] present = XgboostDocument.present(name + key, values);
      require(present.length == size, "has another number of " + key);
      return present;
    }

    private void require(boolean holds, String problem) {
      if (!holds) {
        throw XgboostDocument.corrupt(name + problem, null);
      }
    }
  }
}
