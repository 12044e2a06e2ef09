package io.synkro.predict.features.online;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/** What the tests of the store have in common. */
final class Stores {
  static final Lineage TEST = Lineage.of("test");
  static final EntityKey KEY = EntityKey.of("P-1", "W-1");

  private Stores() {}

  /** A clock that is set by hand. */
  static class SetClock extends Clock {
    volatile long millis;

    @Override
    public long millis() {
      return millis;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Stale after 10, expired after 20 milliseconds. */
  static FeatureView view(String name, Entity entity, String... features) {
    return FeatureView.of(
        name,
        entity,
        new FeatureSchema(
            IntStream.range(0, features.length)
                .mapToObj(f -> Feature.number(features[f]))
                .toList()),
        new Freshness(Duration.ofMillis(10), Duration.ofMillis(20)));
  }

  static FeatureBatch row(
      FeatureView view, EntityKey key, long event, long known, float... values) {
    float[][] columns = new float[values.length][];
    for (int c = 0; c < values.length; c++) {
      columns[c] = new float[] {values[c]};
    }
    return new FeatureBatch(
        new EntityKey[] {key},
        new long[] {event},
        new long[] {known},
        new FeatureTable(view.schema(), columns));
  }
}
