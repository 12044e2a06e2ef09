package io.synkro.predict.features.store;

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
import java.util.List;
import java.util.Map;

/** What the tests of the feature store have in common. */
final class Cases {
  static final FeatureView SALES =
      FeatureView.of(
              "sales",
              Entity.SERIES,
              new FeatureSchema(List.of(Feature.number("mean"), Feature.category("band", 4))),
              new Freshness(Duration.ofMillis(5), Duration.ofMillis(12)))
          .withDefaults(Map.of("band", 3f));

  static final FeatureView PRICE =
      FeatureView.of(
          "price",
          Entity.PRODUCT,
          new FeatureSchema(List.of(Feature.number("mean"), Feature.number("discount"))),
          Freshness.FOREVER);

  static final FeatureView STOCK =
      FeatureView.of(
          "stock",
          Entity.of("place", "warehouse", "product"),
          new FeatureSchema(List.of(Feature.number("units"))),
          Freshness.ofTimeToLive(Duration.ofMillis(3)));

  static final Lineage TEST = Lineage.of("test");

  private Cases() {}

  /** A clock that is set by hand. */
  static final class SetClock extends Clock {
    private volatile long millis;

    SetClock(long millis) {
      this.millis = millis;
    }

    void set(long newMillis) {
      millis = newMillis;
    }

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

  static EntityKey series(int number) {
    return EntityKey.of("p" + number, "w" + number % 3);
  }

  /** The key of a view's entity that belongs to a series. */
  static EntityKey key(FeatureView view, EntityKey series) {
    return EntityKey.of(
        view.entity().keys().stream()
            .map(part -> series.parts().get(part.equals("product") ? 0 : 1))
            .toArray(String[]::new));
  }

  static FeatureBatch row(FeatureView view, EntityKey key, long event, long known, float... row) {
    float[][] columns = new float[row.length][];
    for (int c = 0; c < row.length; c++) {
      columns[c] = new float[] {row[c]};
    }
    return new FeatureBatch(
        new EntityKey[] {key},
        new long[] {event},
        new long[] {known},
        new FeatureTable(view.schema(), columns));
  }
}
