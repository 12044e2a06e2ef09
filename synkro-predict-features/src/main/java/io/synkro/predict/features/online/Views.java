package io.synkro.predict.features.online;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.Require;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registered views; the number of a view is its position. Safe for use by many threads. */
final class Views {
  private volatile List<ViewRows> all = List.of();

  List<ViewRows> all() {
    return all;
  }

  /** Returns the rows of a view, or null if this version of it is not registered. */
  @Nullable ViewRows find(FeatureView view) {
    for (ViewRows each : all) {
      if (each.view().equals(view)) {
        return each;
      }
    }
    return null;
  }

  /** Returns the rows of a view. */
  ViewRows require(FeatureView view) {
    ViewRows found = find(view);
    if (found == null) {
      throw new InvalidInputException(
          "view", view.name(), "must be registered in this version", "call register first");
    }
    return found;
  }

  /** Adds a view; its number must be the next one, or that of the same view. */
  synchronized void add(ViewRecord added) {
    if (added.id() < all.size()) {
      return;
    }
    List<ViewRows> more = new ArrayList<>(all);
    more.add(new ViewRows(added.id(), added.view(), added.expected()));
    all = List.copyOf(more);
  }

  /** Applies a record of the log. */
  void replay(long sequence, ByteBuffer record, long now) {
    byte kind = record.get();
    if (kind == ViewRecord.KIND) {
      add(ViewRecord.decode(record));
      return;
    }
    ViewRows rows = all.get(record.getInt());
    if (kind == StoreSnapshot.KIND) {
      StoreSnapshot.read(record, rows, now);
      return;
    }
    requireBatch(kind);
    BatchRecord.lineage(record);
    BatchRecord.rows(
        record,
        (key, event, known, values) ->
            rows.add(key, new HeldRow(event, known, sequence, values), now));
  }

  /** Hands a record to a consumer, if it is a batch. */
  void read(ByteBuffer record, BatchConsumer consumer) {
    byte kind = record.get();
    if (kind != ViewRecord.KIND && kind != StoreSnapshot.KIND) {
      requireBatch(kind);
      FeatureView view = all.get(record.getInt()).view();
      Lineage lineage = BatchRecord.lineage(record);
      consumer.accept(view, BatchRecord.batch(record, view.schema()), lineage);
    }
  }

  private static void requireBatch(byte kind) {
    Require.that(
        kind == BatchRecord.KIND, "kind of record", kind, "must be known", "update this library");
  }
}
