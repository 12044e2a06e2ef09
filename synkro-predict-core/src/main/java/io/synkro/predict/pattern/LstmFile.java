package io.synkro.predict.pattern;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.AtomicFile;
import io.synkro.predict.internal.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * File format of an LSTM classifier, big-endian: 8 bytes {@code SYNKLSTM}, format version, steps,
 * features, units, classes (ints), the weights (floats: inputs, recurrent, bias, head, head's bias)
 * and the SHA-256 digest of all bytes before it.
 */
final class LstmFile {
  private static final byte[] MAGIC = "SYNKLSTM".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int HEADER = MAGIC.length + 5 * Integer.BYTES;
  private static final int DIGEST = 32;
  private static final long LARGEST = Integer.MAX_VALUE - 8L; // of an array
  private static final String DAMAGED = "copy the file again or restore it from a backup";

  private LstmFile() {}

  static byte[] encode(LstmShape shape, float[]... weights) {
    int length = Math.addExact(HEADER + DIGEST, Math.multiplyExact(Float.BYTES, shape.weights()));
    ByteBuffer buffer = ByteBuffer.allocate(length);
    buffer.put(MAGIC).putInt(VERSION);
    buffer.putInt(shape.steps()).putInt(shape.features());
    buffer.putInt(shape.units()).putInt(shape.classes());
    for (float[] part : weights) {
      for (float weight : part) {
        buffer.putFloat(weight);
      }
    }
    buffer.put(Sha256.of(buffer.array(), length - DIGEST));
    return buffer.array();
  }

  static LstmClassifier decode(byte[] bytes, String source) {
    requireWhole(bytes, source);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, MAGIC.length, bytes.length - MAGIC.length);
    int version = buffer.getInt();
    if (version != VERSION) {
      throw new CorruptLstmException(
          source,
          "format version %d is not %d".formatted(version, VERSION),
          "read it with the version of this library that wrote it");
    }
    try {
      LstmShape shape =
          new LstmShape(buffer.getInt(), buffer.getInt(), buffer.getInt(), buffer.getInt());
      long expected = HEADER + DIGEST + (long) Float.BYTES * shape.weights();
      if (bytes.length != expected) {
        throw new CorruptLstmException(
            source,
            "%s needs %d bytes, there are %d".formatted(shape, expected, bytes.length),
            DAMAGED);
      }
      int[] lengths = shape.weightLengths();
      return LstmClassifier.builder(shape)
          .inputWeights(floats(buffer, lengths[0]))
          .recurrentWeights(floats(buffer, lengths[1]))
          .bias(floats(buffer, lengths[2]))
          .head(floats(buffer, lengths[3]), floats(buffer, lengths[4]))
          .build();
    } catch (InvalidInputException | ArithmeticException e) {
      throw new CorruptLstmException(source, String.valueOf(e.getMessage()), DAMAGED);
    }
  }

  /** Magic first, so that another kind of file is named as such, then the digest. */
  private static void requireWhole(byte[] bytes, String source) {
    if (bytes.length < MAGIC.length
        || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new CorruptLstmException(
          source, "it does not begin with SYNKLSTM", "another file was meant");
    }
    if (bytes.length < HEADER + DIGEST) {
      throw new CorruptLstmException(
          source, "it ends after %d bytes".formatted(bytes.length), DAMAGED);
    }
    int end = bytes.length - DIGEST;
    byte[] stored = Arrays.copyOfRange(bytes, end, bytes.length);
    if (!MessageDigest.isEqual(Sha256.of(bytes, end), stored)) {
      throw new CorruptLstmException(source, "its SHA-256 digest does not match", DAMAGED);
    }
  }

  private static float[] floats(ByteBuffer buffer, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = buffer.getFloat();
    }
    return values;
  }

  static byte[] read(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new CorruptLstmException(
            file.toString(), "it has %d bytes, at most %d fit".formatted(size, LARGEST), DAMAGED);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, byte[] bytes) {
    try {
      AtomicFile.write(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
