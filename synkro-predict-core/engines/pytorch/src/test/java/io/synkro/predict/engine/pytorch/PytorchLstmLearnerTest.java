package io.synkro.predict.engine.pytorch;

import io.synkro.predict.engine.Engines;
import io.synkro.predict.pattern.SequenceLearner;
import io.synkro.predict.testkit.SequenceLearnerContractTest;

class PytorchLstmLearnerTest extends SequenceLearnerContractTest {
  @Override
  protected SequenceLearner learner() {
    return Engines.sequenceLearner("pytorch");
  }
}
