package io.synkro.predict.features;

import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.testkit.FeatureSourceContractTest;

class DemandFeaturesContractTest extends FeatureSourceContractTest {
  @Override
  protected FeatureSource source() {
    return DemandFeatures.standard();
  }
}
