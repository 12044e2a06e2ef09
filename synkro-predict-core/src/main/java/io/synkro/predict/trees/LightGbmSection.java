package io.synkro.predict.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.function.Predicate;
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
    int[] numbers = new int[checked(key, expected)];
    fill(key, expected, line -> line.fill(numbers));
    return numbers;
  }

  /** Words of 32 bits, written as numbers without a sign. */
  int[] bits(String key, int expected) {
    int[] numbers = new int[checked(key, expected)];
    fill(key, expected, line -> line.fillUnsigned(numbers));
    return numbers;
  }

  double[] doubles(String key, int expected) {
    double[] numbers = new double[checked(key, expected)];
    fill(key, expected, line -> line.fill(numbers));
    return numbers;
  }

  ReadTree tree() {
    return new LightGbmTree(this).tree();
  }

  /** Asks before anything is allocated, so that no wrong count can ask for more than the text. */
  private int checked(String key, int expected) {
    if (!present(key).hasRoomFor(expected)) {
      throw miscounted(key, expected);
    }
    return expected;
  }

  private void fill(String key, int expected, Predicate<LightGbmValues> fill) {
    try {
      if (!fill.test(present(key))) {
        throw miscounted(key, expected);
      }
    } catch (NumberFormatException | ArithmeticException e) {
      throw corrupt("has a number in %s that is none".formatted(key), e);
    }
  }

  private CorruptModelException miscounted(String key, int expected) {
    int actual = present(key).count();
    return corrupt("has %d values in %s, not %d".formatted(actual, key, expected), null);
  }

  private LightGbmValues present(String key) {
    LightGbmValues line = values.get(key);
    if (line == null) {
      throw corrupt("has no " + key, null);
    }
    return line;
  }

  CorruptModelException corrupt(String problem, @Nullable Throwable cause) {
    return new CorruptModelException(source, name + " " + problem, cause);
  }
}
