package io.synkro.predict.features.online;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the same features again and again, for one key or many. Views, columns, defaults and the
 * parts of keys were looked up when it was prepared. Safe for use by many threads.
 */
public final class Retrieval {
  private final OnlineStore store;
  private final Entity request;
  private final OnlineVector.Layout layout;
  private final List<RetrievedView> views = new ArrayList<>();

  Retrieval(OnlineStore store, Entity request, List<FeatureSelection> selections) {
    this.store = store;
    this.request = request;
    FeatureSchema schema = FeatureSelection.jointSchema(selections);
    int[] viewOf = new int[schema.size()];
    int offset = 0;
    for (FeatureSelection selection : selections) {
      RetrievedView view =
          new RetrievedView(store.rows(selection.view()), request, selection, offset);
      for (int i = 0; i < view.size(); i++) {
        viewOf[offset++] = views.size();
      }
      views.add(view);
    }
    this.layout = new OnlineVector.Layout(schema, viewOf);
  }

  /**
   * Returns the columns.
   *
   * @return the joint schema of the selections
   */
  public FeatureSchema schema() {
    return layout.schema();
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
    float[][] columns = new float[layout.schema().size()][keys.size()];
    List<OnlineVector> vectors = new ArrayList<>(keys.size());
    for (EntityKey key : keys) {
      OnlineVector vector = read(key, now);
      for (int c = 0; c < columns.length; c++) {
        columns[c][vectors.size()] = vector.value(c);
      }
      vectors.add(vector);
    }
    return new OnlineTable(vectors, new FeatureTable(layout.schema(), columns));
  }

  private OnlineVector read(EntityKey key, long now) {
    int size = layout.viewOf().length;
    OnlineVector.Target target = new OnlineVector.Target(new float[size], new FeatureStatus[size]);
    long[] events = new long[views.size()];
    for (int v = 0; v < events.length; v++) {
      RetrievedView view = views.get(v);
      events[v] = view.read(view.keyOf(request, key), now, target);
    }
    return new OnlineVector(key, layout, target, events);
  }
}
