package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.internal.ChannelBuffer;
import io.synkro.predict.features.internal.HistoryView;
import io.synkro.predict.tabular.HistoryTransform;

/**
 * Computes one feature at single rows of a series, by the code that serves live vectors. Rows come
 * by ascending origin and then horizon. Not safe for use by many threads.
 */
final class HistoryCursor {
  private static final int NOTHING = Integer.MIN_VALUE;

  private final HistoryFeature feature;
  private final HistoryTransform transform;
  private final HistoryView view = new HistoryView();
  private final ChannelBuffer in;

  /** What the transform carries along after the newest value that cannot be a planned one. */
  private final double[] carried;

  private final double[] planned;
  private long firstStep;
  private int taken;
  private int takenPlans;
  private int lastOrigin;
  private int lastNewest;
  private float last;

  /** Creates a cursor of a buffer, which is filled anew for each series. */
  HistoryCursor(HistoryFeature feature, ChannelBuffer in) {
    this.feature = feature;
    this.transform = feature.transform();
    this.in = in;
    this.carried = new double[transform.stateSize()];
    this.planned = new double[transform.stateSize()];
  }

  /** Goes to the series in the buffer, whose first step is counted since 1970. */
  void begin(long step) {
    firstStep = step;
    taken = 0;
    lastOrigin = NOTHING;
    lastNewest = NOTHING;
    transform.start(carried, 0);
  }

  /** Computes a row; the origin is counted from the first step of the series. */
  float value(int origin, int horizon) {
    boolean throughTarget = feature.until() == Until.TARGET;
    int step = throughTarget ? origin + horizon - 1 : origin;
    int newest = step - feature.lag(horizon);
    if (Math.min(step, newest) < 0) {
      return Float.NaN;
    }
    boolean sameOrigin = origin == lastOrigin;
    if (newest == lastNewest && (sameOrigin || !throughTarget)) {
      return last;
    }
    taken = take(carried, taken, throughTarget ? origin : newest + 1);
    double[] state = carried;
    if (throughTarget) {
      if (!sameOrigin) {
        System.arraycopy(carried, 0, planned, 0, planned.length);
        takenPlans = taken;
      }
      takenPlans = take(planned, takenPlans, newest + 1);
      state = planned;
    }
    lastOrigin = origin;
    lastNewest = newest;
    view.place(in.values(), in.pad() + newest + 1, transform.lookback(), firstStep + newest);
    last = view.ask(transform, state, 0, throughTarget ? 0 : taken - 1 - newest);
    return last;
  }

  private int take(double[] state, int from, int end) {
    if (state.length > 0 && from < end) {
      transform.update(state, 0, in.values(), in.pad() + from, in.pad() + end);
    }
    return Math.max(from, end);
  }
}
