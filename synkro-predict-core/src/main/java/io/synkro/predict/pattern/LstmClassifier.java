package io.synkro.predict.pattern;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A fitted LSTM that tells the class of a sequence: one LSTM layer, a linear head on its last
 * hidden state, and a softmax. It is evaluated in plain Java and needs no native code. Immutable;
 * safe for use by many threads.
 *
 * <p>Gates follow the order of PyTorch, {@code i, f, g, o}: {@code c = f c + i g}, {@code h = o
 * tanh(c)}, with {@code i, f, o} through the logistic function and {@code g} through the hyperbolic
 * tangent. Source: Hochreiter &amp; Schmidhuber (1997), <a
 * href="https://doi.org/10.1162/neco.1997.9.8.1735">doi:10.1162/neco.1997.9.8.1735</a>, with the
 * forget gate of Gers, Schmidhuber &amp; Cummins (2000), <a
 * href="https://doi.org/10.1162/089976600300015015">doi:10.1162/089976600300015015</a>.
 */
public final class LstmClassifier {
  private final LstmShape shape;
  private final float[] inputWeights;
  private final float[] recurrentWeights;
  private final float[] bias;
  private final float[] headWeights;
  private final float[] headBias;

  private LstmClassifier(LstmShape shape, float[][] weights) {
    this.shape = shape;
    this.inputWeights = weights[0];
    this.recurrentWeights = weights[1];
    this.bias = weights[2];
    this.headWeights = weights[3];
    this.headBias = weights[4];
  }

  /**
   * Starts a classifier from weights.
   *
   * @param shape its sizes
   * @return a builder that wants all weights
   */
  public static Builder builder(LstmShape shape) {
    return new Builder(shape);
  }

  /**
   * Returns the sizes.
   *
   * @return steps, features, units and classes
   */
  public LstmShape shape() {
    return shape;
  }

  /**
   * Returns the length of each sequence.
   *
   * @return steps
   */
  public int steps() {
    return shape.steps();
  }

  /**
   * Returns how many numbers each step has.
   *
   * @return features
   */
  public int features() {
    return shape.features();
  }

  /**
   * Returns the number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return shape.classes();
  }

  /**
   * Returns the size of the hidden state.
   *
   * @return at least 1
   */
  public int units() {
    return shape.units();
  }

  /**
   * Returns the probability of each class.
   *
   * @param sequence shape {@code [steps][features]}, flat, finite
   * @return shape {@code [classes]}, each from 0 to 1; they add up to 1
   * @throws InvalidInputException if the sequence has the wrong length or a number is not finite
   */
  public double[] probabilities(float[] sequence) {
    requireSequence(sequence);
    double[] hidden = lastHidden(sequence);
    int units = shape.units();
    double[] scores = new double[shape.classes()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < scores.length; k++) {
      double score = headBias[k];
      for (int u = 0; u < units; u++) {
        score = Math.fma(headWeights[k * units + u], hidden[u], score);
      }
      scores[k] = score;
      largest = Math.max(largest, score);
    }
    return softmax(scores, largest);
  }

  private static double[] softmax(double[] scores, double largest) {
    double total = 0;
    for (int k = 0; k < scores.length; k++) {
      scores[k] = Math.exp(scores[k] - largest); // at most 1, so that nothing overflows
      total += scores[k];
    }
    for (int k = 0; k < scores.length; k++) {
      scores[k] /= total;
    }
    return scores;
  }

  private double[] lastHidden(float[] sequence) {
    int units = shape.units();
    int features = shape.features();
    double[] hidden = new double[units];
    double[] cell = new double[units];
    double[] gates = new double[4 * units];
    for (int t = 0; t < shape.steps(); t++) {
      for (int row = 0; row < gates.length; row++) {
        double sum = bias[row];
        for (int j = 0; j < features; j++) {
          sum = Math.fma(inputWeights[row * features + j], sequence[t * features + j], sum);
        }
        for (int u = 0; u < units; u++) {
          sum = Math.fma(recurrentWeights[row * units + u], hidden[u], sum);
        }
        gates[row] = sum;
      }
      for (int u = 0; u < units; u++) {
        double in = logistic(gates[u]);
        double forget = logistic(gates[units + u]);
        double candidate = Math.tanh(gates[2 * units + u]);
        double out = logistic(gates[3 * units + u]);
        cell[u] = Math.fma(forget, cell[u], in * candidate);
        hidden[u] = out * Math.tanh(cell[u]);
      }
    }
    return hidden;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private void requireSequence(float[] sequence) {
    int expected = shape.steps() * shape.features();
    Require.that(
        sequence.length == expected,
        "sequence.length",
        sequence.length,
        "must be steps x features = " + expected,
        "");
    for (float value : sequence) {
      Require.that(Float.isFinite(value), "value", value, "must be finite", "fill gaps first");
    }
  }

  /**
   * Writes this classifier to a file of its own format, with its sizes and a SHA-256 digest. The
   * file is written beside and then moved, so that a reader sees the old file or the whole new one.
   *
   * @param file where to write; an existing file is replaced
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    LstmFile.write(file, toBytes());
  }

  /**
   * Reads a classifier that {@link #save} wrote. It predicts the same, to the last bit.
   *
   * @param file the file
   * @return the classifier
   * @throws CorruptLstmException if the file is cut off, damaged or of another format
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static LstmClassifier load(Path file) {
    return LstmFile.decode(LstmFile.read(file), file.toString());
  }

  /**
   * Returns what {@link #save} writes.
   *
   * @return the file's bytes; equal for equal classifiers
   */
  public byte[] toBytes() {
    return LstmFile.encode(shape, inputWeights, recurrentWeights, bias, headWeights, headBias);
  }

  /**
   * Reads a classifier from what {@link #toBytes} returned.
   *
   * @param bytes all bytes of the file
   * @return the classifier
   * @throws CorruptLstmException if the bytes are cut off, damaged or of another format
   */
  public static LstmClassifier fromBytes(byte[] bytes) {
    return LstmFile.decode(bytes, "(bytes)");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LstmClassifier that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(headWeights);
  }

  @Override
  public String toString() {
    return "LSTM of %d units: %d steps x %d features -> %d classes"
        .formatted(shape.units(), shape.steps(), shape.features(), shape.classes());
  }

  /** Collects weights; {@link #build()} checks their shapes. Not safe for use by many threads. */
  public static final class Builder {
    private static final String[] NAMES = {
      "inputWeights", "recurrentWeights", "bias", "headWeights", "headBias"
    };

    private final LstmShape shape;
    private final float[][] weights = new float[NAMES.length][0];

    private Builder(LstmShape shape) {
      this.shape = shape;
    }

    /**
     * Sets the weights of the inputs.
     *
     * @param values shape {@code [4 units][features]}, flat, gates i, f, g, o; copied
     * @return this builder
     */
    public Builder inputWeights(float[] values) {
      return set(0, values);
    }

    /**
     * Sets the weights of the hidden state.
     *
     * @param values shape {@code [4 units][units]}, flat, gates i, f, g, o; copied
     * @return this builder
     */
    public Builder recurrentWeights(float[] values) {
      return set(1, values);
    }

    /**
     * Sets the bias of the gates; PyTorch keeps it in two parts, which must be added up.
     *
     * @param values shape {@code [4 units]}, gates i, f, g, o; copied
     * @return this builder
     */
    public Builder bias(float[] values) {
      return set(2, values);
    }

    /**
     * Sets the linear head.
     *
     * @param headWeights shape {@code [classes][units]}, flat; copied
     * @param headBias shape {@code [classes]}; copied
     * @return this builder
     */
    public Builder head(float[] headWeights, float[] headBias) {
      return set(3, headWeights).set(4, headBias);
    }

    private Builder set(int part, float[] values) {
      weights[part] = values.clone();
      return this;
    }

    /**
     * Builds the classifier.
     *
     * @return the classifier
     * @throws InvalidInputException if weights are missing, of the wrong shape or not finite
     */
    public LstmClassifier build() {
      int[] lengths = shape.weightLengths();
      for (int part = 0; part < NAMES.length; part++) {
        Require.that(
            weights[part].length == lengths[part],
            NAMES[part] + ".length",
            weights[part].length,
            "must be %d for %s".formatted(lengths[part], shape),
            weights[part].length == 0 ? "set it on the builder" : "");
        for (float weight : weights[part]) {
          Require.that(
              Float.isFinite(weight), NAMES[part], weight, "must be finite", "train more slowly");
        }
      }
      return new LstmClassifier(shape, weights.clone());
    }
  }
}
