package io.synkro.predict.series;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * A text that describes each series of a panel and does not change with time, such as its category.
 * Stored as codes into sorted levels. Immutable; safe for use by many threads.
 */
public final class StaticAttribute {
  /** Code of a text that is not among the levels taken over from another panel. */
  public static final int NO_LEVEL = -1;

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
    int[] codes = values.stream().mapToInt(v -> Collections.binarySearch(levels, v)).toArray();
    return new StaticAttribute(name, List.copyOf(levels), codes);
  }

  StaticAttribute select(int[] series) {
    int[] chosen = new int[series.length];
    for (int i = 0; i < series.length; i++) {
      chosen[i] = codes[series[i]];
    }
    return new StaticAttribute(name, levels, chosen);
  }

  StaticAttribute recode(List<String> otherLevels) {
    if (levels.equals(otherLevels)) {
      return this;
    }
    int[] codeOf =
        levels.stream()
            .mapToInt(level -> Math.max(NO_LEVEL, Collections.binarySearch(otherLevels, level)))
            .toArray();
    int[] recoded = Arrays.stream(codes).map(c -> c == NO_LEVEL ? NO_LEVEL : codeOf[c]).toArray();
    return new StaticAttribute(name, otherLevels, recoded);
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
   * @return from 0 to {@code levels().size() - 1}, or {@link #NO_LEVEL} in a panel whose levels
   *     were taken from another
   */
  public int code(int series) {
    return codes[Require.index("series", series, codes.length)];
  }

  /**
   * Returns the value of a series.
   *
   * @param series position of the series in the panel
   * @return the text; {@link SeriesPanelBuilder#UNKNOWN} if it is {@link #NO_LEVEL}
   */
  public String value(int series) {
    int code = code(series);
    return code == NO_LEVEL ? SeriesPanelBuilder.UNKNOWN : levels.get(code);
  }
}
