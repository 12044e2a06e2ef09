package io.synkro.predict.features.online;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.internal.Require;
import java.util.Arrays;
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

  int offset() {
    return offset;
  }

  /** Returns the number of columns. */
  int size() {
    return columns.length;
  }

  /** Reads one entity into its columns of a vector and returns the event time of its row. */
  long read(EntityKey key, long now, float[] values, FeatureStatus[] statuses) {
    HeldRow row = rows.current(key, now);
    if (row == null) {
      rows.view().entity().requireKey(key); // a key of another entity is not just unknown
      Arrays.fill(statuses, offset, offset + columns.length, FeatureStatus.MISSING);
    } else {
      FeatureStatus status = rows.view().freshness().of(row.event(), now);
      for (int i = 0; i < columns.length; i++) {
        float value = row.values()[columns[i]];
        values[offset + i] = value;
        statuses[offset + i] = Float.isNaN(value) ? FeatureStatus.MISSING : status;
      }
    }
    replace(values, statuses);
    return row == null ? OnlineVector.NO_EVENT : row.event();
  }

  /** Puts defaults, or NaN, in the place of what cannot be served, and counts. */
  private void replace(float[] values, FeatureStatus[] statuses) {
    int served = 0;
    FeatureStatus servedAs = FeatureStatus.FRESH;
    for (int i = 0; i < columns.length; i++) {
      FeatureStatus status = statuses[offset + i];
      if (status == FeatureStatus.FRESH || status == FeatureStatus.STALE) {
        served++;
        servedAs = status; // the same for all columns, since they are of one row
        continue;
      }
      if (!Float.isNaN(defaults[i])) {
        status = FeatureStatus.DEFAULTED;
      }
      values[offset + i] = defaults[i];
      statuses[offset + i] = status;
      rows.count(status, 1);
    }
    if (served > 0) {
      rows.count(servedAs, served);
    }
  }
}
