package io.synkro.predict.engine.pytorch;

import io.synkro.predict.pattern.SequenceLearner;
import io.synkro.predict.spi.SequenceLearnerProvider;

/**
 * Offers PyTorch as {@code "pytorch"}. Loads no native code: the first {@code fit} does. The native
 * library is the user's choice at run time: add {@code ai.djl.pytorch:pytorch-jni} and {@code
 * ai.djl.pytorch:pytorch-native-cpu} for the platform; nothing is ever downloaded.
 */
public final class PytorchLearnerProvider implements SequenceLearnerProvider {
  /** Creates the provider; {@code java.util.ServiceLoader} does. */
  public PytorchLearnerProvider() {}

  @Override
  public String name() {
    return PytorchLstmLearner.NAME;
  }

  @Override
  public SequenceLearner create() {
    return new PytorchLstmLearner();
  }
}
