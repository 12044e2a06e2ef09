package io.synkro.predict.trees.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Grows small forests with all that a node can be: repeated features, categories, missing values.
 */
final class RandomForest {
  static final int FEATURES = 5;

  /** Categories, thresholds and values are whole numbers below this, so that they often meet. */
  private static final int VALUES = 6;

  private final SplittableRandom random;
  private final Dialect dialect;
  private final int outputs;
  private final int width;

  private final List<int[]> nodes = new ArrayList<>(); // feature, rules, left, right
  private final List<Float> thresholds = new ArrayList<>();
  private final List<Double> nodeCovers = new ArrayList<>();
  private final List<Double> leafCovers = new ArrayList<>();
  private final List<Integer> setStart = new ArrayList<>(List.of(0));
  private final List<Integer> categories = new ArrayList<>();

  private RandomForest(long seed, int outputs, int width) {
    this.random = new SplittableRandom(seed);
    this.dialect = seed % 2 == 0 ? Dialect.LIGHTGBM : Dialect.XGBOOST;
    this.outputs = outputs;
    this.width = width;
  }

  /** Each tree adds to one of the outputs, or to all if {@code width} is their number. */
  static Forest of(long seed, int trees, int outputs, int width) {
    return new RandomForest(seed, outputs, width).grow(trees);
  }

  /** A row of whole numbers, zeros, numbers between and NaN. */
  static float[] row(SplittableRandom random) {
    float[] row = new float[FEATURES];
    for (int f = 0; f < FEATURES; f++) {
      row[f] =
          switch (random.nextInt(8)) {
            case 0 -> Float.NaN;
            case 1 -> 0;
            case 2 -> random.nextInt(-1, VALUES) + 0.5f;
            default -> random.nextInt(VALUES);
          };
    }
    return row;
  }

  private Forest grow(int trees) {
    int[] treeOutput = new int[trees];
    int[] nodeStart = new int[trees + 1];
    int[] leafStart = new int[trees + 1];
    for (int t = 0; t < trees; t++) {
      treeOutput[t] = width == 1 ? t % outputs : 0;
      node(random.nextInt(1, 7));
      nodeStart[t + 1] = nodes.size();
      leafStart[t + 1] = leafCovers.size();
    }
    Forest.Nodes asked =
        new Forest.Nodes(
            column(0), floats(), bytes(), column(2), column(3), ints(setStart), ints(categories));
    return new Forest(
        dialect,
        FEATURES,
        random.doubles(outputs).toArray(),
        treeOutput,
        nodeStart,
        leafStart,
        asked,
        width,
        random.doubles((long) leafCovers.size() * width, -1, 1).toArray(),
        new int[leafCovers.size()],
        new Forest.Cover(doubles(nodeCovers), doubles(leafCovers)));
  }

  /** Adds a node or a leaf and returns what its parent calls it. */
  private int node(int levels) {
    if (levels == 0 || random.nextInt(6) == 0) {
      // often nothing passed
      leafCovers.add(random.nextInt(4) == 0 ? 0.0 : random.nextInt(1, 50));
      return ~(leafCovers.size() - 1);
    }
    int number = nodes.size();
    int[] node = {random.nextInt(FEATURES), 0, 0, 0};
    nodes.add(node);
    thresholds.add((float) random.nextInt(-1, VALUES));
    nodeCovers.add(0.0);
    node[1] = rules(number);
    node[2] = node(levels - 1);
    node[3] = node(levels - 1);
    nodeCovers.set(number, cover(node[2]) + cover(node[3]));
    return number;
  }

  private int rules(int number) {
    int missing = random.nextInt(2) * Forest.MISSING_LEFT + random.nextInt(2) * 4;
    if (random.nextInt(4) > 0) {
      return missing + random.nextInt(2) * Forest.ZERO_IS_MISSING;
    }
    thresholds.set(number, (float) (setStart.size() - 1));
    for (int category = 0; category < VALUES; category++) {
      if (random.nextBoolean()) {
        categories.add(category);
      }
    }
    setStart.add(categories.size());
    return missing + Forest.CATEGORY + random.nextInt(2) * Forest.SET_GOES_RIGHT;
  }

  private double cover(int child) {
    return child >= 0 ? nodeCovers.get(child) : leafCovers.get(~child);
  }

  private int[] column(int which) {
    return nodes.stream().mapToInt(node -> node[which]).toArray();
  }

  private byte[] bytes() {
    byte[] rules = new byte[nodes.size()];
    for (int i = 0; i < rules.length; i++) {
      rules[i] = (byte) nodes.get(i)[1];
    }
    return rules;
  }

  private float[] floats() {
    float[] values = new float[thresholds.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = thresholds.get(i);
    }
    return values;
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(i -> i).toArray();
  }

  private static double[] doubles(List<Double> list) {
    return list.stream().mapToDouble(d -> d).toArray();
  }
}
