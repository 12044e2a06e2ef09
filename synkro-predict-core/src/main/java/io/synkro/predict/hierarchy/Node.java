package io.synkro.predict.hierarchy;

import io.synkro.predict.series.SeriesId;

/**
 * A total of a hierarchy, or one of its series.
 *
 * @param id what stands for it in panels and forecasts: a series' own id; of a total the product
 *     and warehouse that its series share, with {@code (all)} for those that they do not share, and
 *     its attributes in the product's place, such as {@code category=dairy@(all)}
 * @param level number of its level, 0 for the first; the last is that of the series
 * @param levelName the level's grouping as text, or {@link Hierarchy#SERIES}
 */
public record Node(SeriesId id, int level, String levelName) {

  /** Returns the id, such as {@code category=dairy@(all)}. */
  @Override
  public String toString() {
    return id.toString();
  }
}
