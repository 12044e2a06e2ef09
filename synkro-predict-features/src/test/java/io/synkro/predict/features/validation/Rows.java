package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds batches of a view of units (a number) and store type (3 categories), row by row. */
final class Rows {
  static final FeatureSchema SCHEMA =
      new FeatureSchema(
          List.of(
              Feature.number("units").definedAs("sum(demand, 28)"), Feature.category("type", 3)));
  static final FeatureView VIEW =
      FeatureView.of("demand", Entity.SERIES, SCHEMA, Freshness.FOREVER);
  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final List<EntityKey> keys = new ArrayList<>();
  private final List<Instant> events = new ArrayList<>();
  private final List<Instant> known = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();

  /** A row of product {@code P<number>} an hour ago. */
  Rows add(float units, float type) {
    Instant hourAgo = NOW.minusSeconds(3_600);
    return add(EntityKey.of("P" + keys.size(), "B"), hourAgo, hourAgo, units, type);
  }

  Rows add(EntityKey key, Instant event, Instant knownAt, float... row) {
    keys.add(key);
    events.add(event);
    known.add(knownAt);
    values.add(row);
    return this;
  }

  FeatureBatch batch() {
    float[][] columns = new float[SCHEMA.size()][keys.size()];
    for (int row = 0; row < values.size(); row++) {
      for (int c = 0; c < columns.length; c++) {
        columns[c][row] = values.get(row)[c];
      }
    }
    return new FeatureBatch(
        keys.toArray(EntityKey[]::new),
        events.stream().mapToLong(Instant::toEpochMilli).toArray(),
        known.stream().mapToLong(Instant::toEpochMilli).toArray(),
        new FeatureTable(SCHEMA, columns));
  }

  /** Everything in a batch, each row as text, floats by their bits. */
  static List<String> text(FeatureBatch batch) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      StringBuilder text = new StringBuilder(batch.key(row).toString());
      text.append(' ').append(batch.eventMillis(row)).append(' ').append(batch.knownMillis(row));
      for (int c = 0; c < batch.values().schema().size(); c++) {
        text.append(' ').append(Float.floatToIntBits(batch.values().value(row, c)));
      }
      rows.add(text.toString());
    }
    return rows;
  }
}
