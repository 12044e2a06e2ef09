package io.synkro.predict.engine.xgboost;

import io.synkro.predict.spi.LearnerProvider;
import io.synkro.predict.tabular.Learner;

/** Offers XGBoost as {@code "xgboost"}; loads nothing. */
public final class XgboostProvider implements LearnerProvider {
  /** Creates the provider, for {@code java.util.ServiceLoader}. */
  public XgboostProvider() {}

  @Override
  public String name() {
    return XgboostLearner.NAME;
  }

  @Override
  public Learner create() {
    return new XgboostLearner();
  }
}
