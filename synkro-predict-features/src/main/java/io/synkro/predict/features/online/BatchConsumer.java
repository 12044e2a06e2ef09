package io.synkro.predict.features.online;

import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;

/** Takes batches that were put into an online store. */
@FunctionalInterface
public interface BatchConsumer {
  /**
   * Takes a batch.
   *
   * @param view the version of the view that it belongs to
   * @param batch its rows
   * @param lineage where they come from
   */
  void accept(FeatureView view, FeatureBatch batch, Lineage lineage);
}
