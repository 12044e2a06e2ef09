package io.synkro.predict.examples.job;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to work on.
 *
 * @param sales sales file, or empty to generate a sample
 * @param stock stock file, if there is one
 * @param orders order file, if there is one
 * @param mapping column mapping of the sales file, if its columns have other names
 * @param output folder to write
 * @param days days to forecast
 * @param tolerated most lines of a file that may be rejected
 * @param seed seed of the sample and of everything random
 * @param lstm whether to train an LSTM on customers' orders, which needs PyTorch
 */
public record Arguments(
    Optional<Path> sales,
    Optional<Path> stock,
    Optional<Path> orders,
    Optional<Path> mapping,
    Path output,
    int days,
    int tolerated,
    int seed,
    boolean lstm) {

  private static final List<String> OPTIONS =
      List.of("--mapping", "--orders", "--out", "--days", "--tolerate", "--seed");

  /** What the command understands, for people. */
  public static final String USAGE =
      """
      Usage: SalesToStockPlan [sales.csv [stock.csv]] [options]

      Without a sales file a sample is generated: 100 products, 5 warehouses, 2 years.

        --mapping FILE   names of the columns of the sales file (JSON)
        --orders FILE    customers' orders (order,customer,product,warehouse,date,quantity,price)
        --out FOLDER     where to write (default: synkro-predict-report)
        --days N         days to forecast (default: 28)
        --tolerate N     go on with up to N rejected lines a file (default: 0)
        --seed N         seed (default: 42)
        --lstm           predict customers' next orders with an LSTM too (needs PyTorch)

      Files may be gzip. Exit code: 0 done, 2 the input cannot be used, 1 the report cannot be written.
      """;

  /**
   * Reads a command line.
   *
   * @param words the words after the program's name
   * @return the arguments
   * @throws UsageException if a word is not understood
   */
  public static Arguments of(List<String> words) {
    Deque<String> rest = new ArrayDeque<>(words);
    Reading reading = new Reading();
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      if (word.equals("--lstm")) {
        reading.lstm = true;
      } else if (word.startsWith("--")) {
        reading.option(word, isValue(rest.peekFirst()) ? rest.pollFirst() : null);
      } else {
        reading.file(word);
      }
    }
    return reading.arguments();
  }

  private static boolean isValue(@Nullable String word) {
    return word != null && !word.startsWith("--");
  }

  /**
   * Returns all files to read.
   *
   * @return those that were named
   */
  Stream<Path> files() {
    return Stream.of(sales, stock, orders, mapping).flatMap(Optional::stream);
  }

  /** The command line as far as it has been read. */
  private static final class Reading {
    private Optional<Path> sales = Optional.empty();
    private Optional<Path> stock = Optional.empty();
    private Optional<Path> orders = Optional.empty();
    private Optional<Path> mapping = Optional.empty();
    private Path output = Path.of("synkro-predict-report");
    private int days = 28;
    private int tolerated;
    private int seed = 42;
    private boolean lstm;

    void file(String word) {
      if (sales.isEmpty()) {
        sales = Optional.of(path(word));
      } else if (stock.isEmpty()) {
        stock = Optional.of(path(word));
      } else {
        throw new UsageException(
            "Argument \"%s\" is one file too many. Maybe write --orders %s.".formatted(word, word));
      }
    }

    void option(String name, @Nullable String value) {
      if (!OPTIONS.contains(name)) {
        throw new UsageException("Option %s is not known. Maybe see --help.".formatted(name));
      }
      if (value == null) {
        throw new UsageException("Option %s has no value. Maybe see --help.".formatted(name));
      }
      switch (name) {
        case "--mapping" -> mapping = Optional.of(path(value));
        case "--orders" -> orders = Optional.of(path(value));
        case "--out" -> output = path(value);
        case "--days" -> days = number(name, value, 1, 730);
        case "--tolerate" -> tolerated = number(name, value, 0, Integer.MAX_VALUE);
        case "--seed" -> seed = number(name, value, 0, Integer.MAX_VALUE);
        default -> throw new AssertionError(name);
      }
    }

    private static Path path(String word) {
      try {
        return Path.of(word);
      } catch (InvalidPathException e) {
        throw new UsageException(
            "\"%s\" is no name of a file (%s). Maybe check its characters."
                .formatted(e.getInput(), e.getReason()));
      }
    }

    private static int number(String name, String value, int least, int most) {
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // falls through to the same answer as a number out of range
      }
      throw new UsageException(
          "Option %s (%s) must be a whole number from %d to %d. Maybe see --help."
              .formatted(name, value, least, most));
    }

    Arguments arguments() {
      if (sales.isEmpty() && (orders.isPresent() || mapping.isPresent())) {
        throw new UsageException(
            "--orders and --mapping go with a sales file. Maybe name the sales file first.");
      }
      if (lstm && sales.isPresent() && orders.isEmpty()) {
        throw new UsageException(
            "--lstm predicts customers' orders and there is no file of them. Maybe add --orders.");
      }
      return new Arguments(sales, stock, orders, mapping, output, days, tolerated, seed, lstm);
    }
  }
}
