package io.synkro.predict.trees;

import io.synkro.predict.internal.IntArray;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sets of categories of an XGBoost tree; those in the set of a node go right. Source: {@code
 * LoadCategoricalSplit} in {@code src/tree/tree_model.cc} of XGBoost 3.4.0.
 */
final class XgboostSets {
  private static final int[] NONE = {};

  /** XGBoost knows no category from here on: {@code OutOfRangeCat} of categorical.h. */
  private static final int MAX_CATEGORY = 1 << 24;

  private final String name;
  private final int size;
  private final int[] owners;
  private final int[] starts;
  private final int[] lengths;
  private final int[] values;

  XgboostSets(XgboostTree written, String name) {
    this.name = name;
    this.size = XgboostDocument.present(name + "left_children", written.left()).length;
    this.owners = orNone(written.categoryNodes());
    this.starts = orNone(written.categorySegments());
    this.lengths = orNone(written.categorySizes());
    this.values = orNone(written.categories());
  }

  /** The categories that go right, ascending, for each node; empty for thresholds. */
  int[][] byNode() {
    int[][] sets = new int[size][];
    Arrays.fill(sets, NONE);
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
      sets[owners[i]] = ascending(starts[i], lengths[i]);
    }
    return sets;
  }

  private int[] ascending(int start, int length) {
    int[] sorted = Arrays.copyOfRange(values, start, start + length);
    Arrays.sort(sorted);
    IntArray set = new IntArray();
    for (int i = 0; i < length; i++) {
      if (sorted[i] < 0 || sorted[i] >= MAX_CATEGORY) {
        throw XgboostDocument.corrupt(name + "has the category " + sorted[i], null);
      }
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        set.add(sorted[i]);
      }
    }
    return set.toArray();
  }

  private static int[] orNone(int @Nullable [] written) {
    return written == null ? NONE : written;
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw XgboostDocument.corrupt(name + problem, null);
    }
  }
}
