package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree of an XGBoost JSON model: nodes and leaves share their numbers, a leaf is a node whose
 * children are -1 and whose value stands where others have their threshold.
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record XgboostTree(
    @JsonProperty("tree_param") @Nullable Map<String, String> parameters,
    @JsonProperty("left_children") int @Nullable [] left,
    @JsonProperty("right_children") int @Nullable [] right,
    @JsonProperty("split_indices") int @Nullable [] feature,
    @JsonProperty("split_conditions") float @Nullable [] condition,
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
  TreeEnsembleBuilder.Tree tree(int number) {
    Reader reader = new Reader("tree %d ".formatted(number));
    return reader.tree();
  }

  private final class Reader {
    private final String name;
    private final int[] lefts;
    private final int size;

    Reader(String name) {
      this.name = name;
      this.lefts = XgboostDocument.present(name + "left_children", left);
      this.size = lefts.length;
      String vector = parameters == null ? null : parameters.get("size_leaf_vector");
      if (vector != null && !vector.equals("0") && !vector.equals("1")) {
        throw new UnsupportedModelException(
            "xgboost",
            "size_leaf_vector=" + vector,
            "train with multi_strategy=one_output_per_tree");
      }
    }

    TreeEnsembleBuilder.Tree tree() {
      int[] rights = checked("right_children", right);
      int[] renumbered = new int[size];
      int nodes = 0;
      int leaves = 0;
      for (int i = 0; i < size; i++) {
        require((lefts[i] < 0) == (rights[i] < 0), "has a node with one child");
        require(lefts[i] < size && rights[i] < size, "has a child that does not exist");
        renumbered[i] = lefts[i] < 0 ? ~leaves++ : nodes++;
      }
      float[] conditions = XgboostDocument.present(name + "split_conditions", condition);
      require(conditions.length == size, "has another number of split_conditions");
      return split(renumbered, nodes, leaves, conditions);
    }

    private TreeEnsembleBuilder.Tree split(
        int[] renumbered, int nodes, int leaves, float[] conditions) {
      int[] features = checked("split_indices", feature);
      int[] defaults = checked("default_left", defaultLeft);
      int[] types = splitType == null ? new int[size] : checked("split_type", splitType);
      int[] rights = checked("right_children", right);
      int[][] allSets = sets();
      TreeEnsembleBuilder.Tree tree = new TreeEnsembleBuilder.Tree(nodes, leaves);
      for (int i = 0; i < size; i++) {
        int at = renumbered[i];
        if (at < 0) {
          tree.leafValue[~at] = conditions[i];
          continue;
        }
        boolean category = types[i] == 1;
        require(category || types[i] == 0, "has split_type " + types[i]);
        tree.feature[at] = features[i];
        // value < condition, written as value <= the float below it; no condition for a category
        tree.threshold[at] = category ? 0 : Math.nextDown(conditions[i]);
        tree.rules[at] =
            TreeEnsemble.NAN_IS_MISSING
                | (defaults[i] != 0 ? TreeEnsemble.MISSING_LEFT : 0)
                | (category ? TreeEnsemble.CATEGORY | TreeEnsemble.SET_GOES_RIGHT : 0);
        tree.left[at] = renumbered[lefts[i]];
        tree.right[at] = renumbered[rights[i]];
        tree.sets[at] = category ? allSets[i] : NONE;
      }
      return tree;
    }

    /** The categories that go right, as bits, for each node; empty for thresholds. */
    private int[][] sets() {
      int[][] sets = new int[size][];
      Arrays.fill(sets, NONE);
      int[] nodes = categoryNodes == null ? NONE : categoryNodes;
      int[] starts = categorySegments == null ? NONE : categorySegments;
      int[] lengths = categorySizes == null ? NONE : categorySizes;
      int[] values = categories == null ? NONE : categories;
      long words = 0;
      require(
          nodes.length == starts.length && nodes.length == lengths.length,
          "has sets of categories without a start or size");
      for (int i = 0; i < nodes.length; i++) {
        require(nodes[i] >= 0 && nodes[i] < size, "has a set of categories without a node");
        require(
            starts[i] >= 0 && lengths[i] >= 0 && (long) starts[i] + lengths[i] <= values.length,
            "has a set of categories that does not exist");
        sets[nodes[i]] = bits(values, starts[i], lengths[i]);
        words += sets[nodes[i]].length;
        require(words <= TreeEnsembleBuilder.MAX_SET_WORDS, "has too many categories");
      }
      return sets;
    }

    private int[] bits(int[] values, int start, int length) {
      int max = -1;
      for (int i = start; i < start + length; i++) {
        require(values[i] >= 0 && values[i] < MAX_CATEGORY, "has the category " + values[i]);
        max = Math.max(max, values[i]);
      }
      int[] words = new int[(max >> 5) + 1];
      for (int i = start; i < start + length; i++) {
        words[values[i] >> 5] |= 1 << (values[i] & 31);
      }
      return words;
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
