package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;

/**
 * Chooses what a model of trees learns from: observed steps, each seen from a few origins before
 * it. Every step is seen from as many as there is room for, at horizons that lie evenly apart and
 * begin at a random one. Where even one is too many, older steps are left out, and if two horizons
 * of every series are still too many, a random part of them.
 *
 * @param range horizons to learn
 * @param most about the most rows
 * @param seed seed of the draws
 */
record TrainingRows(HorizonRange range, int most, int seed) {
  /** Chooses rows of a panel; which they are is worked out as they are asked for. */
  Chosen of(SeriesPanel demand) {
    return of(demand, 0);
  }

  /** Chooses rows of a panel whose targets are no earlier than some position of their series. */
  Chosen of(SeriesPanel demand, int firstTarget) {
    int perSeries = Math.max(2 * range.last(), most / demand.size());
    long examples = Math.max(1, examples(demand, perSeries));
    double kept = Math.min(1, (double) most / examples);
    int views = (int) Math.max(1, Math.min(range.steps(), most / examples));
    return new Chosen(demand, Math.max(0, firstTarget), perSeries, kept, views);
  }

  private static long examples(SeriesPanel demand, int perSeries) {
    long count = 0;
    for (int i = 0; i < demand.size(); i++) {
      for (int t = Math.max(0, demand.length(i) - perSeries); t < demand.length(i); t++) {
        count += Double.isNaN(demand.value(i, t)) ? 0 : 1;
      }
    }
    return count;
  }

  /**
   * Random bits, the same in every run for the same seed, series and step. Source: Steele, Lea
   * &amp; Flood (2014), Fast splittable pseudorandom number generators, <a
   * href="https://doi.org/10.1145/2660193.2660195">doi:10.1145/2660193.2660195</a> (the finaliser
   * of SplitMix64).
   */
  private long draw(int series, int step) {
    long z = seed * 0x9E3779B97F4A7C15L + series * 0xBF58476D1CE4E5B9L + step;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Rows of a panel, series after series. Immutable. */
  final class Chosen {
    private final SeriesPanel demand;
    private final int firstTarget;
    private final int perSeries;
    private final double kept;
    private final int views;

    /** Position of the first row of each series, and the number of all rows. */
    private final int[] starts;

    private Chosen(SeriesPanel demand, int firstTarget, int perSeries, double kept, int views) {
      this.demand = demand;
      this.firstTarget = firstTarget;
      this.perSeries = perSeries;
      this.kept = kept;
      this.views = views;
      this.starts = new int[demand.size() + 1];
      Sink counter = new Sink(0);
      for (int i = 0; i < demand.size(); i++) {
        choose(i, counter);
        starts[i + 1] = counter.size;
      }
    }

    int size() {
      return starts[demand.size()];
    }

    /** Returns how many rows the series before one have. */
    int start(int series) {
      return starts[series];
    }

    /** Returns the rows of the series from one to before another. */
    FeatureRows of(int from, int to) {
      Sink rows = new Sink(starts[to] - starts[from]);
      for (int i = from; i < to; i++) {
        choose(i, rows);
      }
      return new FeatureRows(rows.series, rows.origin, rows.horizon);
    }

    private void choose(int series, Sink rows) {
      int season = demand.axis().frequency().seasonLength();
      int length = demand.length(series);
      int start = demand.start(series);
      int warmUp = Math.min(season, length / 3);
      int first = Math.max(firstTarget, Math.max(warmUp + 1, length - perSeries));
      for (int t = first; t < length; t++) {
        if (!Double.isNaN(demand.value(series, t))) {
          long drawn = draw(series, start + t);
          if ((drawn >>> 40) * 0x1p-24 >= kept) {
            continue;
          }
          if (rows.counts() && t - warmUp >= range.last()) {
            rows.size += views; // none of them is from before the warm-up
          } else {
            addViews(series, start + t, drawn, t - warmUp, rows);
          }
        }
      }
    }

    /** Horizons of one target; those from before the warm-up are seen from its end, once. */
    private void addViews(int series, int target, long drawn, int longest, Sink rows) {
      int begin = (int) Long.remainderUnsigned(drawn, range.steps());
      boolean fromEnd = false;
      for (int v = 0; v < views; v++) {
        int step = (begin + (int) ((long) v * range.steps() / views)) % range.steps();
        int horizon = Math.min(range.first() + step, longest);
        if (horizon < range.first() || (horizon == longest && fromEnd)) {
          continue;
        }
        fromEnd |= horizon == longest;
        rows.add(series, target - horizon + 1, horizon);
      }
    }
  }

  /** Takes rows, or counts them if it has no room for any. */
  private static final class Sink {
    private final int[] series;
    private final int[] origin;
    private final int[] horizon;
    private int size;

    Sink(int room) {
      this.series = new int[room];
      this.origin = new int[room];
      this.horizon = new int[room];
    }

    boolean counts() {
      return series.length == 0;
    }

    void add(int ofSeries, int from, int ahead) {
      if (!counts()) {
        series[size] = ofSeries;
        origin[size] = from;
        horizon[size] = ahead;
      }
      size++;
    }
  }
}
