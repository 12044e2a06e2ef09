package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import java.util.stream.IntStream;

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
  FeatureRows of(SeriesPanel demand) {
    int perSeries = Math.max(2 * range.last(), most / demand.size());
    long examples = Math.max(1, examples(demand, perSeries));
    double kept = Math.min(1, (double) most / examples);
    int views = (int) Math.max(1, Math.min(range.steps(), most / examples));
    int season = demand.axis().frequency().seasonLength();
    Chosen chosen = new Chosen(new IntArray(), new IntArray(), new IntArray());
    for (int i = 0; i < demand.size(); i++) {
      int warmUp = Math.min(season, demand.length(i) / 3);
      int first = Math.max(warmUp + 1, demand.length(i) - perSeries);
      for (int t = first; t < demand.length(i); t++) {
        long drawn = draw(i, demand.start(i) + t);
        if (!Double.isNaN(demand.value(i, t)) && (drawn >>> 40) * 0x1p-24 < kept) {
          int begin = (int) Long.remainderUnsigned(drawn, range.steps());
          addViews(chosen, i, demand.start(i) + t, horizons(begin, views, t - warmUp));
        }
      }
    }
    return new FeatureRows(
        chosen.series().toArray(), chosen.origin().toArray(), chosen.horizon().toArray());
  }

  private record Chosen(IntArray series, IntArray origin, IntArray horizon) {}

  private static void addViews(Chosen chosen, int series, int target, int[] horizons) {
    for (int h : horizons) {
      chosen.series().add(series);
      chosen.origin().add(target - h + 1);
      chosen.horizon().add(h);
    }
  }

  /** Horizons of one target; those from before the warm-up are seen from its end, once. */
  private int[] horizons(int begin, int views, int longest) {
    return IntStream.range(0, views)
        .map(
            v -> range.first() + (begin + (int) ((long) v * range.steps() / views)) % range.steps())
        .map(h -> Math.min(h, longest))
        .filter(h -> h >= range.first())
        .distinct()
        .toArray();
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
}
