package io.synkro.predict.optimize.echelon;

import java.util.Arrays;

/**
 * Ranges that the inbound and outbound times of the stages may take. Inbound times are those of the
 * latest supplier: a longer one would only cost more.
 */
final class TimeRanges {
  private final ServiceModel model;
  private final int[] lowOut;
  private final int[] highOut;
  private final int[] lowIn;
  private final int[] highIn;

  private TimeRanges(ServiceModel model, int[] lowOut, int[] highOut, int[] lowIn, int[] highIn) {
    this.model = model;
    this.lowOut = lowOut;
    this.highOut = highOut;
    this.lowIn = lowIn;
    this.highIn = highIn;
  }

  /** All times that make sense. */
  static TimeRanges all(ServiceModel model) {
    int n = model.size();
    int[] high = new int[n];
    Arrays.fill(high, Integer.MAX_VALUE);
    TimeRanges ranges = new TimeRanges(model, new int[n], high, new int[n], high.clone());
    ranges.tighten();
    return ranges;
  }

  int lowOut(int stage) {
    return lowOut[stage];
  }

  int highOut(int stage) {
    return highOut[stage];
  }

  int lowIn(int stage) {
    return lowIn[stage];
  }

  int highIn(int stage) {
    return highIn[stage];
  }

  /** A copy where a stage delivers within a time. */
  TimeRanges withOutboundAtMost(int stage, int time) {
    TimeRanges copy = copy();
    copy.highOut[stage] = Math.min(time, highOut[stage]);
    return copy;
  }

  /** A copy where a stage delivers after a time or later. */
  TimeRanges withOutboundAtLeast(int stage, int time) {
    TimeRanges copy = copy();
    copy.lowOut[stage] = Math.max(time, lowOut[stage]);
    return copy;
  }

  /** A copy where a stage is delivered to after a time or later. */
  TimeRanges withInboundAtLeast(int stage, int time) {
    TimeRanges copy = copy();
    copy.lowIn[stage] = Math.max(time, lowIn[stage]);
    return copy;
  }

  /**
   * Narrows the ranges to what the links leave, until nothing changes.
   *
   * @return false if nothing is left
   */
  boolean tighten() {
    int[] order = model.network().order();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int k : order) {
        changed |= fromSuppliers(k);
        if (lowOut[k] > highOut[k] || lowIn[k] > highIn[k]) {
          return false;
        }
      }
      for (int i = order.length - 1; i >= 0; i--) {
        changed |= fromCustomers(order[i]);
      }
    }
    return true;
  }

  private boolean fromSuppliers(int k) {
    int low = Math.max(model.outsideInbound(k), lowOut[k] - model.processing(k));
    int high = model.outsideInbound(k);
    for (int e : model.network().linksTo(k)) {
      low = Math.max(low, lowOut[model.network().supplier(e)]);
      high = Math.max(high, highOut[model.network().supplier(e)]);
    }
    low = Math.max(low, lowIn[k]);
    high = Math.min(high, highIn[k]);
    int highest = Math.min(Math.min(highOut[k], model.promised(k)), high + model.processing(k));
    boolean changed = low > lowIn[k] || high < highIn[k] || highest < highOut[k];
    lowIn[k] = low;
    highIn[k] = high;
    highOut[k] = highest;
    return changed;
  }

  private boolean fromCustomers(int k) {
    int high = highOut[k];
    for (int e : model.network().linksFrom(k)) {
      high = Math.min(high, highIn[model.network().customer(e)]);
    }
    boolean changed = high < highOut[k];
    highOut[k] = high;
    return changed;
  }

  private TimeRanges copy() {
    return new TimeRanges(model, lowOut.clone(), highOut.clone(), lowIn.clone(), highIn.clone());
  }
}
