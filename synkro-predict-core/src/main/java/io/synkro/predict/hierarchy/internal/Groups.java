package io.synkro.predict.hierarchy.internal;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.hierarchy.Grouping;
import io.synkro.predict.hierarchy.Hierarchy;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The totals of one level. Immutable, thread-safe. */
public final class Groups {
  private final List<SeriesId> ids;
  private final int[] totalOf;

  private Groups(List<SeriesId> ids, int[] totalOf) {
    this.ids = ids;
    this.totalOf = totalOf;
  }

  /**
   * Groups the series of a panel.
   *
   * @param panel the series
   * @param grouping what the series of a total share
   * @param first number of the first total
   * @return the totals
   */
  public static Groups of(SeriesPanel panel, Grouping grouping, int first) {
    List<StaticAttribute> attributes =
        grouping.attributes().stream().map(name -> attribute(panel, name)).toList();
    SeriesId[] keys = new SeriesId[panel.size()];
    Map<SeriesId, Integer> numbers = new TreeMap<>();
    for (int j = 0; j < keys.length; j++) {
      keys[j] = key(panel.id(j), j, grouping, attributes);
      numbers.put(keys[j], 0);
    }
    int next = first;
    for (Map.Entry<SeriesId, Integer> entry : numbers.entrySet()) {
      entry.setValue(next++);
    }
    int[] totalOf = new int[keys.length];
    for (int j = 0; j < keys.length; j++) {
      totalOf[j] = numbers.getOrDefault(keys[j], -1);
    }
    return new Groups(List.copyOf(numbers.keySet()), totalOf);
  }

  /**
   * Returns the totals.
   *
   * @return their ids, ascending
   */
  public List<SeriesId> ids() {
    return ids;
  }

  /**
   * Returns which series make them.
   *
   * @return for each series the number of its total; not a copy
   */
  public int[] totalOf() {
    return totalOf;
  }

  private static StaticAttribute attribute(SeriesPanel panel, String name) {
    return panel
        .attribute(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "attribute of a grouping",
                    name,
                    "must be one of "
                        + panel.attributes().stream().map(StaticAttribute::name).toList(),
                    "add it to the panel, or group by product or warehouse"));
  }

  private static SeriesId key(
      SeriesId id, int series, Grouping grouping, List<StaticAttribute> attributes) {
    List<String> parts = new ArrayList<>();
    if (grouping.product()) {
      parts.add(id.product().value());
    }
    for (StaticAttribute attribute : attributes) {
      parts.add(attribute.name() + "=" + Require.abbreviated(attribute.value(series), 200));
    }
    return SeriesId.of(
        parts.isEmpty() ? Hierarchy.ALL : String.join(",", parts),
        grouping.warehouse() ? id.warehouse().value() : Hierarchy.ALL);
  }
}
