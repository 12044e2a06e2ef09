package io.synkro.predict.optimize.echelon;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * Divides the plans by a link, on which S ≤ SI: the supplier delivers within a time, or the
   * customer is delivered to later.
   *
   * @return the parts that are not empty; every plan of this range is in one of them
   */
  List<TimeRanges> splitByLink(int supplier, int customer, int time) {
    TimeRanges within = copy();
    within.highOut[supplier] = Math.min(time, highOut[supplier]);
    TimeRanges later = copy();
    later.lowIn[customer] = Math.max(time + 1, lowIn[customer]);
    return notEmpty(within, later);
  }

  /**
   * Divides the plans by a stage: it delivers within a time, or later.
   *
   * @return the parts that are not empty; every plan of this range is in one of them
   */
  List<TimeRanges> splitByStage(int stage, int time) {
    TimeRanges within = copy();
    within.highOut[stage] = Math.min(time, highOut[stage]);
    TimeRanges later = copy();
    later.lowOut[stage] = Math.max(time + 1, lowOut[stage]);
    return notEmpty(within, later);
  }

  private static List<TimeRanges> notEmpty(TimeRanges one, TimeRanges other) {
    return Stream.of(one, other).filter(TimeRanges::tighten).toList();
  }

  /**
   * Narrows the ranges to what the links leave, until nothing changes.
   *
   * @return false if nothing is left
   */
  private boolean tighten() {
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
