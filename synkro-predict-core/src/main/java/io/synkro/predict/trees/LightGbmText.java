package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads the text that LightGBM writes with {@code save_model}, versions 3 and 4 of the format.
 * Stateless. Source: {@code src/boosting/gbdt_model_text.cpp} and {@code src/io/tree.cpp} of
 * LightGBM 4.3.0.
 *
 * <p>All boosting types can be read: {@code dart} has scaled its leaves before it writes them, and
 * {@code rf} writes {@code average_output}: its margins are sums, as LightGBM's raw scores are, and
 * the link divides by the number of rounds. What follows the trees (importances, parameters) is not
 * looked at.
 */
public final class LightGbmText {
  static final String ENGINE = "lightgbm";
  static final String SOURCE = "LightGBM text";
  private static final String TREE = "Tree=";
  private static final String END = "end of trees";
  private static final int MAX_CLASSES = 100_000;

  private LightGbmText() {}

  /**
   * Reads a model.
   *
   * @param text what LightGBM has written
   * @return its trees
   * @throws CorruptModelException if the text is damaged or cut short
   * @throws UnsupportedModelException if the model has linear leaves, or a version or objective
   *     that LightGBM 4.3 does not know
   */
  public static ParsedTrees read(String text) {
    LightGbmLines lines = new LightGbmLines(SOURCE, text);
    if (!lines.next().equals("tree")) {
      throw corrupt("its first line is not \"tree\"");
    }
    LightGbmSection header = lines.section("the header", TREE, END);
    checkVersion(header.text("version"));
    int outputs = header.number("num_tree_per_iteration", 1, MAX_CLASSES);
    int features = header.number("max_feature_idx", 0, Integer.MAX_VALUE - 1) + 1;
    List<String> names = perFeature(header, "feature_names", features);
    List<String> infos = perFeature(header, "feature_infos", features);
    Link link = LightGbmObjective.link(header.optionalText("objective"), outputs);
    ForestBuilder trees =
        new ForestBuilder(SOURCE, Dialect.LIGHTGBM, features, new double[outputs], 1);
    readTrees(lines, trees, outputs);
    checkSizes(header, trees.trees(), outputs);
    int[] categories = infos.stream().mapToInt(LightGbmText::categories).toArray();
    return new ParsedTrees(
        new TreeEnsemble(trees.build()),
        header.has("average_output") ? link.withRounds(rounds(trees, outputs)) : link,
        names,
        ReadSchema.of(names, categories),
        outputs,
        OptionalInt.empty());
  }

  private static void checkVersion(String version) {
    if (!version.equals("v3") && !version.equals("v4")) {
      throw new UnsupportedModelException(ENGINE, "version=" + version, "train with LightGBM 4");
    }
  }

  private static void readTrees(LightGbmLines lines, ForestBuilder trees, int outputs) {
    String heading = lines.heading();
    for (int i = 0; !heading.equals(END); i++) {
      if (!heading.equals(TREE + i)) {
        throw corrupt("after tree %d comes %s".formatted(i - 1, heading));
      }
      trees.add(lines.section("tree " + i, TREE, END).tree(), i % outputs);
      heading = lines.heading();
    }
  }

  private static void checkSizes(LightGbmSection header, int trees, int outputs) {
    if (trees % outputs != 0) {
      throw corrupt("%d trees do not make rounds of %d".formatted(trees, outputs));
    }
    if (header.has("tree_sizes") && header.words("tree_sizes").size() != trees) {
      throw corrupt(
          "it has %d trees and the sizes of %d"
              .formatted(trees, header.words("tree_sizes").size()));
    }
  }

  private static int rounds(ForestBuilder trees, int outputs) {
    return Math.max(1, trees.trees() / outputs); // LightGBM would divide nothing by nothing
  }

  private static List<String> perFeature(LightGbmSection header, String key, int features) {
    List<String> words = header.words(key);
    if (words.size() != features) {
      throw corrupt("%s has %d words for %d features".formatted(key, words.size(), features));
    }
    return words;
  }

  /** A category's info lists its codes, {@code -1:0:1:2}; -1 stands for values that are none. */
  private static int categories(String info) {
    if (info.startsWith("[") || info.equals("none")) {
      return 0;
    }
    try {
      int largest = Arrays.stream(info.split(":")).mapToInt(Integer::parseInt).max().orElse(0);
      return Math.addExact(Math.max(largest, 0), 1);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new CorruptModelException(SOURCE, "a feature has the info " + info, e);
    }
  }

  private static CorruptModelException corrupt(String problem) {
    return new CorruptModelException(SOURCE, problem, null);
  }
}
