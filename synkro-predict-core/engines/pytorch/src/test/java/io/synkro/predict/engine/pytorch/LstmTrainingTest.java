package io.synkro.predict.engine.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.pattern.LstmClassifier;
import io.synkro.predict.pattern.LstmOptions;
import io.synkro.predict.pattern.LstmShape;
import io.synkro.predict.pattern.SequenceData;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LstmTrainingTest {
  /** PyTorch's own LSTM computes the expected probabilities: 104 steps, where errors add up. */
  @Test
  void javaAndPytorchAgreeOnTheProbabilities() {
    LstmShape shape = new LstmShape(104, 5, 64, 3);
    SplittableRandom random = new SplittableRandom(11);
    Weights weights = Weights.random(shape, random);
    int sequences = 20;
    float[] values = new float[sequences * 104 * 5];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-3, 3);
    }
    float[] expected = pytorchProbabilities(shape, weights, values, sequences);
    LstmClassifier classifier = weights.toClassifier();
    for (int s = 0; s < sequences; s++) {
      double[] actual =
          classifier.probabilities(Arrays.copyOfRange(values, s * 520, (s + 1) * 520));
      for (int k = 0; k < 3; k++) {
        assertThat(actual[k]).isCloseTo(expected[s * 3 + k], within(1e-5));
      }
    }
  }

  private static float[] pytorchProbabilities(
      LstmShape shape, Weights weights, float[] values, int sequences) {
    Engine engine = PytorchNative.engine();
    try (NDManager manager = engine.newBaseManager()) {
      NDArray[] parameters = new NDArray[weights.size()];
      for (int p = 0; p < parameters.length; p++) {
        parameters[p] = manager.create(weights.part(p), weights.shape(p));
      }
      NDArray input = manager.create(values, new Shape(sequences, shape.steps(), shape.features()));
      return LstmTraining.scores(input, shape, parameters).softmax(1).toFloatArray();
    }
  }

  @Test
  void aLossThatIsNotFiniteIsNamedWithARemedy() {
    assertThatCode(() -> LstmTraining.requireFinite(0.7)).doesNotThrowAnyException();
    assertThatThrownBy(() -> LstmTraining.requireFinite(Float.NaN))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("Maybe scale the features");
  }

  /** Every array of a step belongs to a manager that the step closes. */
  @Test
  void nothingNativeIsLeftAfterATraining() {
    SequenceData data = new SequenceData(3, 1, 2, new float[] {1, 2, 3, 3, 2, 1}, new int[] {0, 1});
    Engine engine = PytorchNative.engine();
    LstmOptions options = new LstmOptions(4, 3, 1, 0.01, 1, 1);
    new PytorchLstmLearner().fit(data, options);
    try (NDManager probe = engine.newBaseManager()) {
      int before = probe.getParentManager().getManagedArrays().size();
      new PytorchLstmLearner().fit(data, options);
      assertThat(probe.getParentManager().getManagedArrays()).hasSize(before);
    }
  }
}
