package io.synkro.predict.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LstmClassifierTest {
  private static final LstmShape SMALL = new LstmShape(2, 1, 1, 2);

  /**
   * By hand, x = 1 then -2. Step 1: gates before activation 0.5, 0.75, 1.25, 0.25, so i = 0.622459,
   * f = 0.679179, g = 0.848284, o = 0.562177, c = i g = 0.528022, h = o tanh c = 0.272019. Step 2:
   * 0.5 (-2) + 0.25 h = -0.931995, 0.5 + 0.5 h + 1 = 1.636010, -2 - 0.5 h + 0.25 = -1.886010, -1.5
   * + h - 0.5 = -1.727981, so i = 0.282520, f = 0.836991, g = -0.955024, o = 0.150846, c = f c + i
   * g = 0.172136, h = 0.0257126. Head: 2 h + 0.1 = 0.151425 and -h - 0.1 = -0.125713, softmax
   * 0.568844.
   */
  @Test
  void oneUnitAndTwoStepsEqualTheComputationByHand() {
    LstmClassifier classifier = small();
    double[] probabilities = classifier.probabilities(new float[] {1, -2});
    assertThat(probabilities[0]).isCloseTo(0.5688444074938717, within(1e-8));
    assertThat(probabilities[1]).isCloseTo(0.43115559250612834, within(1e-8));
  }

  /** The head alone decides when no gate opens: softmax(ln 3, 0) = 3/4, 1/4. */
  @Test
  void withoutWeightsTheHeadsBiasDecides() {
    LstmClassifier classifier =
        LstmClassifier.builder(SMALL)
            .inputWeights(new float[4])
            .recurrentWeights(new float[4])
            .bias(new float[4])
            .head(new float[2], new float[] {(float) Math.log(3), 0})
            .build();
    assertThat(classifier.probabilities(new float[] {5, 7}))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-7 ? 0 : 1)
        .containsExactly(0.75, 0.25);
  }

  @Test
  void hugeScoresDoNotOverflow() {
    LstmClassifier classifier =
        LstmClassifier.builder(SMALL)
            .inputWeights(new float[] {1000, 1000, 1000, 1000})
            .recurrentWeights(new float[4])
            .bias(new float[4])
            .head(new float[] {5000, -5000}, new float[2])
            .build();
    assertThat(classifier.probabilities(new float[] {1, 1})).containsExactly(1, 0);
  }

  @Test
  void weightsOfTheWrongShapeAreNamed() {
    assertThatThrownBy(
            () ->
                LstmClassifier.builder(SMALL)
                    .inputWeights(new float[3])
                    .recurrentWeights(new float[4])
                    .bias(new float[4])
                    .head(new float[2], new float[2])
                    .build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("inputWeights.length (3) must be 4");
    assertThatThrownBy(() -> LstmClassifier.builder(SMALL).inputWeights(new float[4]).build())
        .hasMessageContaining("recurrentWeights.length (0)")
        .hasMessageContaining("Maybe set it on the builder");
  }

  @Test
  void sequencesOfTheWrongLengthOrWithGapsAreRefused() {
    LstmClassifier classifier = small();
    assertThatThrownBy(() -> classifier.probabilities(new float[3]))
        .hasMessageContaining("sequence.length (3) must be steps x features = 2");
    assertThatThrownBy(() -> classifier.probabilities(new float[] {1, Float.NaN}))
        .hasMessageContaining("must be finite");
  }

  @Test
  void aSavedClassifierPredictsTheSameToTheLastBit(@TempDir Path folder) throws IOException {
    LstmClassifier before = random(new LstmShape(9, 3, 17, 4));
    Path file = folder.resolve("model.lstm");
    Files.writeString(file, "an older file");
    before.save(file);
    LstmClassifier after = LstmClassifier.load(file);
    assertThat(after).isEqualTo(before).hasSameHashCodeAs(before);
    float[] sequence = new float[27];
    Arrays.fill(sequence, 0.3f);
    assertThat(after.probabilities(sequence)).isEqualTo(before.probabilities(sequence));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file); // nothing half-written is left behind
    }
  }

  @Test
  void everyBitFlipIsFound() {
    byte[] whole = small().toBytes();
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> LstmClassifier.fromBytes(flipped))
          .isInstanceOf(CorruptLstmException.class);
    }
  }

  @Test
  void everyTruncationAndAddedBytesAreFound() {
    byte[] whole = small().toBytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> LstmClassifier.fromBytes(cut))
          .isInstanceOf(CorruptLstmException.class);
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 4);
    assertThatThrownBy(() -> LstmClassifier.fromBytes(longer))
        .isInstanceOf(CorruptLstmException.class);
  }

  @Test
  void shapesThatDoNotFitTheWeightsAreFoundBehindAValidDigest() {
    byte[] wide = withDigest(bytes -> bytes[19] = 2); // two features, weights of one
    assertThatThrownBy(() -> LstmClassifier.fromBytes(wide))
        .isInstanceOf(CorruptLstmException.class)
        .hasMessageContaining("bytes, there are");
    byte[] negative = withDigest(bytes -> bytes[20] = -1); // the sign bit of units
    assertThatThrownBy(() -> LstmClassifier.fromBytes(negative))
        .isInstanceOf(CorruptLstmException.class)
        .hasMessageContaining("units");
    byte[] newer = withDigest(bytes -> bytes[11] = 2);
    assertThatThrownBy(() -> LstmClassifier.fromBytes(newer))
        .isInstanceOf(CorruptLstmException.class)
        .hasMessageContaining("format version 2 is not 1");
  }

  private static byte[] withDigest(Consumer<byte[]> change) {
    byte[] bytes = small().toBytes();
    change.accept(bytes);
    int end = bytes.length - 32;
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, end));
      System.arraycopy(digest, 0, bytes, end, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return bytes;
  }

  @Test
  void anotherKindOfFileIsNamedAsSuch(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "Not a model, but long enough to hold a header and a digest of one.");
    assertThatThrownBy(() -> LstmClassifier.load(file))
        .isInstanceOf(CorruptLstmException.class)
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("does not begin with SYNKLSTM");
  }

  private static LstmClassifier small() {
    return LstmClassifier.builder(SMALL)
        .inputWeights(new float[] {0.5f, -0.25f, 1, 0.75f})
        .recurrentWeights(new float[] {0.25f, 0.5f, -0.5f, 1})
        .bias(new float[] {0, 1, 0.25f, -0.5f})
        .head(new float[] {2, -1}, new float[] {0.1f, -0.1f})
        .build();
  }

  private static LstmClassifier random(LstmShape shape) {
    SplittableRandom random = new SplittableRandom(7);
    int[] lengths = shape.weightLengths();
    float[][] parts = new float[lengths.length][];
    for (int p = 0; p < parts.length; p++) {
      parts[p] = new float[lengths[p]];
      for (int i = 0; i < parts[p].length; i++) {
        parts[p][i] = (float) random.nextDouble(-1, 1);
      }
    }
    return LstmClassifier.builder(shape)
        .inputWeights(parts[0])
        .recurrentWeights(parts[1])
        .bias(parts[2])
        .head(parts[3], parts[4])
        .build();
  }
}
