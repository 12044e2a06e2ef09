package io.synkro.predict.series;

import io.synkro.predict.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A text that describes each series of a panel and does not change with time, such as its category.
 * Stored as codes into sorted levels. Immutable; safe for use by many threads.
 */
public final class StaticAttribute {
  private final String name;
  private final List<String> levels;
  private final int[] codes;

  private StaticAttribute(String name, List<String> levels, int[] codes) {
    this.name = name;
    this.levels = levels;
    this.codes = codes;
  }

  static StaticAttribute of(String name, List<String> values) {
    List<String> levels = new ArrayList<>(new TreeSet<>(values));
    int[] codes =
        values.stream().mapToInt(v -> java.util.Collections.binarySearch(levels, v)).toArray();
    return new StaticAttribute(name, List.copyOf(levels), codes);
  }

  StaticAttribute select(int[] series) {
    int[] chosen = new int[series.length];
    for (int i = 0; i < series.length; i++) {
      chosen[i] = codes[series[i]];
    }
    return new StaticAttribute(name, levels, chosen);
  }

  /**
   * Returns the name.
   *
   * @return a name, unique in the panel
   */
  public String name() {
    return name;
  }

  /**
   * Returns the different values, sorted.
   *
   * @return at least one level; a panel that was cut out of another keeps all levels
   */
  public List<String> levels() {
    return levels;
  }

  /**
   * Returns the position of a series' value in {@link #levels()}.
   *
   * @param series position of the series in the panel
   * @return from 0 to {@code levels().size() - 1}
   */
  public int code(int series) {
    if (series < 0 || series >= codes.length) {
      throw new InvalidInputException(
          "series", Integer.toString(series), "must be from 0 to " + (codes.length - 1), "");
    }
    return codes[series];
  }

  /**
   * Returns the value of a series.
   *
   * @param series position of the series in the panel
   * @return the text
   */
  public String value(int series) {
    return levels.get(code(series));
  }
}
