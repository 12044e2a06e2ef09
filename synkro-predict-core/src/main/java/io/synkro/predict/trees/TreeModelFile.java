package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.AtomicFile;
import io.synkro.predict.internal.Sha256;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The file format of a tree model: gzip around one line of JSON (format, version, engine, columns,
 * length and SHA-256 of the rest) and the engine's own model text, all in UTF-8.
 */
final class TreeModelFile {
  private static final String FORMAT = "synkro-predict-trees";
  private static final int VERSION = 1;
  private static final int MAX_HEADER = 1 << 24;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TreeModelFile() {}

  /** What a file holds. */
  record Content(String engine, FeatureSchema schema, String modelText) {}

  record Column(String name, int categories) {}

  record Header(
      String format, int version, String engine, List<Column> columns, int bytes, String sha256) {}

  static void write(Path file, Content content) throws IOException {
    byte[] text = content.modelText().getBytes(StandardCharsets.UTF_8);
    List<Column> columns =
        content.schema().features().stream()
            .map(feature -> new Column(feature.name(), feature.categories()))
            .toList();
    Header header =
        new Header(FORMAT, VERSION, content.engine(), columns, text.length, sha256(text));
    AtomicFile.write(
        file,
        out -> {
          GZIPOutputStream zipped = new GZIPOutputStream(out);
          zipped.write(JSON.writeValueAsBytes(header));
          zipped.write('\n');
          zipped.write(text);
          zipped.finish();
        });
  }

  static Content read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      Header header = readHeader(file, in);
      byte[] text = in.readNBytes(header.bytes());
      if (text.length != header.bytes()) {
        throw corrupt(
            file, "it holds %d of %d bytes of model text".formatted(text.length, header.bytes()));
      }
      if (in.read() != -1) { // reading on also makes gzip verify its checksum
        throw corrupt(file, "it goes on after the model text");
      }
      if (!sha256(text).equals(header.sha256())) {
        throw corrupt(file, "the SHA-256 of its model text is not that of its header");
      }
      List<Feature> features =
          header.columns().stream().map(c -> new Feature(c.name(), c.categories())).toList();
      return new Content(
          header.engine(), new FeatureSchema(features), new String(text, StandardCharsets.UTF_8));
    } catch (ZipException | EOFException e) {
      throw new CorruptModelException(
          file.toString(), "it is not a whole gzip file (" + e.getMessage() + ")", e);
    } catch (InvalidInputException e) {
      throw new CorruptModelException(file.toString(), "its columns are no schema", e);
    }
  }

  private static Header readHeader(Path file, InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() == MAX_HEADER) {
        throw corrupt(file, "it has no header");
      }
      line.write(b);
    }
    Header header;
    try {
      header = JSON.readValue(line.toByteArray(), Header.class);
    } catch (JacksonException e) {
      throw new CorruptModelException(file.toString(), "its header cannot be read", e);
    }
    if (!FORMAT.equals(header.format()) || header.bytes() < 0) {
      throw corrupt(file, "its header is not that of a tree model");
    }
    if (header.version() != VERSION) {
      throw new UnsupportedModelException(
          header.engine(),
          "version %d of the file format".formatted(header.version()),
          "update synkro-predict-core");
    }
    return header;
  }

  private static CorruptModelException corrupt(Path file, String problem) {
    return new CorruptModelException(file.toString(), problem, null);
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes, bytes.length));
  }
}
