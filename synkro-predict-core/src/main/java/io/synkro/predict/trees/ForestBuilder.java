package io.synkro.predict.trees;

import io.synkro.predict.internal.IntArray;
import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Collects the trees that a reader has found and refuses those that cannot be walked. */
final class ForestBuilder {
  private final String source;
  private final Dialect dialect;
  private final int features;
  private final double[] base;
  private final int leafWidth;
  private final List<ReadTree> trees = new ArrayList<>();
  private final IntArray treeOutput = new IntArray();

  ForestBuilder(String source, Dialect dialect, int features, double[] base, int leafWidth) {
    this.source = source;
    this.dialect = dialect;
    this.features = features;
    this.base = base;
    this.leafWidth = leafWidth;
  }

  int trees() {
    return trees.size();
  }

  /** Adds a tree to an output. It may hold any numbers: {@link #build} checks them. */
  void add(ReadTree tree, int output) {
    if (tree.leafValue.length != tree.leafId.length * (long) leafWidth) {
      throw new CorruptModelException(
          source, "tree %d has leaves of another width".formatted(trees.size()), null);
    }
    trees.add(tree);
    treeOutput.add(output);
  }

  Forest build() {
    Forest forest = forest();
    ForestCheck.check(source, forest);
    return forest;
  }

  private Forest forest() {
    int[] nodeStart = starts(tree -> tree.feature.length);
    int[] leafStart = starts(tree -> tree.leafId.length);
    return new Forest(
        dialect,
        features,
        base.clone(),
        treeOutput.toArray(),
        nodeStart,
        leafStart,
        nodes(nodeStart, leafStart),
        leafWidth,
        doubles(tree -> tree.leafValue),
        ints(tree -> tree.leafId),
        cover());
  }

  private Forest.Cover cover() {
    boolean covered = trees.stream().allMatch(ReadTree::isCovered);
    return covered
        ? new Forest.Cover(doubles(tree -> tree.nodeCover), doubles(tree -> tree.leafCover))
        : new Forest.Cover(new double[0], new double[0]);
  }

  private Forest.Nodes nodes(int[] nodeStart, int[] leafStart) {
    int count = nodeStart[trees.size()];
    float[] threshold = new float[count];
    byte[] rules = new byte[count];
    int[] left = new int[count];
    int[] right = new int[count];
    IntArray setStart = new IntArray();
    IntArray categories = new IntArray();
    setStart.add(0);
    for (int t = 0; t < trees.size(); t++) {
      ReadTree tree = trees.get(t);
      for (int i = 0; i < tree.feature.length; i++) {
        int node = nodeStart[t] + i;
        threshold[node] = tree.threshold[i];
        rules[node] = (byte) tree.rules[i];
        left[node] = shifted(tree.left[i], nodeStart[t], leafStart[t]);
        right[node] = shifted(tree.right[i], nodeStart[t], leafStart[t]);
        if ((tree.rules[i] & Forest.CATEGORY) != 0) {
          threshold[node] = setStart.size() - 1;
          categories.addAll(tree.sets[i]);
          setStart.add(categories.size());
        }
      }
    }
    int[] feature = ints(tree -> tree.feature);
    return new Forest.Nodes(
        feature, threshold, rules, left, right, setStart.toArray(), categories.toArray());
  }

  /** A number that is too large stays too large. */
  private static int shifted(int child, int firstNode, int firstLeaf) {
    return child >= 0 ? sum(firstNode, child) : ~sum(firstLeaf, ~child);
  }

  private static int sum(int first, int position) {
    return (int) Math.min((long) first + position, Integer.MAX_VALUE);
  }

  private int[] starts(ToIntFunction<ReadTree> size) {
    int[] starts = new int[trees.size() + 1];
    for (int t = 0; t < trees.size(); t++) {
      starts[t + 1] = Math.addExact(starts[t], size.applyAsInt(trees.get(t)));
    }
    return starts;
  }

  private int[] ints(Function<ReadTree, int[]> column) {
    int[] all = new int[trees.stream().mapToInt(tree -> column.apply(tree).length).sum()];
    int at = 0;
    for (ReadTree tree : trees) {
      int[] part = column.apply(tree);
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private double[] doubles(Function<ReadTree, double[]> column) {
    double[] all = new double[trees.stream().mapToInt(tree -> column.apply(tree).length).sum()];
    int at = 0;
    for (ReadTree tree : trees) {
      double[] part = column.apply(tree);
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
