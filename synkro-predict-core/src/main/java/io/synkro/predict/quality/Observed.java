package io.synkro.predict.quality;

import io.synkro.predict.series.SeriesPanel;

/** One series with what explains some of its values. Not changed after its creation. */
final class Observed {
  private final SeriesPanel panel;
  private final int series;
  private final double[] values;

  /** True where sales do not show demand or a promotion explains them. */
  private final boolean[] explained;

  private final int first;
  private final int last;
  private final int count;
  private final int firstSale;

  Observed(SeriesPanel panel, int series, boolean[] explained) {
    this.panel = panel;
    this.series = series;
    this.values = panel.values(series);
    this.explained = explained;
    int from = -1;
    int to = -1;
    int known = 0;
    int sale = values.length;
    for (int t = 0; t < values.length; t++) {
      if (Double.isNaN(values[t])) {
        continue;
      }
      from = from < 0 ? t : from;
      to = t;
      known++;
      sale = values[t] != 0 && sale == values.length ? t : sale;
    }
    this.first = from;
    this.last = to;
    this.count = known;
    this.firstSale = sale;
  }

  double value(int t) {
    return values[t];
  }

  boolean explained(int t) {
    return explained[t];
  }

  int length() {
    return values.length;
  }

  /** Position of the first known value, -1 if there is none. */
  int first() {
    return first;
  }

  /** Position of the last known value, -1 if there is none. */
  int last() {
    return last;
  }

  /** Number of known values. */
  int count() {
    return count;
  }

  /** Position of the first value that is not zero, or the length if there is none. */
  int firstSale() {
    return firstSale;
  }

  Finding finding(FindingKind kind, int from, int to, double magnitude) {
    int start = panel.start(series);
    return new Finding(kind, panel.id(series), start + from, start + to, magnitude);
  }
}
