package io.synkro.predict.examples.features;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.offline.EntityRows;
import io.synkro.predict.features.offline.Partition;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of features, one a series and day: what is known as the day begins, with all sales before it
 * and the prices and promotions that are planned for it.
 */
final class DailyRows {
  private final SeriesPanel panel;
  private final FeaturePipeline pipeline;
  private final String source;

  DailyRows(SeriesPanel panel, FeaturePipeline pipeline, String source) {
    this.panel = panel;
    this.pipeline = pipeline;
    this.source = source;
  }

  /** Midnight, when a day begins. */
  Instant begin(int day) {
    return panel.axis().at(day).toInstant(ZoneOffset.UTC);
  }

  /** Returns a partition for each day, computed when it is asked for. */
  List<Partition> partitions(int from, int to) {
    List<Partition> partitions = new ArrayList<>();
    for (int t = from; t < to; t++) {
      int day = t;
      LocalDate date = panel.axis().at(day).toLocalDate();
      partitions.add(new Partition(source + " " + date, () -> compute(day)));
    }
    return partitions;
  }

  private Partition.Computed compute(int day) {
    int[] series =
        IntStream.range(0, panel.size())
            .filter(s -> day >= panel.start(s) && day <= panel.end(s))
            .toArray();
    int[] origins = new int[series.length];
    int[] horizons = new int[series.length];
    long[] times = new long[series.length];
    Arrays.fill(origins, day);
    Arrays.fill(horizons, 1);
    Arrays.fill(times, begin(day).toEpochMilli());
    EntityKey[] keys =
        IntStream.of(series).mapToObj(s -> EntityKey.of(panel.id(s))).toArray(EntityKey[]::new);
    FeatureBatch batch =
        new FeatureBatch(
            keys,
            times,
            times,
            pipeline.compute(panel, new FeatureRows(series, origins, horizons)));
    return new Partition.Computed(batch, new Lineage(source, 0, day, List.of(pipeline.version())));
  }

  /** Returns the days of all series for which sales are known, and were a week before. */
  LabelledDays labelled(int from, int to) {
    List<EntityKey> keys = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    List<Float> units = new ArrayList<>();
    List<Float> earlier = new ArrayList<>();
    for (int s = 0; s < panel.size(); s++) {
      for (int t = Math.max(from, panel.start(s) + 7); t < Math.min(to, panel.end(s)); t++) {
        int position = t - panel.start(s);
        double sold = panel.value(s, position);
        double before = panel.value(s, position - 7);
        if (!Double.isNaN(sold) && !Double.isNaN(before)) {
          keys.add(EntityKey.of(panel.id(s)));
          times.add(begin(t).toEpochMilli());
          units.add((float) Math.max(0, sold)); // days on which more came back than was sold
          earlier.add((float) Math.max(0, before));
        }
      }
    }
    EntityRows entities =
        EntityRows.of(
            Entity.SERIES,
            keys.toArray(EntityKey[]::new),
            times.stream().mapToLong(Long::longValue).toArray());
    return new LabelledDays(entities, units, earlier);
  }
}
