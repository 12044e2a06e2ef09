package io.synkro.predict.tablesaw;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Batches as key parts, two times and features. Stateless. */
final class BatchColumns {
  private static final String EVENT_TIME = "event_time";
  private static final String KNOWN_AT = "known_at";
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private BatchColumns() {}

  static FeatureBatch read(Table table, Entity entity, FeatureSchema schema) {
    List<Column<?>> parts = new ArrayList<>();
    entity.keys().forEach(name -> parts.add(Cells.texts(table, name)));
    EntityKey[] keys = new EntityKey[table.rowCount()];
    for (int row = 0; row < keys.length; row++) {
      int at = row;
      keys[row] =
          EntityKey.of(parts.stream().map(column -> Cells.text(column, at)).toArray(String[]::new));
    }
    return new FeatureBatch(
        keys,
        millis(table, EVENT_TIME),
        millis(table, KNOWN_AT),
        FeatureColumns.read(table, schema));
  }

  private static long[] millis(Table table, String name) {
    Column<?> column = Cells.column(table, name);
    if (!(column instanceof InstantColumn instants)) {
      throw Cells.type(column, "must have instants");
    }
    long[] millis = new long[table.rowCount()];
    for (int row = 0; row < millis.length; row++) {
      if (instants.isMissing(row)) {
        throw Cells.refuse(column, row, "must not be missing", "leave the row out");
      }
      millis[row] = instants.get(row).toEpochMilli();
    }
    return millis;
  }

  static Table write(FeatureBatch batch, Entity entity) {
    Table table = Table.create("batch");
    for (int part = 0; part < entity.keys().size(); part++) {
      StringColumn column = StringColumn.create(entity.keys().get(part));
      for (int row = 0; row < batch.rows(); row++) {
        column.append(entity.requireKey(batch.key(row)).parts().get(part));
      }
      Cells.add(table, column);
    }
    InstantColumn eventTimes = InstantColumn.create(EVENT_TIME);
    InstantColumn knownTimes = InstantColumn.create(KNOWN_AT);
    for (int row = 0; row < batch.rows(); row++) {
      eventTimes.append(representable(EVENT_TIME, row, batch.eventTime(row)));
      knownTimes.append(representable(KNOWN_AT, row, batch.knownTime(row)));
    }
    Cells.add(table, eventTimes);
    Cells.add(table, knownTimes);
    FeatureColumns.write(batch.values(), table);
    return table;
  }

  private static Instant representable(String name, int row, Instant time) {
    Require.that(
        !time.isBefore(EARLIEST) && !time.isAfter(LATEST),
        "%s of row %d".formatted(name, row),
        time,
        "must be in the years 1 to 9999",
        "");
    return time;
  }
}
