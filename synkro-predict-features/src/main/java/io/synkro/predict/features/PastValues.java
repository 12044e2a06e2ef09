package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import io.synkro.predict.features.LiveLayout.Part;
import io.synkro.predict.features.internal.ChannelBuffer;
import io.synkro.predict.features.internal.HistoryView;
import io.synkro.predict.features.internal.WholeTotals;
import io.synkro.predict.tabular.HistoryTransform;
import java.util.Arrays;

/**
 * A copy of what a live state knew before an origin, from which features are computed without
 * holding its monitor. Not safe for use by many threads.
 */
final class PastValues {
  private final LiveLayout layout;
  private final int[] lookbacks;
  private final int[] stepsAhead;
  private final float[][] values;
  private final WholeTotals[] totals;
  private final double[] carried;
  private final double[] ahead;
  private final HistoryView view = new HistoryView();
  private int origin;
  private int start;
  private int horizon;

  PastValues(PipelinePlan plan, LiveLayout layout, Part part) {
    this.layout = layout;
    this.lookbacks = part.channels().stream().mapToInt(plan::lookback).toArray();
    this.stepsAhead = part.channels().stream().mapToInt(plan::stepsAhead).toArray();
    this.values = new float[lookbacks.length][];
    this.totals = new WholeTotals[lookbacks.length];
    for (int c = 0; c < lookbacks.length; c++) {
      values[c] = new float[lookbacks[c]];
      totals[c] = new WholeTotals(lookbacks[c]);
    }
    this.carried = new double[part.numbers()];
    this.ahead = new double[part.numbers()];
  }

  /**
   * Copies a state; an empty one begins at the origin.
   *
   * @return false if the state does not know the origin
   */
  boolean load(LiveState state, int newOrigin, int newHorizon, int openSteps) {
    origin = newOrigin;
    horizon = newHorizon;
    view.forget();
    synchronized (state) {
      if (!state.knows(origin, openSteps)) {
        return false;
      }
      start = state.isEmpty() ? origin : state.start();
      for (int c = 0; c < values.length; c++) {
        state.copyBefore(origin, c, values[c], totals[c]);
      }
      state.copyCarried(origin, carried);
      return true;
    }
  }

  /** The first step of the state; the origin for an empty one. */
  int start() {
    return start;
  }

  /**
   * Takes the planned values of a channel, the first of them that of the origin; what they lack
   * after the target is missing.
   */
  void plan(int channel, float[] plan) {
    int steps = horizon + stepsAhead[channel];
    int length = lookbacks[channel] + steps;
    if (values[channel].length < length) {
      values[channel] = Arrays.copyOf(values[channel], length);
    }
    int given = Math.min(steps, plan.length);
    for (int h = 0; h < given; h++) {
      values[channel][lookbacks[channel] + h] = ChannelBuffer.known(plan[h]);
    }
    Arrays.fill(values[channel], lookbacks[channel] + given, length, Float.NaN);
  }

  /** Computes a feature. */
  float value(int node, HistoryFeature feature) {
    int channel = layout.ring(node);
    HistoryTransform transform = feature.transform();
    int at = layout.at(node);
    view.know(totals[channel]);
    if (feature.until() == Until.TARGET) {
      double[] state = throughPlan(transform, channel, at);
      int known = horizon + feature.stepsAhead();
      int end = lookbacks[channel] + known;
      view.move(values[channel], end, layout.lookback(node), origin + known - 1L);
      return view.ask(transform, state, at);
    }
    int lag = feature.lag(horizon);
    int newest = origin - lag;
    if (newest < start) {
      return Float.NaN;
    }
    view.move(values[channel], lookbacks[channel] - lag + 1, layout.lookback(node), newest);
    return view.ask(transform, carried, at, lag - 1);
  }

  private double[] throughPlan(HistoryTransform transform, int channel, int at) {
    System.arraycopy(carried, at, ahead, at, transform.stateSize());
    if (transform.stateSize() > 0) {
      for (int h = 0; h < horizon; h++) {
        transform.update(ahead, at, values[channel][lookbacks[channel] + h]);
      }
    }
    return ahead;
  }
}
