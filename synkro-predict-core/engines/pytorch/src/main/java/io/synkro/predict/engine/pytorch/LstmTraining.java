package io.synkro.predict.engine.pytorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.pattern.LstmClassifier;
import io.synkro.predict.pattern.LstmOptions;
import io.synkro.predict.pattern.LstmShape;
import io.synkro.predict.pattern.SequenceData;
import java.util.SplittableRandom;

/**
 * One training. PyTorch computes the loss and its gradients; the random numbers, the order of the
 * sequences and the optimiser are plain Java, so that equal seeds give equal weights whatever else
 * the JVM does. Not safe for use by many threads.
 */
final class LstmTraining {
  private final Engine engine;
  private final SequenceData data;
  private final LstmOptions options;
  private final LstmShape shape;

  LstmTraining(Engine engine, SequenceData data, LstmOptions options, LstmShape shape) {
    this.engine = engine;
    this.data = data;
    this.options = options;
    this.shape = shape;
  }

  LstmClassifier run() {
    SplittableRandom random = new SplittableRandom(options.seed());
    Weights weights = Weights.random(shape, random.split());
    Adam adam = new Adam(weights, options.learningRate(), options.clipNorm());
    int[] order = new int[data.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    try (NDManager manager = engine.newBaseManager()) {
      for (int epoch = 0; epoch < options.epochs(); epoch++) {
        shuffle(order, random);
        for (int start = 0; start < order.length; start += options.batchSize()) {
          TrainingFailedException.ifInterrupted(PytorchLstmLearner.NAME, epoch, options.epochs());
          int end = Math.min(order.length, start + options.batchSize());
          adam.step(weights, gradients(manager, weights, new Batch(data, order, start, end)));
        }
      }
    }
    return weights.toClassifier();
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private float[][] gradients(NDManager manager, Weights weights, Batch batch) {
    try (NDManager step = manager.newSubManager()) {
      NDArray[] parameters = new NDArray[weights.size()];
      for (int p = 0; p < parameters.length; p++) {
        parameters[p] = step.create(weights.part(p), weights.shape(p));
        parameters[p].setRequiresGradient(true);
      }
      try (GradientCollector collector = engine.newGradientCollector()) {
        NDArray loss = batch.loss(step, shape, parameters);
        requireFinite(loss.getFloat());
        collector.backward(loss);
      }
      float[][] gradients = new float[parameters.length][];
      for (int p = 0; p < parameters.length; p++) {
        gradients[p] = parameters[p].getGradient().toFloatArray();
      }
      requireFinite(Adam.norm(gradients));
      return gradients;
    }
  }

  static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      String problem = "the loss or its gradient became " + value;
      throw new TrainingFailedException(
          PytorchLstmLearner.NAME,
          problem,
          "scale the features to about -3 to 3, or lower learningRate",
          new ArithmeticException(problem));
    }
  }

  /** Scores of the classes before the softmax, shape {@code [sequences][classes]}. */
  static NDArray scores(NDArray sequences, LstmShape shape, NDArray[] parameters) {
    NDManager manager = sequences.getManager();
    Shape stateShape = new Shape(1, sequences.getShape().get(0), shape.units());
    NDList state = new NDList(manager.zeros(stateShape), manager.zeros(stateShape));
    // PyTorch's second bias stays zero: two biases that are only ever added up train as one.
    NDList lstm =
        new NDList(
            parameters[Weights.INPUT],
            parameters[Weights.RECURRENT],
            parameters[Weights.BIAS],
            manager.zeros(new Shape(4L * shape.units())));
    NDList outputs =
        sequences.getNDArrayInternal().lstm(sequences, state, lstm, true, 1, 0, true, false, true);
    NDArray lastHidden = outputs.get(1).squeeze(0);
    return lastHidden
        .matMul(parameters[Weights.HEAD].transpose())
        .add(parameters[Weights.HEAD_BIAS]);
  }

  /** Some sequences with their classes. */
  private static final class Batch {
    private final float[] values;
    private final float[] oneHot;
    private final int size;

    Batch(SequenceData data, int[] order, int start, int end) {
      int length = data.steps() * data.features();
      this.size = end - start;
      this.values = new float[size * length];
      this.oneHot = new float[size * data.classes()];
      for (int i = 0; i < size; i++) {
        int sequence = order[start + i];
        System.arraycopy(data.sequence(sequence), 0, values, i * length, length);
        oneHot[i * data.classes() + data.label(sequence)] = 1;
      }
    }

    /** Mean negative log-likelihood of the classes. */
    NDArray loss(NDManager manager, LstmShape shape, NDArray[] parameters) {
      NDArray sequences = manager.create(values, new Shape(size, shape.steps(), shape.features()));
      NDArray truth = manager.create(oneHot, new Shape(size, shape.classes()));
      return scores(sequences, shape, parameters).logSoftmax(1).mul(truth).sum().mul(-1f / size);
    }
  }
}
