package io.synkro.predict.features.online;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of one version of a view. Safe for use by many threads. */
final class ViewRows {
  private final int id;
  private final FeatureView view;
  private final Cache<EntityKey, HeldRow> rows;
  private final Map<FeatureStatus, LongAdder> reads = new EnumMap<>(FeatureStatus.class);

  /** Creates the rows of a view whose number in the log is {@code id}. */
  ViewRows(int id, FeatureView view, int expected) {
    this.id = id;
    this.view = view;
    this.rows = Caffeine.newBuilder().initialCapacity(expected).build();
    for (FeatureStatus status : FeatureStatus.values()) {
      reads.put(status, new LongAdder());
    }
  }

  int id() {
    return id;
  }

  FeatureView view() {
    return view;
  }

  /** Refuses batches of other features or entities. */
  void require(FeatureBatch batch) {
    view.schema().requireSame(batch.values().schema());
    for (int row = 0; row < batch.rows(); row++) {
      view.entity().requireKey(batch.key(row));
    }
  }

  void add(long sequence, FeatureBatch batch, long now) {
    for (int row = 0; row < batch.rows(); row++) {
      float[] values = new float[view.schema().size()];
      batch.values().copyRow(row, values);
      add(
          batch.key(row),
          new HeldRow(batch.eventMillis(row), batch.knownMillis(row), sequence, values),
          now);
    }
  }

  void add(EntityKey key, HeldRow row, long now) {
    rows.asMap().compute(key, (k, held) -> HeldRow.merge(held, row, now));
  }

  @Nullable HeldRow current(EntityKey key, long now) {
    return HeldRow.current(rows.getIfPresent(key), now);
  }

  /** Hands out what is held for every entity, also the rows that are yet to come. */
  void forEach(BiConsumer<EntityKey, HeldRow> consumer) {
    rows.asMap().forEach(consumer);
  }

  Optional<Instant> newestEvent(long now) {
    return rows.asMap().values().stream()
        .map(head -> HeldRow.current(head, now))
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(HeldRow::event))
        .map(row -> Instant.ofEpochMilli(row.event()));
  }

  /** Returns the number of entities. */
  long size() {
    return rows.estimatedSize();
  }

  void count(FeatureStatus status, int features) {
    LongAdder adder = reads.get(status);
    if (adder != null) {
      adder.add(features);
    }
  }

  Map<FeatureStatus, Long> reads() {
    Map<FeatureStatus, Long> counts = new EnumMap<>(FeatureStatus.class);
    reads.forEach((status, adder) -> counts.put(status, adder.sum()));
    return counts;
  }
}
