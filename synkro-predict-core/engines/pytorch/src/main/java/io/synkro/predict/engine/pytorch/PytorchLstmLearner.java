package io.synkro.predict.engine.pytorch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.pattern.LstmClassifier;
import io.synkro.predict.pattern.LstmOptions;
import io.synkro.predict.pattern.LstmShape;
import io.synkro.predict.pattern.SequenceData;
import io.synkro.predict.pattern.SequenceLearner;
import java.util.concurrent.locks.ReentrantLock;

/** Trains one LSTM at a time: PyTorch's recording of gradients is global to the JVM. */
final class PytorchLstmLearner implements SequenceLearner {
  static final String NAME = "pytorch";

  private static final ReentrantLock ONE_TRAINING = new ReentrantLock();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LstmClassifier fit(SequenceData data, LstmOptions options) {
    LstmShape shape = new LstmShape(data.steps(), data.features(), options.units(), data.classes());
    ONE_TRAINING.lock();
    try {
      Engine engine = PytorchNative.engine();
      return new LstmTraining(engine, data, options, shape).run();
    } catch (EngineException | IllegalStateException e) {
      throw new TrainingFailedException(
          NAME,
          String.valueOf(e.getMessage()),
          "stop other trainings with DJL in this JVM, or lower batchSize or units",
          e);
    } finally {
      ONE_TRAINING.unlock();
    }
  }
}
