package io.synkro.predict.trees;

import io.synkro.predict.trees.XgboostDocument.Booster;
import io.synkro.predict.trees.XgboostDocument.Learner;
import io.synkro.predict.trees.XgboostDocument.Model;
import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes trees of a parsed document. Sources: {@code LearnerModelParamLegacy} and {@code
 * InitModelParam} in {@code src/learner.cc}, {@code LoadModel} in {@code src/gbm/gbtree.cc}, and
 * {@code PredValueByOneTree} in {@code src/predictor/cpu_predictor.cc} of XGBoost 3.4.0.
 */
final class XgboostModel {
  private static final int NEWEST_MAJOR = 3;
  private static final int NEWEST_MINOR = 4;
  private static final int MAX_OUTPUTS = 100_000;

  /** A file of a few bytes may claim any number of features, each of which becomes an object. */
  private static final int MAX_UNNAMED = 100_000;

  private final Learner learner;
  private final Booster booster;
  private final Model model;
  private final List<XgboostTree> trees;
  private final int outputs;
  private final int features;

  XgboostModel(@Nullable XgboostDocument document) {
    XgboostDocument present = XgboostDocument.present("learner", document);
    checkVersion(present.version());
    this.learner = XgboostDocument.present("learner", present.learner());
    this.booster = XgboostDocument.present("gradient_booster", learner.booster());
    this.model = model(booster);
    this.trees = XgboostDocument.present("trees", model.trees());
    this.outputs = outputs();
    this.features = learner.parameter("num_feature", 1, Integer.MAX_VALUE);
    if (features > MAX_UNNAMED && learner.names().isEmpty()) {
      throw new UnsupportedModelException(
          XgboostJson.ENGINE, "num_feature=" + features, "give the features names");
    }
  }

  ParsedTrees parsed() {
    XgboostObjective objective = XgboostObjective.of(learner.objectiveName());
    if (objective.link().kind() == Link.Kind.SOFTMAX && outputs == 1) {
      throw XgboostDocument.corrupt("an objective of many classes has 1", null);
    }
    int width = trees.isEmpty() ? 1 : trees.get(0).leafWidth();
    if (width != 1 && width != outputs) {
      throw XgboostDocument.corrupt(
          "leaves of %d numbers add to %d outputs".formatted(width, outputs), null);
    }
    ForestBuilder builder =
        new ForestBuilder(XgboostJson.SOURCE, Dialect.XGBOOST, features, base(objective), width);
    addTrees(builder, width);
    Forest forest = builder.build();
    XgboostFeatures told = new XgboostFeatures(features, learner.names(), learner.types());
    told.add(forest);
    XgboostRounds rounds = XgboostRounds.of(model, width == 1 ? outputs : 1);
    return new ParsedTrees(
        new TreeEnsemble(forest),
        objective.link(),
        learner.names(),
        told.schema(),
        rounds.treesPerRound(),
        best(rounds));
  }

  private static void checkVersion(int @Nullable [] version) {
    if (version == null || version.length < 2) {
      return;
    }
    boolean newer =
        version[0] > NEWEST_MAJOR || (version[0] == NEWEST_MAJOR && version[1] > NEWEST_MINOR);
    if (newer) { // minor versions have changed what the same file means
      throw new UnsupportedModelException(
          XgboostJson.ENGINE,
          "version %d.%d".formatted(version[0], version[1]),
          "update this library, or train with XGBoost 3.4");
    }
  }

  private static Model model(Booster booster) {
    String name = XgboostDocument.present("name of the booster", booster.name());
    return switch (name) {
      case "gbtree" -> XgboostDocument.present("model", booster.model());
      case "dart" ->
          XgboostDocument.present(
              "model", XgboostDocument.present("gbtree", booster.gbtree()).model());
      default ->
          throw new UnsupportedModelException(
              XgboostJson.ENGINE, "booster=" + name, "train with booster=gbtree");
    };
  }

  private int outputs() {
    int classes = learner.parameter("num_class", 0, MAX_OUTPUTS);
    int targets = learner.parameter("num_target", 1, 1, MAX_OUTPUTS); // since version 1.6
    if (classes > 1 && targets > 1) { // XGBoost refuses it as well
      throw XgboostDocument.corrupt(
          "it has %d classes and %d targets".formatted(classes, targets), null);
    }
    return Math.max(1, Math.max(classes, targets));
  }

  /** A model that was never trained has not turned its base score into a margin yet. */
  private double[] base(XgboostObjective objective) {
    float[] scores = learner.baseScores(outputs);
    boolean untrained = trees.isEmpty() && learner.parameter("boost_from_average", 1, 0, 1) == 1;
    return untrained
        ? new XgboostObjective(objective.link(), XgboostObjective.Start.AS_IS).margins(scores)
        : objective.margins(scores);
  }

  private void addTrees(ForestBuilder builder, int width) {
    int[] treeOutputs = XgboostDocument.present("tree_info", model.treeInfo());
    float[] weights = weights();
    int count = trees.size();
    requireCount("tree_info", treeOutputs.length);
    requireCount("num_trees", model.parameter("num_trees", count, 0));
    requireCount("weight_drop", weights.length == 0 ? count : weights.length);
    for (int i = 0; i < count; i++) {
      ReadTree tree = new XgboostTreeReader(trees.get(i), i, width).tree();
      if (weights.length > 0) {
        weigh(tree.leafValue, weights[i]);
      }
      builder.add(tree, treeOutputs[i]);
    }
  }

  private void requireCount(String name, int count) {
    if (count != trees.size()) {
      throw XgboostDocument.corrupt(
          "it has %d trees, but %s is of %d".formatted(trees.size(), name, count), null);
    }
  }

  private float[] weights() {
    float[] weights = booster.weights() == null ? model.weights() : booster.weights();
    return weights == null ? new float[0] : weights;
  }

  /**
   * XGBoost multiplies floats and then adds the product to the sum, so that the product can stand
   * for the leaf to the last bit (where the compiler does not make one operation of the two; on
   * x86-64 it does not).
   */
  private static void weigh(double[] leaves, float weight) {
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = (float) leaves[i] * weight;
    }
  }

  private OptionalInt best(XgboostRounds rounds) {
    String text = learner.attribute("best_iteration");
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      int best = Integer.parseInt(text);
      // what was trained on may be shorter, and rounds that differ cannot be cut by their trees
      if (best >= 0 && best < rounds.count() && rounds.areEqual()) {
        return OptionalInt.of(best + 1);
      }
    } catch (NumberFormatException e) {
      return OptionalInt.empty(); // any text can be an attribute
    }
    return OptionalInt.empty();
  }
}
