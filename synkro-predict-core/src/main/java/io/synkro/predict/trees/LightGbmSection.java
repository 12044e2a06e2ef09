package io.synkro.predict.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The lines {@code key=value} of the header or of one tree of a LightGBM text. */
record LightGbmSection(String source, String name, Map<String, LightGbmValues> values) {
  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) {
    return present(key).whole();
  }

  Optional<String> optionalText(String key) {
    return Optional.ofNullable(values.get(key)).map(LightGbmValues::whole);
  }

  /** The words of a line, parted by one or more spaces. */
  List<String> words(String key) {
    StringTokenizer tokens = new StringTokenizer(text(key), " ");
    List<String> words = new ArrayList<>();
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  int number(String key, int low, int high) {
    int number = ints(key, 1)[0];
    if (number < low || number > high) {
      throw corrupt("has %s=%d".formatted(key, number), null);
    }
    return number;
  }

  int[] ints(String key, int expected) {
    LightGbmValues line = counted(key, expected);
    int[] numbers = new int[expected];
    try {
      line.fill(numbers);
    } catch (NumberFormatException | ArithmeticException e) {
      throw noNumber(key, e);
    }
    return numbers;
  }

  /** Words of 32 bits, written as numbers without a sign. */
  int[] bits(String key, int expected) {
    LightGbmValues line = counted(key, expected);
    int[] numbers = new int[expected];
    try {
      line.fillUnsigned(numbers);
    } catch (NumberFormatException e) {
      throw noNumber(key, e);
    }
    return numbers;
  }

  double[] doubles(String key, int expected) {
    LightGbmValues line = counted(key, expected);
    double[] numbers = new double[expected];
    try {
      line.fill(numbers);
    } catch (NumberFormatException e) {
      throw noNumber(key, e);
    }
    return numbers;
  }

  ReadTree tree() {
    return new LightGbmTree(this).tree();
  }

  /** Counts before anything is allocated, so that no wrong count can ask for more than the text. */
  private LightGbmValues counted(String key, int expected) {
    LightGbmValues line = present(key);
    int actual = line.count();
    if (actual != expected) {
      throw corrupt("has %d values in %s, not %d".formatted(actual, key, expected), null);
    }
    return line;
  }

  private LightGbmValues present(String key) {
    LightGbmValues line = values.get(key);
    if (line == null) {
      throw corrupt("has no " + key, null);
    }
    return line;
  }

  private CorruptModelException noNumber(String key, Throwable cause) {
    return corrupt("has a number in %s that is none".formatted(key), cause);
  }

  CorruptModelException corrupt(String problem, @Nullable Throwable cause) {
    return new CorruptModelException(source, name + " " + problem, cause);
  }
}
