package io.synkro.predict.engine.lightgbm;

import io.synkro.predict.engine.Engines;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.Learner;
import io.synkro.predict.testkit.LearnerContractTest;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.nio.file.Path;

class LightGbmLearnerContractTest extends LearnerContractTest {
  @Override
  protected Learner learner() {
    return Engines.learner("lightgbm");
  }

  @Override
  protected FittedLearner load(Path file) throws IOException {
    return TreeModels.load(file);
  }
}
