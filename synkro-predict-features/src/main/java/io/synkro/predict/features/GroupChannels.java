package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.internal.ChannelBuffer;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The values of one group channel of a panel: for each group one value a step, from the first step
 * of its first series to the end of its last one. Covariates end with their series: their plans are
 * nobody's past.
 */
final class GroupChannels {
  /** Group of a series that has none. */
  static final int NONE = -1;

  private static final String NO_KEY = "";

  private final int[] groupOf;
  private final int[] starts;
  private final float[][] values;

  private GroupChannels(int[] groupOf, int[] starts, float[][] values) {
    this.groupOf = groupOf;
    this.starts = starts;
    this.values = values;
  }

  static GroupChannels of(SeriesPanel panel, Channel channel) {
    int[] groupOf = groups(panel, channel.group());
    PanelValues source = new PanelValues(panel, channel);
    int count = Arrays.stream(groupOf).max().orElse(NONE) + 1;
    int[] starts = new int[count];
    int[] ends = new int[count];
    Arrays.fill(starts, Integer.MAX_VALUE);
    Arrays.fill(ends, Integer.MIN_VALUE);
    for (int s = 0; s < groupOf.length; s++) {
      if (groupOf[s] != NONE) {
        starts[groupOf[s]] = Math.min(starts[groupOf[s]], panel.start(s));
        ends[groupOf[s]] = Math.max(ends[groupOf[s]], panel.end(s));
      }
    }
    GroupSums[] sums = new GroupSums[count];
    for (int g = 0; g < count; g++) {
      sums[g] = new GroupSums(ends[g] - starts[g]);
    }
    float[] own = new float[0];
    for (int s = 0; s < groupOf.length; s++) {
      if (groupOf[s] != NONE) {
        own = own.length < source.length(s) ? new float[source.length(s)] : own;
        source.copy(s, own, 0);
        int first = panel.start(s) - starts[groupOf[s]];
        addUp(own, panel.length(s), first, sums[groupOf[s]]);
      }
    }
    float[][] values = new float[count][];
    for (int g = 0; g < count; g++) {
      values[g] = new float[ends[g] - starts[g]];
      for (int t = 0; t < values[g].length; t++) {
        values[g][t] = sums[g].value(t, channel.mean());
      }
    }
    return new GroupChannels(groupOf, starts, values);
  }

  private static void addUp(float[] values, int length, int first, GroupSums sums) {
    for (int t = 0; t < length; t++) {
      sums.add(first + t, ChannelBuffer.known(values[t]));
    }
  }

  /** Groups are numbered as they first appear in the panel. */
  private static int[] groups(SeriesPanel panel, String by) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[panel.size()];
    for (int s = 0; s < groups.length; s++) {
      String key = key(panel, by, s);
      groups[s] = key.equals(NO_KEY) ? NONE : numbers.computeIfAbsent(key, k -> numbers.size());
    }
    return groups;
  }

  private static String key(SeriesPanel panel, String by, int series) {
    if (by.equals("all")) {
      return by;
    }
    if (by.equals("product")) {
      return panel.id(series).product().value();
    }
    if (by.equals("warehouse")) {
      return panel.id(series).warehouse().value();
    }
    StaticAttribute attribute = attribute(panel, by);
    int code = attribute.code(series);
    return code == StaticAttribute.NO_LEVEL ? NO_KEY : attribute.levels().get(code);
  }

  private static StaticAttribute attribute(SeriesPanel panel, String name) {
    return panel
        .attribute(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "group",
                    name,
                    "must be product, warehouse, all or an attribute of the panel",
                    "use one of "
                        + panel.attributes().stream().map(StaticAttribute::name).toList()));
  }

  /** The group of a series, or {@link #NONE}. */
  int group(int series) {
    return groupOf[series];
  }

  /** The step of a group's first value. */
  int start(int group) {
    return starts[group];
  }

  float[] values(int group) {
    return values[group];
  }

  /** Copies the last values of a group up to a position in it; those that are not known are NaN. */
  void copyThrough(int group, int newest, float[] target) {
    float[] from = values[group];
    int first = newest + 1 - target.length;
    for (int i = 0; i < target.length; i++) {
      int t = first + i;
      target[i] = t >= 0 && t < from.length ? from[t] : Float.NaN;
    }
  }
}
