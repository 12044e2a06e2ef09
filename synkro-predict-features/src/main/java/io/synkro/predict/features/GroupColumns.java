package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.internal.BulkTransform;
import io.synkro.predict.features.internal.ChannelBuffer;
import io.synkro.predict.features.internal.HistoryView;
import io.synkro.predict.features.internal.Slice;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.tabular.HistoryTransform;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The values of one feature of the groups of a panel, each computed when it is first asked for.
 * Safe for use by many threads.
 */
final class GroupColumns {
  private static final double[] NO_STATE = {};

  /** Season features have a column for each season position. */
  private record Key(int group, int lag) {}

  private final HistoryFeature feature;
  private final GroupChannels groups;
  private final TimeAxis axis;
  private final int end;
  private final ConcurrentMap<Key, float[]> columns = new ConcurrentHashMap<>();

  GroupColumns(HistoryFeature feature, GroupChannels groups, TimeAxis axis, int end) {
    this.feature = feature;
    this.groups = groups;
    this.axis = axis;
    this.end = end;
  }

  /** The values of a series' group, one for each origin from {@link #start} on. */
  float[] column(int series, int lag) {
    return columns.computeIfAbsent(new Key(groups.group(series), lag), this::compute);
  }

  /** The value at one origin, not before the start of the group; NaN if there is no group. */
  float value(int series, int lag, int origin) {
    if (!hasGroup(series)) {
      return Float.NaN;
    }
    HistoryTransform transform = feature.transform();
    if (transform.stateSize() > 0) {
      return column(series, lag)[origin - start(series)];
    }
    int newest = origin - lag - start(series);
    if (newest < 0) {
      return Float.NaN;
    }
    float[] past = new float[transform.lookback()];
    groups.copyThrough(groups.group(series), newest, past);
    HistoryView view = new HistoryView();
    view.place(past, past.length, past.length, axis.sinceEpoch(origin - lag));
    return view.ask(transform, NO_STATE, 0);
  }

  boolean hasGroup(int series) {
    return groups.group(series) != GroupChannels.NONE;
  }

  /** The origin of the first value of a series' group. */
  int start(int series) {
    return groups.start(groups.group(series));
  }

  private float[] compute(Key key) {
    int lag = key.lag();
    int start = groups.start(key.group());
    float[] values = groups.values(key.group());
    int steps = Math.max(values.length, end - start);
    int reach = feature.transform().lookback() + (feature.until() == Until.SEASON ? lag : 0);
    ChannelBuffer buffer = new ChannelBuffer(reach);
    float[] room = buffer.begin(steps, axis.sinceEpoch(start));
    System.arraycopy(values, 0, room, buffer.pad(), values.length);
    Arrays.fill(room, buffer.pad() + values.length, buffer.pad() + steps, Float.NaN);
    buffer.end();
    float[] column = new float[steps + 1];
    BulkTransform.fill(feature.transform(), buffer, lag, new Slice().place(column, 0, steps + 1));
    return column;
  }
}
