package io.synkro.predict.trees;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.synkro.predict.trees.XgboostDocument.Learner;
import io.synkro.predict.trees.internal.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that XGBoost writes with {@code save_model}, versions 1.6 to 3 of the engine.
 * Stateless. Source: {@code doc/model.schema} and {@code src/tree/tree_model.cc} of XGBoost 3.4.
 */
public final class XgboostJson {
  static final String SOURCE = "XGBoost JSON";

  private static final int MAX_CLASSES = 100_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private XgboostJson() {}

  /**
   * Reads a model.
   *
   * @param text what XGBoost has written
   * @return its trees
   * @throws CorruptModelException if the text is damaged or cut short
   * @throws UnsupportedModelException if the booster is not {@code gbtree}, leaves are vectors, or
   *     the objective is one that no learner of this library has
   */
  public static ParsedTrees read(String text) {
    Learner learner;
    try {
      learner =
          XgboostDocument.present("learner", JSON.readValue(text, XgboostDocument.class).learner());
    } catch (JacksonException e) {
      throw new CorruptModelException(SOURCE, "it cannot be parsed, " + e.getOriginalMessage(), e);
    }
    String booster = learner.boosterName();
    if (!booster.equals("gbtree")) {
      throw new UnsupportedModelException(
          "xgboost", "booster=" + booster, "train with booster=gbtree");
    }
    int outputs = Math.max(1, learner.parameter("num_class", 0, MAX_CLASSES));
    if (learner.parameter("num_target", 1, MAX_CLASSES) > 1) {
      throw new UnsupportedModelException("xgboost", "num_target>1", "train one model a target");
    }
    int features = learner.parameter("num_feature", 1, Integer.MAX_VALUE);
    String objective = learner.objectiveName();
    Link link = link(objective, outputs);
    double[] base = margins(learner.baseScores(outputs), link);
    return new ParsedTrees(
        trees(learner, new ForestBuilder(SOURCE, Dialect.XGBOOST, features, base, 1)),
        link,
        learner.names());
  }

  private static TreeEnsemble trees(Learner learner, ForestBuilder builder) {
    List<@Nullable XgboostTree> trees = learner.trees();
    int[] outputs = learner.treeOutputs();
    if (trees.size() != outputs.length) {
      throw new CorruptModelException(
          SOURCE,
          "it has %d trees and says the output of %d".formatted(trees.size(), outputs.length),
          null);
    }
    for (int i = 0; i < outputs.length; i++) {
      builder.add(XgboostDocument.present("tree " + i, trees.get(i)).tree(i), outputs[i]);
    }
    return new TreeEnsemble(builder.build());
  }

  private static Link link(String objective, int outputs) {
    Link link =
        switch (objective) {
          case "reg:squarederror",
              "reg:absoluteerror",
              "reg:quantileerror",
              "reg:pseudohubererror" ->
              Link.of(Link.Kind.IDENTITY);
          case "count:poisson", "reg:tweedie", "reg:gamma" -> Link.of(Link.Kind.EXP);
          case "binary:logistic", "reg:logistic" -> Link.of(Link.Kind.SIGMOID);
          case "multi:softprob" -> Link.of(Link.Kind.SOFTMAX);
          default ->
              throw new UnsupportedModelException(
                  "xgboost",
                  "objective=" + objective,
                  "train with reg:squarederror, count:poisson, reg:tweedie or binary:logistic");
        };
    if ((link.kind() == Link.Kind.SOFTMAX) != outputs > 1) {
      throw new CorruptModelException(
          SOURCE, "objective %s has %d classes".formatted(objective, outputs), null);
    }
    return link;
  }

  /** The file holds base scores on the scale of the labels; trees add to margins, in floats. */
  private static double[] margins(float[] scores, Link link) {
    double[] margins = new double[scores.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] =
          switch (link.kind()) {
            case IDENTITY, SOFTMAX -> scores[i];
            case EXP -> (float) Math.log(scores[i]);
            case SIGMOID -> logit(Math.min(Math.max(scores[i], 1e-6f), 1 - 1e-6f)); // kRtEps
          };
    }
    return margins;
  }

  private static float logit(float probability) {
    return -(float) Math.log(1 / probability - 1);
  }
}
