package io.synkro.predict.features.online;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the same features again and again, for one key or many. Views, columns, defaults and the
 * parts of keys were looked up when it was prepared. Safe for use by many threads.
 */
public final class Retrieval {
  private final OnlineStore store;
  private final Entity request;
  private final FeatureSchema schema;
  private final List<RetrievedView> views = new ArrayList<>();

  Retrieval(OnlineStore store, Entity request, List<FeatureSelection> selections) {
    this.store = store;
    this.request = request;
    this.schema = FeatureSelection.jointSchema(selections);
    int offset = 0;
    for (FeatureSelection selection : selections) {
      ViewRows rows = store.rows(selection.view());
      views.add(new RetrievedView(rows, request, selection, offset));
      offset += selection.features().size();
    }
  }

  /**
   * Returns the columns.
   *
   * @return the joint schema of the selections
   */
  public FeatureSchema schema() {
    return schema;
  }

  /**
   * Reads the features of an entity as they are now.
   *
   * @param key a key of the entity that the retrieval was prepared for
   * @return values, event times and statuses
   * @throws io.synkro.predict.InvalidInputException if the key has another number of parts
   * @throws io.synkro.predict.features.log.LogClosedException if the store has been closed
   */
  public OnlineVector read(EntityKey key) {
    store.requireOpen();
    return read(key, store.now());
  }

  /**
   * Reads the features of many entities as they are now, all judged by one time.
   *
   * @param keys keys of the entity that the retrieval was prepared for
   * @return values, event times and statuses, one row for each key in order
   * @throws io.synkro.predict.InvalidInputException if a key has another number of parts
   * @throws io.synkro.predict.features.log.LogClosedException if the store has been closed
   */
  public OnlineTable read(List<EntityKey> keys) {
    store.requireOpen();
    long now = store.now();
    float[][] columns = new float[schema.size()][keys.size()];
    List<OnlineVector> vectors = new ArrayList<>(keys.size());
    for (EntityKey key : keys) {
      OnlineVector vector = read(key, now);
      for (int c = 0; c < columns.length; c++) {
        columns[c][vectors.size()] = vector.value(c);
      }
      vectors.add(vector);
    }
    return new OnlineTable(vectors, new FeatureTable(schema, columns));
  }

  private OnlineVector read(EntityKey key, long now) {
    float[] values = new float[schema.size()];
    FeatureStatus[] statuses = new FeatureStatus[values.length];
    long[] events = new long[values.length];
    for (RetrievedView view : views) {
      long event = view.read(view.keyOf(request, key), now, values, statuses);
      Arrays.fill(events, view.offset(), view.offset() + view.size(), event);
    }
    return new OnlineVector(schema, values, statuses, events);
  }
}
