package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.spi.LearnerProvider;
import io.synkro.predict.tabular.Learner;

/** Offers LightGBM as {@code "lightgbm"}; loads nothing. */
public final class LightGbmProvider implements LearnerProvider {
  /** Creates the provider, for {@code java.util.ServiceLoader}. */
  public LightGbmProvider() {}

  @Override
  public String name() {
    return LightGbmLearner.NAME;
  }

  @Override
  public Learner create() {
    return new LightGbmLearner();
  }
}
