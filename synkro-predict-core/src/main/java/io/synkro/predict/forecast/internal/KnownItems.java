package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import java.util.stream.IntStream;

/**
 * The items that a new one is compared with and the part of their demand that counts: the first
 * steps after their launch. A launch is known if the item's first sale lies more than a season
 * after the panel's start, or its series begins later than the panel. With fewer than eight known
 * launches it is the last steps of all items instead. The step of the first sale is left out, since
 * something is always sold on it. Not changed after its creation.
 */
final class KnownItems {
  private static final int LEAST_LAUNCHES = 8;
  private static final int LONGEST_LEAST = 12;

  private final SeriesPanel demand;
  private final int length;
  private final int[] series;
  private final int[] from;

  KnownItems(SeriesPanel demand, int horizon) {
    this.demand = demand;
    this.length = steps(demand, horizon);
    int begin = IntStream.range(0, demand.size()).map(demand::start).min().orElseThrow();
    int season = demand.axis().frequency().seasonLength();
    int[] launches =
        IntStream.range(0, demand.size())
            .filter(i -> demand.start(i) > begin || firstSale(i) > season)
            .filter(i -> isKnown(i, firstSale(i) + 1))
            .toArray();
    if (launches.length >= LEAST_LAUNCHES) {
      series = launches;
      from = IntStream.of(launches).map(i -> firstSale(i) + 1).toArray();
    } else {
      series = IntStream.range(0, demand.size()).filter(i -> isKnown(i, last(i))).toArray();
      from = IntStream.of(series).map(this::last).toArray();
    }
  }

  /** How many steps count: the horizon, at least a season of up to twelve steps. */
  static int steps(SeriesPanel demand, int horizon) {
    return Math.max(horizon, Math.min(LONGEST_LEAST, demand.axis().frequency().seasonLength()));
  }

  private int firstSale(int i) {
    for (int t = 0; t < demand.length(i); t++) {
      if (demand.value(i, t) > 0) {
        return t;
      }
    }
    return demand.length(i);
  }

  private int last(int i) {
    return Math.max(firstSale(i) + 1, demand.length(i) - length);
  }

  /** Whether half of the steps were observed. */
  private boolean isKnown(int i, int begin) {
    int known = 0;
    for (int t = begin; t < Math.min(begin + length, demand.length(i)); t++) {
      known += Double.isNaN(demand.value(i, t)) ? 0 : 1;
    }
    return 2 * known >= length;
  }

  int size() {
    return series.length;
  }

  int steps() {
    return length;
  }

  /** Demand of a step that counts; NaN where it is missing. */
  double demand(int item, int step) {
    int t = from[item] + step;
    return t < demand.length(series[item]) ? demand.value(series[item], t) : Double.NaN;
  }

  /** Number of a step since 1970, which does not depend on the panel's axis. */
  long time(int item, int step) {
    return demand.axis().sinceEpoch((long) demand.start(series[item]) + from[item] + step);
  }

  int position(int item) {
    return series[item];
  }
}
