package io.synkro.predict.trees.internal;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random forests that use every rule, and rows that meet their thresholds. */
final class RandomForests {
  static final int NUMBERS = 5;
  static final int CATEGORIES = 3;
  private static final int[] CODES = {4, 40, 200_000};
  private static final float[] VALUES = {
    0, -0f, 1e-36f, -1e-35f, Float.MIN_VALUE, 1, -1, 3e38f, -3e38f, 1e30f
  };
  private static final int[] NUMBER_RULES = {
    0,
    Forest.MISSING_LEFT,
    Forest.NAN_IS_MISSING,
    Forest.NAN_IS_MISSING | Forest.MISSING_LEFT,
    Forest.ZERO_IS_MISSING,
    Forest.ZERO_IS_MISSING | Forest.MISSING_LEFT
  };

  private final SplittableRandom random;
  private final float[][] thresholds = new float[NUMBERS][12];

  RandomForests(long seed) {
    this.random = new SplittableRandom(seed);
    for (float[] column : thresholds) {
      for (int i = 0; i < column.length; i++) {
        column[i] =
            random.nextInt(3) == 0
                ? VALUES[random.nextInt(VALUES.length)]
                : (float) random.nextDouble(-5, 5);
      }
    }
    thresholds[0][0] = Float.POSITIVE_INFINITY;
    thresholds[1][0] = Float.NEGATIVE_INFINITY;
  }

  /** What a forest should be like. */
  record Shape(Dialect dialect, int trees, int mostLeaves, int outputs, int leafWidth) {}

  Forest forest(Shape shape) {
    int trees = shape.trees();
    int[] leafCount = new int[trees];
    for (int t = 0; t < trees; t++) {
      leafCount[t] = t == 1 ? 1 : 1 + random.nextInt(shape.mostLeaves());
    }
    if (trees > 0) {
      leafCount[0] = shape.mostLeaves();
    }
    int[] leafStart = new int[trees + 1];
    int[] nodeStart = new int[trees + 1];
    for (int t = 0; t < trees; t++) {
      leafStart[t + 1] = leafStart[t] + leafCount[t];
      nodeStart[t + 1] = nodeStart[t] + leafCount[t] - 1;
    }
    int nodes = nodeStart[trees];
    int leaves = leafStart[trees];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    for (int t = 0; t < trees; t++) {
      grow(leafCount[t], nodeStart[t], leafStart[t], left, right);
    }
    double[] values = random.doubles((long) leaves * shape.leafWidth(), -1, 1).toArray();
    if (shape.dialect() == Dialect.XGBOOST) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) values[i];
      }
    }
    double[] base = new double[shape.outputs()];
    base[0] = 0.5;
    int[] output = random.ints(trees, 0, shape.leafWidth() > 1 ? 1 : shape.outputs()).toArray();
    boolean covered = random.nextBoolean();
    return new Forest(
        shape.dialect(),
        NUMBERS + CATEGORIES,
        base,
        output,
        nodeStart,
        leafStart,
        questions(nodes, left, right, shape.dialect()),
        shape.leafWidth(),
        values,
        IntStream.range(0, leaves).toArray(),
        covered
            ? new Forest.Cover(
                random.doubles(nodes, 1, 9).toArray(), random.doubles(leaves, 0, 9).toArray())
            : new Forest.Cover(new double[0], new double[0]));
  }

  /** Splits a random leaf until there are enough; nodes get their numbers in a random order. */
  private void grow(int leaves, int firstNode, int firstLeaf, int[] left, int[] right) {
    int[] parent = new int[leaves];
    boolean[] isRight = new boolean[leaves];
    for (int n = 0; n < leaves - 1; n++) { // leaf n + 1 is new, leaf at moves below node n
      int at = random.nextInt(n + 1);
      int node = firstNode + n;
      if (n > 0) {
        (isRight[at] ? right : left)[parent[at]] = node;
      }
      boolean newGoesRight = random.nextBoolean();
      left[node] = ~(firstLeaf + (newGoesRight ? at : n + 1));
      right[node] = ~(firstLeaf + (newGoesRight ? n + 1 : at));
      parent[at] = node;
      parent[n + 1] = node;
      isRight[at] = !newGoesRight;
      isRight[n + 1] = newGoesRight;
    }
  }

  private Forest.Nodes questions(int nodes, int[] left, int[] right, Dialect dialect) {
    int[] feature = new int[nodes];
    float[] threshold = new float[nodes];
    byte[] rules = new byte[nodes];
    IntStream.Builder categories = IntStream.builder();
    IntStream.Builder starts = IntStream.builder().add(0);
    int sets = 0;
    int total = 0;
    for (int n = 0; n < nodes; n++) {
      feature[n] = random.nextInt(NUMBERS + CATEGORIES);
      if (feature[n] < NUMBERS) {
        threshold[n] = thresholds[feature[n]][random.nextInt(12)];
        rules[n] = (byte) NUMBER_RULES[random.nextInt(NUMBER_RULES.length)];
        continue;
      }
      int codes = CODES[feature[n] - NUMBERS];
      int[] set =
          random.ints(random.nextInt(Math.min(codes, 20)), 0, codes).sorted().distinct().toArray();
      IntStream.of(set).forEach(categories::add);
      total += set.length;
      starts.add(total);
      threshold[n] = sets++;
      int rule = Forest.CATEGORY | Forest.NAN_IS_MISSING;
      rule |= dialect == Dialect.XGBOOST ? Forest.SET_GOES_RIGHT : 0;
      rule |= dialect == Dialect.XGBOOST && random.nextBoolean() ? Forest.MISSING_LEFT : 0;
      rules[n] = (byte) rule;
    }
    int[] setStart = starts.build().toArray();
    int[] all = categories.build().toArray();
    return new Forest.Nodes(feature, threshold, rules, left, right, setStart, all);
  }

  FeatureTable rows(int count) {
    float[][] columns = new float[NUMBERS + CATEGORIES][count];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < count; r++) {
        columns[c][r] = c < NUMBERS ? number(c) : category(CODES[c - NUMBERS]);
      }
    }
    return new FeatureTable(
        new FeatureSchema(
            IntStream.range(0, columns.length).mapToObj(c -> Feature.number("f" + c)).toList()),
        columns);
  }

  private float number(int column) {
    float threshold = thresholds[column][random.nextInt(12)];
    return switch (random.nextInt(8)) {
      case 0 -> Float.NaN;
      case 1 -> random.nextBoolean() ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
      case 2 -> VALUES[random.nextInt(VALUES.length)];
      case 3 -> threshold;
      case 4 -> Math.nextUp(threshold);
      case 5 -> Math.nextDown(threshold);
      default -> (float) random.nextDouble(-6, 6);
    };
  }

  private float category(int codes) {
    return switch (random.nextInt(8)) {
      case 0 -> Float.NaN;
      case 1 -> -random.nextInt(3) - 0.5f;
      case 2 -> codes + random.nextInt(1000);
      case 3 -> random.nextInt(codes) + 0.5f;
      case 4 -> random.nextBoolean() ? 3e9f : -3e9f;
      default -> random.nextInt(codes);
    };
  }
}
