package io.synkro.predict.features.parity;

import io.synkro.predict.features.PipelineDefinition;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.series.SeriesId;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a file of vectors holds: records of a length, so many bytes and their CRC-32C. The first one
 * says what the features are; the others are vectors. Reading ends at the first record that is not
 * whole. Stateless.
 */
final class VectorRecords {
  private static final byte FORMAT = 1;
  private static final int FRAME = 2 * Integer.BYTES;
  private static final int LONGEST = 1 << 24;

  private VectorRecords() {}

  /** Writes the content of a record. */
  @FunctionalInterface
  private interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  private static ByteBuffer framed(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: everything goes to memory
    }
    byte[] array = bytes.toByteArray();
    ByteBuffer framed = ByteBuffer.allocate(array.length + FRAME);
    return framed.putInt(array.length).put(array).putInt(crc(array)).flip();
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }

  static ByteBuffer head(PipelineDefinition pipeline) {
    return framed(
        out -> {
          out.writeByte(FORMAT);
          out.writeUTF(pipeline.version());
          out.writeInt(pipeline.features().size());
          for (Map.Entry<String, String> each : pipeline.features().entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue());
          }
        });
  }

  static ByteBuffer record(ServedVector vector) {
    return framed(
        out -> {
          out.writeUTF(vector.series().product().value());
          out.writeUTF(vector.series().warehouse().value());
          out.writeInt(vector.ask().origin());
          out.writeInt(vector.ask().horizon());
          for (int c = 0; c < vector.pipeline().features().size(); c++) {
            out.writeInt(Float.floatToRawIntBits(vector.value(c)));
          }
        });
  }

  /** Returns how many bytes of a file are whole records; 0 if it has no head. */
  static long lengthOfWhole(Path file) throws IOException {
    return read(file, vector -> {});
  }

  /** Reads all whole vectors and returns where they end. */
  static long read(Path file, Consumer<ServedVector> vectors) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      long left = Files.size(file);
      byte[] head = next(in, left);
      if (head == null) {
        return 0;
      }
      PipelineDefinition pipeline = pipeline(file, head);
      long end = (long) head.length + FRAME;
      for (byte[] each = next(in, left - end); each != null; each = next(in, left - end)) {
        vectors.accept(vector(pipeline, each));
        end += (long) each.length + FRAME;
      }
      return end;
    }
  }

  private static byte @Nullable [] next(DataInputStream in, long left) throws IOException {
    int length = left < FRAME ? -1 : in.readInt();
    if (length < 0 || length > LONGEST || length + FRAME > left) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    return in.readInt() == crc(bytes) ? bytes : null;
  }

  private static PipelineDefinition pipeline(Path file, byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    byte format = in.readByte();
    if (format != FORMAT) {
      throw new IOException(
          "%s has format %d; this version reads %d. Maybe use a newer version."
              .formatted(file, format, FORMAT));
    }
    String version = in.readUTF();
    Map<String, String> features = new LinkedHashMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      features.put(in.readUTF(), in.readUTF());
    }
    return new PipelineDefinition(version, features);
  }

  private static ServedVector vector(PipelineDefinition pipeline, byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    SeriesId series = SeriesId.of(in.readUTF(), in.readUTF());
    VectorReader.Ask ask = new VectorReader.Ask(in.readInt(), in.readInt());
    float[] values = new float[pipeline.features().size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = Float.intBitsToFloat(in.readInt());
    }
    return new ServedVector(pipeline, series, ask, values);
  }
}
