package io.synkro.predict.examples.features;

import io.synkro.predict.examples.job.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What to work on.
 *
 * @param sales sales file, or empty to generate a sample
 * @param mapping column mapping of the sales file, if its columns have other names
 * @param output folder to write
 */
public record FeatureArguments(Optional<Path> sales, Optional<Path> mapping, Path output) {
  /** What the command understands, for people. */
  public static final String USAGE =
      """
      Usage: BuildFeatures [sales.csv] [options]

      Daily sales; without a file a sample is generated: 100 products, 5 warehouses, 2 years.

        --mapping FILE   names of the columns of the sales file (JSON)
        --out FOLDER     feature store and model; run again, it goes on with what is there
                         (default: synkro-predict-feature-store)

      Files may be gzip. Exit code: 0 done, 2 the input cannot be used, 1 the output cannot be written.
      """;

  /**
   * Reads a command line.
   *
   * @param words the words after the program's name
   * @return the arguments
   * @throws UsageException if a word is not understood
   */
  public static FeatureArguments of(List<String> words) {
    Deque<String> rest = new ArrayDeque<>(words);
    Optional<Path> sales = Optional.empty();
    Optional<Path> mapping = Optional.empty();
    Path output = Path.of("synkro-predict-feature-store");
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      if (word.equals("--mapping")) {
        mapping = Optional.of(value(word, rest));
      } else if (word.equals("--out")) {
        output = value(word, rest);
      } else if (word.startsWith("--")) {
        throw new UsageException("Option %s is not known. Maybe see --help.".formatted(word));
      } else if (sales.isPresent()) {
        throw new UsageException(
            "Argument \"%s\" is one file too many. Maybe see --help.".formatted(word));
      } else {
        sales = Optional.of(path(word));
      }
    }
    if (mapping.isPresent() && sales.isEmpty()) {
      throw new UsageException(
          "--mapping goes with a sales file. Maybe name the sales file first.");
    }
    return new FeatureArguments(sales, mapping, output);
  }

  private static Path value(String option, Deque<String> rest) {
    String value = rest.pollFirst();
    if (value == null || value.startsWith("--")) {
      throw new UsageException("Option %s has no value. Maybe see --help.".formatted(option));
    }
    return path(value);
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException("\"%s\" is no name of a file.".formatted(e.getInput()));
    }
  }
}
