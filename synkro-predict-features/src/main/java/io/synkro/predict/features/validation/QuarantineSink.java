package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import java.io.IOException;

/** Where rows go that may leave a quarantine: the write method of a feature store. */
@FunctionalInterface
public interface QuarantineSink {
  /**
   * Takes rows. They must be safe (on the disk, if the store has one) when this method returns.
   *
   * @param view their view
   * @param batch the rows, which have passed validation
   * @param lineage where they come from
   * @throws IOException if they cannot be taken; they then stay in quarantine
   */
  void accept(FeatureView view, FeatureBatch batch, Lineage lineage) throws IOException;
}
