package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Forest;
import java.util.Arrays;

/** Reads the section of one tree. Source: {@code Tree::Tree(const char*)} of tree.cpp. */
final class LightGbmTree {
  private static final int[] NONE = {};

  /** Words of 32 categories each, all below 2^24. */
  private static final int MOST_WORDS = 1 << 19;

  private final LightGbmSection section;
  private final int leaves;

  LightGbmTree(LightGbmSection section) {
    this.section = section;
    if (section.has("is_linear") && section.number("is_linear", 0, 1) == 1) {
      throw new UnsupportedModelException(
          LightGbmText.ENGINE, "is_linear=1", "train with linear_tree=false");
    }
    this.leaves = section.number("num_leaves", 1, Integer.MAX_VALUE);
  }

  ReadTree tree() {
    double[] values = section.doubles("leaf_value", leaves); // counts before the tree is made
    ReadTree tree = new ReadTree(leaves - 1, leaves, 1);
    System.arraycopy(values, 0, tree.leafValue, 0, leaves);
    if (leaves > 1) { // LightGBM leaves the other lines of a single leaf out, or empty
      fillNodes(tree);
    }
    fillCovers(tree);
    return tree;
  }

  private void fillNodes(ReadTree tree) {
    int nodes = leaves - 1;
    int[] decision = section.ints("decision_type", nodes);
    double[] threshold = section.doubles("threshold", nodes);
    copy("split_feature", tree.feature);
    copy("left_child", tree.left);
    copy("right_child", tree.right);
    for (int i = 0; i < nodes; i++) {
      tree.threshold[i] = floor(threshold[i]);
      tree.rules[i] = rules(decision[i]);
    }
    fillSets(decision, threshold, tree);
  }

  private void copy(String key, int[] target) {
    System.arraycopy(section.ints(key, target.length), 0, target, 0, target.length);
  }

  /** Bit 0: category, bit 1: default left, bits 2 and 3: missing is none (0), zero (1), NaN (2). */
  private int rules(int decision) {
    int missing = decision >> 2;
    if (decision < 0 || missing > 2) {
      throw section.corrupt("has decision_type " + decision, null);
    }
    if ((decision & 1) != 0) {
      return Forest.CATEGORY | Forest.NAN_IS_MISSING; // to the right
    }
    return ((decision & 2) != 0 ? Forest.MISSING_LEFT : 0)
        | (missing == 1 ? Forest.ZERO_IS_MISSING : 0)
        | (missing == 2 ? Forest.NAN_IS_MISSING : 0);
  }

  /** The threshold of a categorical node is the number of its set; every set has one node. */
  private void fillSets(int[] decision, double[] threshold, ReadTree tree) {
    int count = section.number("num_cat", 0, decision.length);
    long categorical = Arrays.stream(decision).filter(d -> (d & 1) != 0).count();
    if (categorical != count) {
      throw section.corrupt("has num_cat=%d and %d such nodes".formatted(count, categorical), null);
    }
    if (count == 0) {
      return;
    }
    int[] boundaries = section.ints("cat_boundaries", count + 1);
    for (int i = 0; i < count; i++) {
      if (boundaries[0] != 0 || boundaries[i + 1] < boundaries[i]) {
        throw section.corrupt("has cat_boundaries that do not rise from 0", null);
      }
    }
    int[] words = section.bits("cat_threshold", boundaries[count]);
    boolean[] taken = new boolean[count];
    for (int i = 0; i < decision.length; i++) {
      if ((decision[i] & 1) != 0) {
        int set = (int) threshold[i];
        if (set < 0 || set >= count || set != threshold[i] || taken[set]) {
          throw section.corrupt("asks for the set of categories " + threshold[i], null);
        }
        taken[set] = true;
        if (boundaries[set + 1] - boundaries[set] > MOST_WORDS) {
          throw section.corrupt("has a category above 2^24", null);
        }
        tree.sets[i] = bits(words, boundaries[set], boundaries[set + 1]);
      }
    }
  }

  private static int[] bits(int[] words, int from, int to) {
    int count = 0;
    for (int w = from; w < to; w++) {
      count += Integer.bitCount(words[w]);
    }
    int[] set = count == 0 ? NONE : new int[count];
    int at = 0;
    for (int w = from; w < to; w++) {
      for (int rest = words[w]; rest != 0; rest &= rest - 1) {
        set[at++] = (w - from) * 32 + Integer.numberOfTrailingZeros(rest);
      }
    }
    return set;
  }

  /** LightGBM says nothing of a single leaf, where all rows go, or 0. */
  private void fillCovers(ReadTree tree) {
    if (leaves == 1) {
      tree.leafCover = new double[1];
    } else if (section.has("leaf_count") && section.has("internal_count")) {
      tree.leafCover = section.doubles("leaf_count", leaves);
      tree.nodeCover = section.doubles("internal_count", leaves - 1);
    }
  }

  /** The largest float up to a threshold: for floats the question stays the same. */
  private static float floor(double threshold) {
    float rounded = (float) threshold;
    return rounded > threshold ? Math.nextDown(rounded) : rounded;
  }
}
