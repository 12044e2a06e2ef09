package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import java.util.Arrays;

/**
 * Refuses a forest that cannot be walked: what passes here, every kernel can take. Takes time and
 * memory in proportion to the forest.
 */
final class ForestCheck {
  /** A set's number is kept in a float, which is exact up to here. */
  private static final int MAX_SETS = 1 << 24;

  /** Floats hold every category below this one; kernels have bits for as many. */
  private static final int MAX_CATEGORY = 1 << 24;

  private static final int ALL_RULES =
      Forest.CATEGORY
          | Forest.MISSING_LEFT
          | Forest.NAN_IS_MISSING
          | Forest.ZERO_IS_MISSING
          | Forest.SET_GOES_RIGHT;

  private final String source;
  private final Forest forest;
  private final Forest.Nodes nodes;
  private final int nodeCount;
  private final int leafCount;

  /** The tree that is being checked. */
  private int tree;

  private boolean setsAscend;
  private int setsMet;

  /** No sum of leaves is further from zero. */
  private double reach;

  private ForestCheck(String source, Forest forest) {
    this.source = source;
    this.forest = forest;
    this.nodes = forest.nodes();
    this.nodeCount = nodes.feature().length;
    this.leafCount = forest.leafId().length;
  }

  /**
   * Checks a forest whose columns have lengths that go together.
   *
   * @param source the file or kind of text that it was read from
   * @param forest with any numbers in its columns
   * @throws CorruptModelException if it cannot be walked
   */
  static void check(String source, Forest forest) {
    new ForestCheck(source, forest).check();
  }

  private void check() {
    checkStarts();
    checkSetStarts();
    PathCheck paths = new PathCheck(source, forest);
    for (tree = 0; tree < forest.trees(); tree++) {
      checkOutput();
      checkLeaves();
      checkNodes();
      paths.check(tree);
    }
    if (setsMet != nodes.setStart().length - 1) {
      throw corrupt("it has sets of categories that no node asks for");
    }
    checkBase();
  }

  private void checkBase() {
    double[] base = forest.base();
    for (double start : base) {
      if (!Double.isFinite(start)) {
        throw corrupt("its base score is not finite: " + Arrays.toString(base));
      }
      if (!isOfDialect(start)) {
        throw corrupt("its base score is no float: " + Arrays.toString(base));
      }
      if (Math.abs(start) + reach > largestSum()) {
        throw corrupt("the sum of its leaf values may overflow");
      }
    }
  }

  /** Half of what a sum can hold, so that no rounding leads beyond it. */
  private double largestSum() {
    return (forest.dialect() == Dialect.XGBOOST ? Float.MAX_VALUE : Double.MAX_VALUE) / 2;
  }

  private void checkStarts() {
    int[] nodeStart = forest.nodeStart();
    int[] leafStart = forest.leafStart();
    if (nodeStart[0] != 0 || leafStart[0] != 0) {
      throw corrupt("its first tree does not begin at 0");
    }
    for (tree = 0; tree < forest.trees(); tree++) {
      long size = (long) nodeStart[tree + 1] - nodeStart[tree];
      require(size >= 0, "has less than no nodes");
      require(
          (long) leafStart[tree + 1] - leafStart[tree] == size + 1,
          "does not have one leaf more than nodes");
    }
    if (nodeStart[forest.trees()] != nodeCount || leafStart[forest.trees()] != leafCount) {
      throw corrupt("its trees do not have all its nodes and leaves");
    }
  }

  private void checkSetStarts() {
    int[] starts = nodes.setStart();
    int sets = starts.length - 1;
    if (sets > MAX_SETS) {
      throw corrupt("it has %d sets of categories".formatted(sets));
    }
    boolean rise = starts[0] == 0 && starts[sets] == nodes.categories().length;
    for (int s = 0; s < sets; s++) {
      rise &= starts[s] <= starts[s + 1];
    }
    if (!rise) {
      throw corrupt("its sets of categories do not begin one after the other");
    }
    setsAscend = setsAscend();
  }

  /**
   * Returns whether no set is wrong; for most forests the only look at what may be most of them.
   */
  private boolean setsAscend() {
    int[] categories = nodes.categories();
    int[] starts = nodes.setStart();
    int outside = 0; // below zero if a category is
    for (int category : categories) {
      outside |= category | (MAX_CATEGORY - 1 - category);
    }
    int steps = 0; // to a category that is not larger
    for (int i = 1; i < categories.length; i++) {
      steps += (categories[i] - categories[i - 1] - 1) >>> 31;
    }
    for (int s = 0; s + 1 < starts.length; s++) { // these are between two sets
      int at = starts[s];
      if (at > 0 && at < starts[s + 1]) {
        steps -= (categories[at] - categories[at - 1] - 1) >>> 31;
      }
    }
    return outside >= 0 && steps == 0;
  }

  private void checkOutput() {
    int output = forest.treeOutput()[tree];
    if (output < 0 || output > forest.outputs() - forest.leafWidth()) {
      throw corrupt("tree %d belongs to output %d".formatted(tree, output));
    }
  }

  private void checkLeaves() {
    int from = forest.leafStart()[tree];
    int to = forest.leafStart()[tree + 1];
    double largest = 0;
    boolean ofDialect = true;
    for (int i = from * forest.leafWidth(); i < to * forest.leafWidth(); i++) {
      double value = forest.leafValue()[i];
      largest = Math.max(largest, Math.abs(value)); // NaN if any value is
      ofDialect &= isOfDialect(value);
    }
    require(Double.isFinite(largest), "has a leaf value that is not finite");
    require(ofDialect, "has a leaf value that is no float");
    reach += largest;
    if (forest.isCovered()) {
      checkCovers(forest.cover().leaf(), from, to);
      checkCovers(forest.cover().node(), forest.nodeStart()[tree], forest.nodeStart()[tree + 1]);
    }
  }

  /** XGBoost adds floats, and kernels may round before they add or after. */
  private boolean isOfDialect(double value) {
    return forest.dialect() != Dialect.XGBOOST || (float) value == value;
  }

  private void checkCovers(double[] covers, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!(covers[i] >= 0 && covers[i] < Double.POSITIVE_INFINITY)) {
        throw corruptTree("has the cover " + covers[i]);
      }
    }
  }

  private void checkNodes() {
    int from = forest.nodeStart()[tree];
    int to = forest.nodeStart()[tree + 1];
    int rules = 0;
    int outside = 0; // below zero if a feature is
    for (int i = from; i < to; i++) {
      rules |= nodes.rules()[i];
      outside |= nodes.feature()[i] | (forest.features() - 1 - nodes.feature()[i]);
    }
    require((rules & ~ALL_RULES) == 0, "has a rule that there is not");
    if (outside < 0) {
      throw corruptTree("asks for feature " + outsider(from));
    }
    for (int i = from; i < to; i++) {
      if ((nodes.rules()[i] & Forest.CATEGORY) == 0) {
        require(!Float.isNaN(nodes.threshold()[i]), "has a threshold that is not a number");
      } else {
        // one set a node, in order: no small file can make kernels unfold a large set often
        require(
            setsMet < nodes.setStart().length - 1 && nodes.threshold()[i] == setsMet,
            "asks for another set of categories than its own");
        if (!setsAscend) {
          checkSet(nodes.setStart()[setsMet], nodes.setStart()[setsMet + 1]);
        }
        setsMet++;
      }
    }
  }

  private int outsider(int from) {
    int at = from;
    while (nodes.feature()[at] >= 0 && nodes.feature()[at] < forest.features()) {
      at++;
    }
    return nodes.feature()[at];
  }

  private void checkSet(int from, int to) {
    int[] categories = nodes.categories();
    for (int i = from; i < to; i++) {
      if (categories[i] < 0 || categories[i] >= MAX_CATEGORY) {
        throw corruptTree("has the category " + categories[i]);
      }
      require(i == from || categories[i] > categories[i - 1], "has a category twice in a set");
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw corruptTree(problem);
    }
  }

  private CorruptModelException corruptTree(String problem) {
    return corrupt("tree " + tree + " " + problem);
  }

  private CorruptModelException corrupt(String problem) {
    return new CorruptModelException(source, problem, null);
  }
}
