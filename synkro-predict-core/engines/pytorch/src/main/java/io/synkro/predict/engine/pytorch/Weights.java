package io.synkro.predict.engine.pytorch;

import ai.djl.ndarray.types.Shape;
import io.synkro.predict.pattern.LstmClassifier;
import io.synkro.predict.pattern.LstmShape;
import java.util.SplittableRandom;

/**
 * The weights while they are trained, as plain arrays: every step copies them into native memory
 * and its gradients out, so that nothing native outlives a step.
 */
final class Weights {
  static final int INPUT = 0;
  static final int RECURRENT = 1;
  static final int BIAS = 2;
  static final int HEAD = 3;
  static final int HEAD_BIAS = 4;

  private final LstmShape sizes;
  private final Shape[] shapes;
  private final float[][] parts;

  private Weights(LstmShape sizes) {
    this.sizes = sizes;
    int gates = 4 * sizes.units();
    this.shapes =
        new Shape[] {
          new Shape(gates, sizes.features()),
          new Shape(gates, sizes.units()),
          new Shape(gates),
          new Shape(sizes.classes(), sizes.units()),
          new Shape(sizes.classes())
        };
    this.parts = new float[shapes.length][];
  }

  /** Uniform between ±1/√units, as PyTorch starts its LSTM and linear layers of that width. */
  static Weights random(LstmShape sizes, SplittableRandom random) {
    Weights weights = new Weights(sizes);
    double limit = 1 / Math.sqrt(sizes.units());
    for (int p = 0; p < weights.parts.length; p++) {
      float[] part = new float[Math.toIntExact(weights.shapes[p].size())];
      for (int i = 0; i < part.length; i++) {
        part[i] = (float) ((2 * random.nextDouble() - 1) * limit);
      }
      weights.parts[p] = part;
    }
    return weights;
  }

  int size() {
    return parts.length;
  }

  float[] part(int index) {
    return parts[index];
  }

  Shape shape(int index) {
    return shapes[index];
  }

  LstmClassifier toClassifier() {
    return LstmClassifier.builder(sizes)
        .inputWeights(parts[INPUT])
        .recurrentWeights(parts[RECURRENT])
        .bias(parts[BIAS])
        .head(parts[HEAD], parts[HEAD_BIAS])
        .build();
  }
}
