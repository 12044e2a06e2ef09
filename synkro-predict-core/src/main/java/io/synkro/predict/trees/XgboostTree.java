package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree of an XGBoost model as it is written: nodes and leaves share their numbers, a leaf is a
 * node whose left child is -1. A leaf of one number has it where others have their threshold; a
 * leaf of many has the place of its numbers where others have their right child. What pruning has
 * cut off stays in the arrays, and nothing leads there. Source: {@code SaveModel} in {@code
 * src/tree/tree_model.cc} and {@code src/tree/multi_target_tree_model.cc} of XGBoost 3.4.0.
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record XgboostTree(
    @Nullable Integer id,
    @JsonProperty("tree_param") @Nullable Map<String, String> parameters,
    @JsonProperty("left_children") int @Nullable [] left,
    @JsonProperty("right_children") int @Nullable [] right,
    @JsonProperty("split_indices") int @Nullable [] feature,
    @JsonProperty("split_conditions") float @Nullable [] condition,
    @JsonProperty("leaf_weights") float @Nullable [] leafWeights,
    @JsonProperty("sum_hessian") float @Nullable [] cover,
    @JsonProperty("default_left") @JsonDeserialize(using = XgboostFlags.class)
        int @Nullable [] defaultLeft,
    @JsonProperty("split_type") int @Nullable [] splitType,
    @JsonProperty("categories_nodes") int @Nullable [] categoryNodes,
    @JsonProperty("categories_segments") int @Nullable [] categorySegments,
    @JsonProperty("categories_sizes") int @Nullable [] categorySizes,
    int @Nullable [] categories) {

  /** Numbers in a leaf; versions before 2.0 write 0 for one. */
  int leafWidth() {
    return Math.max(1, parameter("size_leaf_vector", 1));
  }

  int parameter(String name, int missing) {
    String text = parameters == null ? null : parameters.get(name);
    return text == null ? missing : XgboostDocument.whole(name, text, 0, Integer.MAX_VALUE);
  }
}
