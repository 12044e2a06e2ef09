package io.synkro.predict.features;

import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.testkit.FeatureSourceContractTest;

class ChangeFeaturesContractTest extends FeatureSourceContractTest {
  @Override
  protected FeatureSource source() {
    return DemandFeatures.standard().scaled(DemandScaling.DIFFERENCE);
  }
}
