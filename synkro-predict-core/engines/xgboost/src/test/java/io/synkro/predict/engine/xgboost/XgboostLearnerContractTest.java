package io.synkro.predict.engine.xgboost;

import io.synkro.predict.engine.Engines;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.testkit.LearnerContractTest;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.nio.file.Path;

class XgboostLearnerContractTest extends LearnerContractTest {
  @Override
  protected Learner learner() {
    return Engines.learner("xgboost");
  }

  @Override
  protected FittedLearner load(Path file) throws IOException {
    return TreeModels.load(file);
  }
}
