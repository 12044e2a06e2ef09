package io.synkro.predict.trees;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Models of random trees that ask for two numbers and a category. */
final class ForestSamples {
  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(Feature.number("price"), Feature.number("age"), Feature.category("store", 40)));

  private final SplittableRandom random;
  private final Dialect dialect;
  private final boolean covered;

  private ForestSamples(long seed, Dialect dialect, boolean covered) {
    this.random = new SplittableRandom(seed);
    this.dialect = dialect;
    this.covered = covered;
  }

  /** Models of both dialects, with and without covers and vectors for leaves, and an empty one. */
  static List<TreeModel> models() {
    return List.of(
        new ForestSamples(1, Dialect.LIGHTGBM, true).model(7, 1, 1, Link.of(Link.Kind.EXP)),
        new ForestSamples(2, Dialect.LIGHTGBM, false)
            .model(9, 3, 1, new Link(Link.Kind.SIGMOID, 1.0 / 3, 3)),
        new ForestSamples(3, Dialect.XGBOOST, true).model(5, 1, 1, Link.of(Link.Kind.STEP)),
        new ForestSamples(4, Dialect.XGBOOST, false).model(4, 3, 3, Link.of(Link.Kind.SORTED)),
        new ForestSamples(5, Dialect.XGBOOST, true).model(0, 2, 1, Link.of(Link.Kind.SOFTMAX)));
  }

  /** Rows in every corner: small, large, missing, unknown. */
  static FeatureTable rows(FeatureSchema schema) {
    float[] values = {0, 1, 2, -1, 0.5f, 39, 1e30f, -1e30f, Float.NaN, 1e-36f};
    float[][] columns = new float[schema.size()][values.length * values.length];
    for (int c = 0; c < columns.length; c++) {
      for (int r = 0; r < columns[c].length; r++) {
        columns[c][r] = values[(c % 2 == 0 ? r : r / values.length) % values.length];
      }
    }
    return new FeatureTable(schema, columns);
  }

  private TreeModel model(int trees, int outputs, int leafWidth, Link link) {
    double[] base = new double[outputs];
    Arrays.setAll(base, i -> value());
    ForestBuilder builder = new ForestBuilder("a sample", dialect, SCHEMA.size(), base, leafWidth);
    for (int t = 0; t < trees; t++) {
      builder.add(
          tree(t % 4 == 3 ? 0 : 1 + random.nextInt(40), leafWidth),
          outputOf(t, outputs, leafWidth));
    }
    OptionalInt best = trees > 6 ? OptionalInt.of(2) : OptionalInt.empty();
    return new TreeModel(
        dialect == Dialect.LIGHTGBM ? "lightgbm" : "xgboost",
        SCHEMA,
        new ParsedTrees(
            new TreeEnsemble(builder.build()),
            link,
            SCHEMA.names(),
            SCHEMA,
            leafWidth == 1 ? outputs : 1,
            best));
  }

  private static int outputOf(int tree, int outputs, int leafWidth) {
    return leafWidth == 1 ? tree % outputs : 0;
  }

  private double value() {
    double value = random.nextDouble(-1, 1);
    return dialect == Dialect.XGBOOST ? (float) value : value;
  }

  private ReadTree tree(int nodes, int leafWidth) {
    ReadTree tree = new ReadTree(nodes, nodes + 1, leafWidth);
    Arrays.setAll(tree.leafValue, i -> value());
    Arrays.setAll(tree.leafId, i -> 100 - i);
    if (covered) {
      tree.nodeCover = random.doubles(nodes, 0, 100).toArray();
      tree.leafCover = random.doubles(nodes + 1L, 0, 100).toArray();
    }
    int[] open = new int[nodes + 2]; // ends that lead nowhere yet: 2 · node + side
    int ends = 0;
    for (int i = 0; i < nodes; i++) {
      if (i > 0) {
        lead(tree, takeOne(open, ends--), i);
      }
      fillNode(tree, i);
      open[ends++] = 2 * i;
      open[ends++] = 2 * i + 1;
    }
    for (int leaf = 0; ends > 0; leaf++) {
      lead(tree, takeOne(open, ends--), ~leaf);
    }
    return tree;
  }

  private int takeOne(int[] open, int ends) {
    int at = random.nextInt(ends);
    int end = open[at];
    open[at] = open[ends - 1];
    return end;
  }

  private static void lead(ReadTree tree, int end, int child) {
    (end % 2 == 0 ? tree.left : tree.right)[end / 2] = child;
  }

  private void fillNode(ReadTree tree, int node) {
    tree.feature[node] = random.nextInt(SCHEMA.size());
    int missing = random.nextInt(2) * Forest.MISSING_LEFT;
    if (SCHEMA.features().get(tree.feature[node]).isCategory()) {
      tree.rules[node] = Forest.CATEGORY | Forest.NAN_IS_MISSING | missing;
      tree.sets[node] = random.ints(random.nextInt(9), 0, 40).sorted().distinct().toArray();
    } else {
      tree.rules[node] = missing | (random.nextBoolean() ? Forest.NAN_IS_MISSING : 0);
      tree.threshold[node] = (float) random.nextDouble(-2, 2);
    }
  }
}
