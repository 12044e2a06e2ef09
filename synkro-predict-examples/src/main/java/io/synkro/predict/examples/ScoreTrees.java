package io.synkro.predict.examples;

import io.synkro.predict.examples.job.UsageException;
import io.synkro.predict.examples.trees.FeatureCsv;
import io.synkro.predict.examples.trees.ScoredRows;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Takes a model that LightGBM or XGBoost has written, from Python for instance, and scores and
 * explains the rows of a CSV file in pure Java: no native library is loaded.
 */
public final class ScoreTrees {
  private static final String USAGE =
      """
      Usage: ScoreTrees MODEL ROWS [SAVED]
        MODEL  a model file: LightGBM's text, XGBoost's JSON or UBJSON, or a file saved by this library
        ROWS   a CSV file with a column for each feature of the model; categories as codes
        SAVED  where to save the model in the compact form, which loads many times faster
      """;

  private ScoreTrees() {}

  /**
   * Scores and ends the process with its exit code.
   *
   * @param words model, rows and perhaps where to save the model
   */
  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(words), out, err));
  }

  /**
   * Scores.
   *
   * @param words model, rows and perhaps where to save the model
   * @param out predictions
   * @param err what went wrong
   * @return 0 if done, 2 if the input cannot be used, 1 if a file cannot be read or written
   */
  public static int run(List<String> words, PrintStream out, PrintStream err) {
    return ExitCode.of(() -> score(words, out), err);
  }

  private static void score(List<String> words, PrintStream out) throws IOException {
    if (words.size() < 2 || words.size() > 3) {
      throw new UsageException(USAGE.stripTrailing());
    }
    TreeModel model = model(path(words.get(0)), out);
    FeatureTable rows = FeatureCsv.read(path(words.get(1)), model.schema());
    print(new ScoredRows(model, rows), out);
    if (words.size() == 3) {
      model.save(path(words.get(2)));
      out.printf("Saved: %s%n", words.get(2));
    }
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException("%s is no name of a file.".formatted(word));
    }
  }

  private static TreeModel model(Path file, PrintStream out) throws IOException {
    long start = System.nanoTime();
    TreeModel model = TreeModels.read(file);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    out.printf(Locale.ROOT, "%s; loaded in %.0f ms%n", model, milliseconds);
    return model;
  }

  private static void print(ScoredRows scored, PrintStream out) {
    out.println("row    prediction    what moves it most");
    for (int r = 0; r < scored.rows(); r++) {
      String prediction =
          Arrays.stream(scored.prediction(r))
              .mapToObj(ScoredRows::number)
              .collect(Collectors.joining(" "));
      out.printf(Locale.ROOT, "%-5d  %-12s  %s%n", r + 1, prediction, scored.reasons(r));
    }
  }
}
