package io.synkro.predict.trees;

import io.synkro.predict.internal.IntArray;
import io.synkro.predict.trees.internal.Forest;
import java.util.Arrays;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The lines {@code key=value} of the header or of one tree of a LightGBM text. */
record LightGbmSection(String source, String name, Map<String, String> keys) {
  String text(String key) {
    String value = keys.get(key);
    if (value == null) {
      throw corrupt("has no " + key, null);
    }
    return value;
  }

  int number(String key, int low, int high) {
    int[] numbers = new int[1];
    fill(key, numbers);
    if (numbers[0] < low || numbers[0] > high) {
      throw corrupt("has %s=%d".formatted(key, numbers[0]), null);
    }
    return numbers[0];
  }

  ReadTree tree() {
    if (keys.containsKey("is_linear") && number("is_linear", 0, 1) == 1) {
      throw new UnsupportedModelException(
          "lightgbm", "is_linear=1", "train with linear_tree=false");
    }
    int leaves = number("num_leaves", 1, Integer.MAX_VALUE);
    tokens("leaf_value", leaves); // counts before arrays of that size are made
    ReadTree tree = new ReadTree(leaves - 1, leaves, 1);
    fill("leaf_value", tree.leafValue);
    if (leaves > 1) { // LightGBM leaves the other lines of a single leaf out, or empty
      int[] decision = new int[leaves - 1];
      fill("decision_type", decision);
      fill("split_feature", tree.feature);
      double[] threshold = new double[leaves - 1];
      fill("threshold", threshold);
      for (int i = 0; i < threshold.length; i++) {
        tree.threshold[i] = floor(threshold[i]);
      }
      fill("left_child", tree.left);
      fill("right_child", tree.right);
      fillRules(decision, tree.rules);
      fillSets(decision, threshold, tree);
    }
    return tree;
  }

  /** Bit 0: category, bit 1: default left, bits 2 and 3: missing is none (0), zero (1), NaN (2). */
  private void fillRules(int[] decision, int[] rules) {
    for (int i = 0; i < rules.length; i++) {
      int missing = decision[i] >> 2;
      if (decision[i] < 0 || missing > 2) {
        throw corrupt("has decision_type " + decision[i], null);
      }
      if ((decision[i] & 1) != 0) {
        rules[i] = Forest.CATEGORY | Forest.NAN_IS_MISSING; // to the right
      } else {
        rules[i] =
            ((decision[i] & 2) != 0 ? Forest.MISSING_LEFT : 0)
                | (missing == 1 ? Forest.ZERO_IS_MISSING : 0)
                | (missing == 2 ? Forest.NAN_IS_MISSING : 0);
      }
    }
  }

  /** The threshold of a categorical node is the number of its set. */
  private void fillSets(int[] decision, double[] threshold, ReadTree tree) {
    int count = number("num_cat", 0, decision.length);
    if (count == 0) {
      require(Arrays.stream(decision).noneMatch(d -> (d & 1) != 0), "has no num_cat");
      return;
    }
    int[] boundaries = new int[count + 1];
    fill("cat_boundaries", boundaries);
    for (int i = 0; i < count; i++) {
      require(
          boundaries[0] == 0 && boundaries[i + 1] >= boundaries[i],
          "has cat_boundaries that do not rise from 0");
    }
    tokens("cat_threshold", boundaries[count]);
    int[] words = new int[boundaries[count]];
    fill("cat_threshold", words.length, (i, token) -> words[i] = Integer.parseUnsignedInt(token));
    for (int i = 0; i < decision.length; i++) {
      if ((decision[i] & 1) != 0) {
        int set = (int) threshold[i];
        require(
            set >= 0 && set < count && set == threshold[i],
            "asks for the set of categories " + threshold[i]);
        tree.sets[i] = bits(words, boundaries[set], boundaries[set + 1]);
      }
    }
  }

  private static int[] bits(int[] words, int from, int to) {
    IntArray set = new IntArray();
    for (int w = from; w < to; w++) {
      for (int rest = words[w]; rest != 0; rest &= rest - 1) {
        set.add((w - from) * 32 + Integer.numberOfTrailingZeros(rest));
      }
    }
    return set.toArray();
  }

  /** The largest float up to a threshold: for floats the question stays the same. */
  private static float floor(double threshold) {
    float rounded = (float) threshold;
    return rounded > threshold ? Math.nextDown(rounded) : rounded;
  }

  private void fill(String key, int[] values) {
    fill(key, values.length, (i, token) -> values[i] = Integer.parseInt(token));
  }

  private void fill(String key, double[] values) {
    fill(key, values.length, (i, token) -> values[i] = parseDouble(token));
  }

  /** C++ writes infinity as "inf"; a threshold of "inf" parts missing values from all others. */
  private static double parseDouble(String token) {
    return switch (token) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(token);
    };
  }

  private void fill(String key, int length, TokenTarget target) {
    StringTokenizer tokens = tokens(key, length);
    try {
      for (int i = 0; i < length; i++) {
        target.accept(i, tokens.nextToken());
      }
    } catch (NumberFormatException e) {
      throw corrupt("has a number in %s that is none".formatted(key), e);
    }
  }

  /** Takes the token at a position. */
  private interface TokenTarget {
    void accept(int position, String token);
  }

  /** Counts before anything is allocated, so that no wrong count can ask for more than the text. */
  private StringTokenizer tokens(String key, int expected) {
    StringTokenizer tokens = new StringTokenizer(text(key), " ");
    int actual = tokens.countTokens();
    if (actual != expected) {
      throw corrupt("has %d values in %s, not %d".formatted(actual, key, expected), null);
    }
    return tokens;
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw corrupt(problem, null);
    }
  }

  private CorruptModelException corrupt(String problem, @Nullable Throwable cause) {
    return new CorruptModelException(source, name + " " + problem, cause);
  }
}
