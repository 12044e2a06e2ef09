package io.synkro.predict.forecast;

import io.synkro.predict.tabular.FeatureSource;

/** Features of demand for each scaling; by itself it is the source for {@code RATIO}. */
public interface ScaledFeatures extends FeatureSource {
  /**
   * Returns the features that go with a scaling.
   *
   * @param scaling what the target is divided by
   * @return a source whose features are scaled like the target
   */
  FeatureSource scaled(DemandScaling scaling);
}
