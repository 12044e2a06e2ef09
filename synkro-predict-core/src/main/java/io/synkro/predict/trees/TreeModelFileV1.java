package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Sha256;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads version 1 of the file format, which nothing writes any more: gzip around one line of JSON
 * (format, version, engine, columns, length and SHA-256 of the rest) and the engine's own model
 * text, all in UTF-8. Stateless.
 */
final class TreeModelFileV1 {
  private static final String FORMAT = "synkro-predict-trees";
  private static final int VERSION = 1;
  private static final int MAX_HEADER = 1 << 24;

  /** Refuses whatever is missing, unknown or null. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  private TreeModelFileV1() {}

  /** Text of equal trees shrinks about a hundredfold. */
  private static final int MOST_UNFOLDED = 200;

  private static final int MORE_UNFOLDED = 1 << 24;

  record Column(String name, int categories) {}

  record Header(
      String format, int version, String engine, List<Column> columns, int bytes, String sha256) {}

  static TreeModel read(String source, byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
      Header header = readHeader(source, in);
      FeatureSchema schema =
          new FeatureSchema(
              header.columns().stream().map(c -> new Feature(c.name(), c.categories())).toList());
      byte[] text = readText(source, in, header, bytes.length);
      return TreeModels.of(header.engine(), schema, new String(text, StandardCharsets.UTF_8));
    } catch (ZipException | EOFException e) {
      throw new CorruptModelException(
          source, "it is not a whole gzip file (" + e.getMessage() + ")", e);
    } catch (InvalidInputException e) {
      throw new CorruptModelException(source, "its columns are no schema", e);
    }
  }

  private static byte[] readText(String source, InputStream in, Header header, int zipped)
      throws IOException {
    long most = MOST_UNFOLDED * (long) zipped + MORE_UNFOLDED;
    if (header.bytes() > most) {
      throw corrupt(
          source, "%d bytes cannot hold %d of model text".formatted(zipped, header.bytes()));
    }
    byte[] text = in.readNBytes(header.bytes());
    if (text.length != header.bytes()) {
      throw corrupt(
          source, "it holds %d of %d bytes of model text".formatted(text.length, header.bytes()));
    }
    if (in.read() != -1) { // reading on also makes gzip verify its checksum
      throw corrupt(source, "it goes on after the model text");
    }
    if (!HexFormat.of().formatHex(Sha256.of(text, text.length)).equals(header.sha256())) {
      throw corrupt(source, "the SHA-256 of its model text is not that of its header");
    }
    return text;
  }

  private static Header readHeader(String source, InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() == MAX_HEADER) {
        throw corrupt(source, "it has no header");
      }
      line.write(b);
    }
    Header header;
    try {
      header = JSON.readValue(line.toByteArray(), Header.class);
    } catch (JacksonException e) {
      throw new CorruptModelException(source, "its header cannot be read", e);
    }
    if (!FORMAT.equals(header.format()) || header.bytes() < 0) {
      throw corrupt(source, "its header is not that of a tree model");
    }
    if (header.version() != VERSION) {
      throw corrupt(source, "its header is of version " + header.version());
    }
    return header;
  }

  private static CorruptModelException corrupt(String source, String problem) {
    return new CorruptModelException(source, problem, null);
  }
}
