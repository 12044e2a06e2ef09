package io.synkro.predict.features.online;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.internal.Require;
import java.util.List;

/** What a retrieval takes from one view, all names resolved. Safe for use by many threads. */
final class RetrievedView {
  private final ViewRows rows;
  private final int[] columns;
  private final float[] defaults;
  private final int offset;
  private final int[] keyParts;
  private final boolean sameKeys;

  /** Resolves a selection whose features go into a vector from a position on. */
  RetrievedView(ViewRows rows, Entity request, FeatureSelection selection, int offset) {
    this.rows = rows;
    this.offset = offset;
    columns = selection.columns();
    defaults = new float[columns.length];
    FeatureView view = rows.view();
    for (int i = 0; i < columns.length; i++) {
      defaults[i] = view.defaults().getOrDefault(selection.features().get(i), Float.NaN);
    }
    List<String> keys = view.entity().keys();
    sameKeys = keys.equals(request.keys());
    keyParts = keys.stream().mapToInt(request.keys()::indexOf).toArray();
    for (int i = 0; i < keyParts.length; i++) {
      Require.that(
          keyParts[i] >= 0,
          "key of entity " + view.entity().name() + " of view " + view.name(),
          keys.get(i),
          "must be a key of entity %s: %s".formatted(request.name(), request.keys()),
          "ask for keys of a finer entity");
    }
  }

  /** Returns the key of the view's entity that belongs to a key of the request's. */
  EntityKey keyOf(Entity request, EntityKey key) {
    if (sameKeys) {
      return key;
    }
    List<String> all = request.requireKey(key).parts();
    String[] some = new String[keyParts.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = all.get(keyParts[i]);
    }
    return EntityKey.of(some);
  }

  int size() {
    return columns.length;
  }

  /** Reads one entity into a vector and returns the event time of its row, if it has one. */
  long read(EntityKey key, long now, OnlineVector.Target target) {
    HeldRow row = rows.current(key, now);
    if (row == null) {
      rows.view().entity().requireKey(key); // a key of another entity is not just unknown
      int defaulted = 0;
      for (int i = 0; i < columns.length; i++) {
        defaulted += missing(i, FeatureStatus.MISSING, target);
      }
      rows.count(FeatureStatus.MISSING, columns.length - defaulted);
      rows.count(FeatureStatus.DEFAULTED, defaulted);
      return OnlineVector.NO_EVENT;
    }
    FeatureStatus status = rows.view().freshness().at(now - row.event());
    readRow(row, status, target);
    return row.event();
  }

  private void readRow(HeldRow row, FeatureStatus status, OnlineVector.Target target) {
    boolean expired = status == FeatureStatus.EXPIRED;
    float[] values = row.values();
    int defaulted = 0;
    int missing = 0;
    for (int i = 0; i < columns.length; i++) {
      float value = values[columns[i]];
      if (Float.isNaN(value)) {
        int replaced = missing(i, FeatureStatus.MISSING, target);
        defaulted += replaced;
        missing += 1 - replaced;
      } else if (expired) {
        defaulted += missing(i, FeatureStatus.EXPIRED, target);
      } else {
        target.values()[offset + i] = value;
        target.statuses()[offset + i] = status;
      }
    }
    rows.count(status, columns.length - defaulted - missing);
    rows.count(FeatureStatus.DEFAULTED, defaulted);
    rows.count(FeatureStatus.MISSING, missing);
  }

  /** Returns 1 if there is a default to stand in. */
  private int missing(int i, FeatureStatus status, OnlineVector.Target target) {
    boolean replaced = !Float.isNaN(defaults[i]);
    target.values()[offset + i] = defaults[i];
    target.statuses()[offset + i] = replaced ? FeatureStatus.DEFAULTED : status;
    return replaced ? 1 : 0;
  }
}
