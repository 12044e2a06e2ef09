package io.synkro.predict.optimize.linear;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Reads models in free MPS format; files in fixed format too, as long as no name contains blanks.
 * Sections NAME, OBJSENSE (only MIN), ROWS, COLUMNS with integer markers, RHS, RANGES, BOUNDS and
 * ENDATA; anything else, such as quadratic terms, is refused. Stateless.
 *
 * <p>Where the format is ambiguous it does what most solvers do: an integer column between markers
 * has bounds 0 and 1 unless there is a bound of it; a negative upper bound of a column whose lower
 * bound was not given makes that negative infinity; a right-hand side of the objective is its
 * negative offset; rows of type N after the first are dropped. Bounds of 1e20 and more are
 * infinite.
 */
public final class MpsReader {
  private MpsReader() {}

  /**
   * Reads a file.
   *
   * @param file the file; unpacked on the way if its name ends in {@code .gz}
   * @return the model
   * @throws IOException if it cannot be read
   * @throws InvalidInputException if it is not MPS; the message names the line
   */
  public static LinearModel read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader);
    }
  }

  /**
   * Reads a stream of characters.
   *
   * @param in where from; read until {@code ENDATA} or further, and not closed
   * @return the model
   * @throws IOException if it cannot be read
   * @throws InvalidInputException if it is not MPS; the message names the line
   */
  public static LinearModel read(Reader in) throws IOException {
    BufferedReader lines = new BufferedReader(in);
    MpsContent content = new MpsContent();
    String section = "";
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("*")) {
        continue;
      }
      String[] fields = line.strip().split("\\s+");
      try {
        if (Character.isWhitespace(line.charAt(0))) {
          data(content, section, fields);
        } else {
          section = fields[0].toUpperCase(Locale.ROOT);
          if (section.equals("ENDATA")) {
            return content.build();
          }
          header(content, section, fields);
        }
      } catch (InvalidInputException e) {
        throw refusal(number, line, e);
      }
    }
    throw new InvalidInputException(
        "MPS file", number + " lines", "must end with ENDATA", "look whether it was cut off");
  }

  private static InvalidInputException refusal(int number, String line, InvalidInputException e) {
    InvalidInputException refusal =
        new InvalidInputException(
            "line %d of the MPS file".formatted(number),
            Require.abbreviated(line.strip(), 80),
            "cannot be read: " + e.getMessage(),
            "");
    refusal.initCause(e);
    return refusal;
  }

  private static void header(MpsContent content, String section, String[] fields) {
    switch (section) {
      case "NAME" -> content.name(fields.length > 1 ? fields[1] : "");
      case "OBJSENSE" -> {
        if (fields.length > 1) {
          sense(fields[1]);
        }
      }
      case "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS" -> {}
      default ->
          throw new InvalidInputException(
              "section", section, "must be one of linear models", "remove it");
    }
  }

  private static void data(MpsContent content, String section, String[] fields) {
    switch (section) {
      case "OBJSENSE" -> sense(fields[0]);
      case "ROWS" -> {
        requireFields(fields, fields.length == 2);
        content.row(fields[0].toUpperCase(Locale.ROOT), fields[1]);
      }
      case "COLUMNS" -> {
        if (fields.length == 3 && fields[1].equals("'MARKER'")) {
          content.marker(fields[2]);
        } else {
          requireFields(fields, fields.length == 3 || fields.length == 5);
          content.column(fields[0]);
          for (int f = 1; f < fields.length; f += 2) {
            content.coefficient(fields[f], number(fields[f + 1]));
          }
        }
      }
      case "RHS", "RANGES" -> {
        String[] pairs = pairs(content, section, fields);
        for (int f = 0; f < pairs.length; f += 2) {
          content.side(section, pairs[f], number(pairs[f + 1]));
        }
      }
      case "BOUNDS" -> bound(content, fields);
      default ->
          throw new InvalidInputException("section", section, "must come before its lines", "");
    }
  }

  /** The set's name may be missing: then the number of fields is even. */
  private static String[] pairs(MpsContent content, String section, String[] fields) {
    requireFields(fields, fields.length >= 2 && fields.length <= 5);
    if (fields.length % 2 == 0) {
      return fields;
    }
    content.set(section, fields[0]);
    return Arrays.copyOfRange(fields, 1, fields.length);
  }

  private static void bound(MpsContent content, String[] fields) {
    String type = fields[0].toUpperCase(Locale.ROOT);
    boolean valued =
        switch (type) {
          case "FR", "MI", "PL", "BV" -> false;
          default -> true;
        };
    int least = valued ? 3 : 2;
    requireFields(fields, fields.length >= least && fields.length <= 4);
    // without a value, a third field tells a set's name from a useless number
    boolean named =
        valued
            ? fields.length == 4
            : content.isColumn(fields[fields.length - 1]) ? fields.length == 3 : fields.length == 4;
    if (named) {
      content.set("BOUNDS", fields[1]);
    }
    String column = fields[named ? 2 : 1];
    content.bound(type, column, valued ? number(fields[fields.length - 1]) : 0);
  }

  private static void sense(String word) {
    String sense = word.toUpperCase(Locale.ROOT);
    Require.that(
        sense.equals("MIN") || sense.equals("MINIMIZE"),
        "objective sense",
        word,
        "must be MIN",
        "negate the objective");
  }

  private static void requireFields(String[] fields, boolean right) {
    Require.that(right, "number of fields", fields.length, "does not fit the section", "");
  }

  private static double number(String text) {
    try {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
        case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      InvalidInputException refusal =
          new InvalidInputException("number", text, "must be a number", "");
      refusal.initCause(e);
      throw refusal;
    }
  }
}
