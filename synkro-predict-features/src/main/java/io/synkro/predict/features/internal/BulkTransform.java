package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.HistoryTransform;

/**
 * A transform that can also compute all steps of a series at once. It gives the bits of {@link
 * HistoryTransform#value}, only faster: sums are added up in the same order.
 */
public interface BulkTransform extends HistoryTransform {
  /**
   * Computes the feature of many steps: row t of the slice knows the values before step {@code t -
   * lag + 1}.
   *
   * @param in the series
   * @param lag how many steps the newest value lies back, at least 1
   * @param out receives the features of steps 0, 1, …; at most {@code in.length() + lag} rows
   */
  void fill(ChannelBuffer in, int lag, Slice out);

  /**
   * Computes the feature of many steps, all at once if the transform can.
   *
   * @param transform any transform
   * @param in the series
   * @param lag how many steps the newest value lies back, at least 1
   * @param out receives the features; at most {@code in.length() + lag} rows
   */
  static void fill(HistoryTransform transform, ChannelBuffer in, int lag, Slice out) {
    if (transform instanceof BulkTransform bulk) {
      bulk.fill(in, lag, out);
    } else {
      oneByOne(transform, in, lag, out);
    }
  }

  /**
   * Computes the feature of many steps, one after another.
   *
   * @param transform any transform
   * @param in the series
   * @param lag how many steps the newest value lies back, at least 1
   * @param out receives the features; at most {@code in.length() + lag} rows
   */
  static void oneByOne(HistoryTransform transform, ChannelBuffer in, int lag, Slice out) {
    double[] state = new double[transform.stateSize()];
    transform.start(state, 0);
    HistoryView history = new HistoryView(in, transform.lookback());
    for (int t = 0; t < out.rows(); t++) {
      int newest = t - lag;
      if (newest >= 0) {
        transform.update(state, 0, in.value(newest));
        history.moveTo(newest);
        out.set(t, history.ask(transform, state, 0));
      } else {
        out.set(t, Float.NaN);
      }
    }
  }
}
