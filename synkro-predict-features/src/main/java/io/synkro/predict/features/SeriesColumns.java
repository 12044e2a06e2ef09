package io.synkro.predict.features;

import io.synkro.predict.features.internal.BulkTransform;
import io.synkro.predict.features.internal.ChannelBuffer;
import io.synkro.predict.features.internal.Slice;
import io.synkro.predict.tabular.HistoryTransform;
import java.util.Arrays;
import java.util.List;

/**
 * Computes whole columns of one series after another. Row t of a column belongs to the origin, or
 * for features that know the target to the target, {@code panel.start(series) + t}. Not safe for
 * use by many threads.
 */
final class SeriesColumns {
  private final PanelInput input;
  private final PipelinePlan plan;
  private final ChannelBuffer[] buffers;
  private final Slice longer = new Slice();
  private int series;

  SeriesColumns(PanelInput input) {
    this.input = input;
    this.plan = input.plan();
    List<Channel> channels = plan.channels();
    this.buffers = new ChannelBuffer[channels.size()];
    for (int c = 0; c < buffers.length; c++) {
      Channel channel = channels.get(c);
      buffers[c] = new ChannelBuffer(plan.lookback(channel) + plan.stepsAhead(channel));
    }
  }

  /** Goes to a series; no row lies {@code steps} or more after its start. */
  void load(int newSeries, int steps) {
    series = newSeries;
    long first = input.panel().axis().sinceEpoch(input.panel().start(series));
    for (int c = 0; c < buffers.length; c++) {
      Channel channel = plan.channels().get(c);
      if (channel.isGroup()) {
        continue;
      }
      PanelValues values = input.values(channel);
      int known = values.length(series);
      int length = Math.max(known, steps + plan.stepsAhead(channel));
      ChannelBuffer buffer = buffers[c];
      float[] room = buffer.begin(length, first);
      values.copy(series, room, buffer.pad());
      Arrays.fill(room, buffer.pad() + known, buffer.pad() + length, Float.NaN);
      buffer.end();
    }
  }

  /** The values of a channel of the series itself. */
  ChannelBuffer buffer(Channel channel) {
    return buffers[plan.channel(channel)];
  }

  /** Forgets the plans of steps that have become past; only single values are right afterwards. */
  void blank(int from, int to) {
    for (ChannelBuffer buffer : buffers) {
      if (buffer.length() >= to) {
        Arrays.fill(buffer.values(), buffer.pad() + from, buffer.pad() + to, Float.NaN);
      }
    }
  }

  /**
   * Computes a column; combined features are left to the caller.
   *
   * @param node position of the feature
   * @param horizon horizon of the rows; it matters to season features and to the horizon itself
   * @param out receives the values of rows 0, 1, …
   */
  void fill(int node, int horizon, Slice out) {
    PipelineFeature feature = plan.node(node).feature();
    if (feature instanceof HistoryFeature history) {
      fill(node, history, history.lag(horizon), out);
    } else if (feature instanceof CalendarFeature) {
      int from = input.panel().start(series) - input.firstStep();
      System.arraycopy(input.calendar(node), from, out.values(), out.at(), out.rows());
    } else {
      out.fillFirst(out.rows(), constant(feature, horizon));
    }
  }

  private void fill(int node, HistoryFeature history, int lag, Slice out) {
    if (!history.channel().isGroup()) {
      ChannelBuffer in = buffer(history.channel());
      if (lag < 0) {
        fillAhead(history.transform(), in, -lag, out);
      } else {
        BulkTransform.fill(history.transform(), in, lag, out);
      }
      return;
    }
    GroupColumns columns = input.groupColumns(node);
    if (columns.hasGroup(series)) {
      int from = input.panel().start(series) - columns.start(series);
      System.arraycopy(columns.column(series, lag), from, out.values(), out.at(), out.rows());
    } else {
      out.fillFirst(out.rows(), Float.NaN);
    }
  }

  /** A longer column that looks no further than its own step, without the first rows. */
  private void fillAhead(HistoryTransform transform, ChannelBuffer in, int ahead, Slice out) {
    int rows = ahead + out.rows();
    float[] room = longer.values().length < rows ? new float[rows] : longer.values();
    BulkTransform.fill(transform, in, 0, longer.place(room, 0, rows));
    System.arraycopy(room, ahead, out.values(), out.at(), out.rows());
  }

  /** The value of a feature that is the same in all rows of a series and horizon. */
  float constant(PipelineFeature feature, int horizon) {
    return feature instanceof AttributeFeature attribute ? input.code(attribute, series) : horizon;
  }
}
