package io.synkro.predict.trees;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The objectives of LightGBM and how each turns margins into predictions. Stateless. Source: {@code
 * ConvertOutput} and {@code ToString} in {@code src/objective/*.hpp} of LightGBM 4.3.0.
 */
final class LightGbmObjective {
  private LightGbmObjective() {}

  /**
   * Returns the link of an objective.
   *
   * @param line such as {@code binary sigmoid:1}, or empty: a custom objective, whose predictions
   *     are the margins
   * @param outputs trees a round
   */
  static Link link(Optional<String> line, int outputs) {
    if (line.isEmpty()) {
      return Link.of(Link.Kind.IDENTITY);
    }
    List<String> words = Arrays.asList(line.get().split(" "));
    Link link =
        switch (words.get(0)) {
          case "regression", "regression_l1", "fair", "quantile", "mape" ->
              Link.of(words.contains("sqrt") ? Link.Kind.SIGNED_SQUARE : Link.Kind.IDENTITY);
          case "huber", "lambdarank", "rank_xendcg", "custom" -> Link.of(Link.Kind.IDENTITY);
          case "poisson", "gamma", "tweedie" -> Link.of(Link.Kind.EXP);
          case "cross_entropy" -> Link.of(Link.Kind.SIGMOID);
          case "cross_entropy_lambda" -> Link.of(Link.Kind.SOFTPLUS);
          case "binary", "multiclassova" -> new Link(Link.Kind.SIGMOID, slope(words));
          case "multiclass" -> Link.of(Link.Kind.SOFTMAX);
          default ->
              throw new UnsupportedModelException(
                  LightGbmText.ENGINE,
                  "objective=" + line.get(),
                  "train with an objective of LightGBM 4.3");
        };
    boolean manyClasses = words.get(0).startsWith("multiclass");
    if (manyClasses != outputs > 1 && !words.get(0).equals("custom")) {
      throw corrupt("objective %s has %d trees a round".formatted(line.get(), outputs), null);
    }
    return link;
  }

  private static double slope(List<String> words) {
    for (String word : words) {
      if (word.startsWith("sigmoid:")) {
        try {
          double slope = Double.parseDouble(word.substring("sigmoid:".length()));
          if (slope > 0 && Double.isFinite(slope)) {
            return slope;
          }
        } catch (NumberFormatException e) {
          throw corrupt("its objective is " + String.join(" ", words), e);
        }
      }
    }
    throw corrupt("its objective is " + String.join(" ", words), null);
  }

  private static CorruptModelException corrupt(String problem, @Nullable Throwable cause) {
    return new CorruptModelException(LightGbmText.SOURCE, problem, cause);
  }
}
