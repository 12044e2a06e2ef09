package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.internal.BulkTransform;
import io.synkro.predict.features.internal.ChannelBuffer;
import io.synkro.predict.features.internal.Slice;
import io.synkro.predict.series.TimeAxis;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The values of one feature of all groups of a panel. Safe for use by many threads. */
final class GroupColumns {
  private final HistoryFeature feature;
  private final GroupChannels groups;
  private final TimeAxis axis;
  private final int end;

  /** Columns by lag, each by group and step; season features have one for each season position. */
  private final Map<Integer, float[][]> columns = new HashMap<>();

  GroupColumns(HistoryFeature feature, GroupChannels groups, TimeAxis axis, int end) {
    this.feature = feature;
    this.groups = groups;
    this.axis = axis;
    this.end = end;
  }

  /** The values of a group, one for each origin from {@link #start} on. */
  synchronized float[] column(int series, int lag) {
    return columns.computeIfAbsent(lag, this::compute)[groups.group(series)];
  }

  boolean hasGroup(int series) {
    return groups.group(series) != GroupChannels.NONE;
  }

  /** The origin of the first value of a series' group. */
  int start(int series) {
    return groups.start(groups.group(series));
  }

  private float[][] compute(int lag) {
    int reach = feature.transform().lookback() + (feature.until() == Until.SEASON ? lag : 0);
    ChannelBuffer buffer = new ChannelBuffer(reach);
    Slice slice = new Slice();
    float[][] result = new float[groups.groups()][];
    for (int g = 0; g < result.length; g++) {
      float[] values = groups.values(g);
      int steps = Math.max(values.length, end - groups.start(g));
      float[] room = buffer.begin(steps, axis.sinceEpoch(groups.start(g)));
      System.arraycopy(values, 0, room, buffer.pad(), values.length);
      Arrays.fill(room, buffer.pad() + values.length, buffer.pad() + steps, Float.NaN);
      buffer.end();
      result[g] = new float[steps + 1];
      BulkTransform.fill(feature.transform(), buffer, lag, slice.place(result[g], 0, steps + 1));
    }
    return result;
  }
}
