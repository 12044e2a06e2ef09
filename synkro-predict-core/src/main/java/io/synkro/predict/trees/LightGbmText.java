package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text that LightGBM writes with {@code save_model}, versions 3 and 4 of the format.
 * Stateless. Source: {@code src/boosting/gbdt_model_text.cpp} and {@code src/io/tree.cpp} of
 * LightGBM 4.3.0.
 */
public final class LightGbmText {
  private static final String SOURCE = "LightGBM text";
  private static final String TREE = "Tree=";
  private static final int MAX_CLASSES = 100_000;

  private LightGbmText() {}

  /**
   * Reads a model.
   *
   * @param text what LightGBM has written
   * @return its trees
   * @throws CorruptModelException if the text is damaged or cut short
   * @throws UnsupportedModelException if the model has linear leaves, averages its trees (random
   *     forest), or an objective that no learner of this library has
   */
  public static ParsedTrees read(String text) {
    try {
      return read(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
  }

  /**
   * Reads a model.
   *
   * @param text what LightGBM has written; not closed
   * @return its trees
   * @throws IOException if it cannot be read
   * @throws CorruptModelException if the text is damaged or cut short
   * @throws UnsupportedModelException if the model has linear leaves, averages its trees (random
   *     forest), or an objective that no learner of this library has
   */
  public static ParsedTrees read(Reader text) throws IOException {
    BufferedReader lines = new BufferedReader(text);
    if (!"tree".equals(lines.readLine())) {
      throw new CorruptModelException(SOURCE, "its first line is not \"tree\"", null);
    }
    Map<String, String> keys = new HashMap<>();
    String heading = readSection(lines, keys);
    LightGbmSection header = new LightGbmSection(SOURCE, "the header", keys);
    String version = header.text("version");
    if (!version.equals("v3") && !version.equals("v4")) {
      throw new UnsupportedModelException(
          "lightgbm", "version=" + version, "train with LightGBM 4");
    }
    if (keys.containsKey("average_output")) {
      throw new UnsupportedModelException("lightgbm", "average_output", "train with boosting=gbdt");
    }
    int outputs = header.number("num_tree_per_iteration", 1, MAX_CLASSES);
    int features = header.number("max_feature_idx", 0, Integer.MAX_VALUE - 1) + 1;
    ForestBuilder trees =
        new ForestBuilder(SOURCE, Dialect.LIGHTGBM, features, new double[outputs], 1);
    for (int i = 0; heading.startsWith(TREE); i++) {
      if (!heading.equals(TREE + i)) {
        throw new CorruptModelException(
            SOURCE, "after tree %d comes %s".formatted(i - 1, heading), null);
      }
      Map<String, String> tree = new HashMap<>();
      heading = readSection(lines, tree);
      trees.add(new LightGbmSection(SOURCE, "tree " + i, tree).tree(), i % outputs);
    }
    if (trees.trees() % outputs != 0) {
      throw new CorruptModelException(
          SOURCE, "%d trees do not make rounds of %d".formatted(trees.trees(), outputs), null);
    }
    return new ParsedTrees(
        new TreeEnsemble(trees.build()),
        link(header.text("objective"), outputs),
        names(header, features));
  }

  /** Reads lines up to the heading of the next tree or the end of the trees, which is returned. */
  private static String readSection(BufferedReader lines, Map<String, String> keys)
      throws IOException {
    while (true) {
      String line = lines.readLine();
      if (line == null) {
        throw new CorruptModelException(SOURCE, "it ends before \"end of trees\"", null);
      }
      if (line.startsWith(TREE) || line.equals("end of trees")) {
        return line;
      }
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals);
      if (!key.isEmpty()
          && keys.put(key, line.substring(Math.min(key.length() + 1, line.length()))) != null) {
        throw new CorruptModelException(
            SOURCE, "it has \"%s\" twice in one section".formatted(key), null);
      }
    }
  }

  private static List<String> names(LightGbmSection header, int features) {
    List<String> names = List.of(header.text("feature_names").split(" "));
    if (names.size() != features) {
      throw new CorruptModelException(
          SOURCE, "it names %d of %d features".formatted(names.size(), features), null);
    }
    return names;
  }

  private static Link link(String objective, int outputs) {
    String[] words = objective.split(" ");
    Link link =
        switch (words[0]) {
          case "regression", "regression_l1", "huber", "fair", "mape", "quantile" ->
              Link.of(Link.Kind.IDENTITY);
          case "poisson", "gamma", "tweedie" -> Link.of(Link.Kind.EXP);
          case "cross_entropy" -> Link.of(Link.Kind.SIGMOID);
          case "binary", "multiclassova" -> new Link(Link.Kind.SIGMOID, slope(objective, words));
          case "multiclass" -> Link.of(Link.Kind.SOFTMAX);
          default -> throw unsupported(objective);
        };
    if (words.length > 1 && words[1].equals("sqrt")) {
      throw unsupported(objective);
    }
    boolean manyClasses = words[0].startsWith("multiclass");
    if (manyClasses != outputs > 1) {
      throw new CorruptModelException(
          SOURCE, "objective %s has %d trees a round".formatted(objective, outputs), null);
    }
    return link;
  }

  private static UnsupportedModelException unsupported(String objective) {
    return new UnsupportedModelException(
        "lightgbm", "objective=" + objective, "train with regression, poisson, tweedie or binary");
  }

  private static double slope(String objective, String[] words) {
    for (String word : words) {
      if (word.startsWith("sigmoid:")) {
        try {
          double slope = Double.parseDouble(word.substring("sigmoid:".length()));
          if (slope > 0 && Double.isFinite(slope)) {
            return slope;
          }
        } catch (NumberFormatException e) {
          throw new CorruptModelException(SOURCE, "its objective is " + objective, e);
        }
      }
    }
    throw new CorruptModelException(SOURCE, "its objective is " + objective, null);
  }
}
