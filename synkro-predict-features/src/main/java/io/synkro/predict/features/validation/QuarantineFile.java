package io.synkro.predict.features.validation;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.validation.QuarantinedRows.Reason;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.AtomicFile;
import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Sha256;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The format of an entry, version 1: JSON lines in UTF-8. The first line is a {@link Header}, with
 * the SHA-256 of all that follows it; then one {@link Line} a row. Values are numbers by the name
 * of their feature, {@code null} for NaN, {@code "Infinity"} and {@code "-Infinity"}. Stateless.
 */
final class QuarantineFile {
  private static final int FORMAT = 1;
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private QuarantineFile() {}

  /** The first line; {@code when} is ISO 8601. */
  record Header(
      int format,
      String view,
      String version,
      int rows,
      Map<String, Integer> reasons,
      Lineage lineage,
      String when,
      List<Feature> features,
      String sha256) {
    Header {
      Instant.parse(when); // refused here, the reader says on which line
      new FeatureSchema(features);
    }

    QuarantineEntry entry(String id) {
      return new QuarantineEntry(id, view, version, rows, reasons, lineage, Instant.parse(when));
    }
  }

  /** A row as it is read: numbers as their text, so that floats keep their last bit. */
  record Line(
      List<String> key,
      String eventTime,
      String knownAt,
      Map<String, @Nullable String> values,
      List<Reason> reasons) {
    Line {
      Require.that(!reasons.isEmpty(), "reasons", "none", "must be at least one", "");
    }
  }

  /** What is left of an entry that was thrown away; times are ISO 8601. */
  record DiscardLine(
      String id,
      String view,
      String version,
      int rows,
      Map<String, Integer> reasons,
      Lineage lineage,
      String when,
      String reason,
      String discardedAt) {
    DiscardLine {
      Instant.parse(when);
      Instant.parse(discardedAt);
    }

    static DiscardLine of(QuarantineEntry entry, String reason, Instant now) {
      return new DiscardLine(
          entry.id(),
          entry.view(),
          entry.version(),
          entry.rows(),
          entry.reasons(),
          entry.lineage(),
          entry.when().toString(),
          reason,
          now.toString());
    }

    Discard discard() {
      Instant added = Instant.parse(when);
      return new Discard(
          new QuarantineEntry(id, view, version, rows, reasons, lineage, added),
          reason,
          Instant.parse(discardedAt));
    }
  }

  /** What an entry says of itself, and its rows. */
  record Content(QuarantineEntry entry, QuarantinedRows rows) {}

  /** Encodes an entry; the id in it does not count. */
  static byte[] encode(QuarantineEntry entry, QuarantinedRows rows) throws IOException {
    StringBuilder body = new StringBuilder();
    Map<String, Integer> reasons = new TreeMap<>();
    for (int row = 0; row < rows.batch().rows(); row++) {
      List<Reason> ofRow = rows.reasons().get(row);
      body.append(JSON.writeValueAsString(line(rows.batch(), row, ofRow))).append('\n');
      ofRow.forEach(reason -> reasons.merge(reason.expectation(), 1, Integer::sum));
    }
    Header header =
        new Header(
            FORMAT,
            entry.view(),
            entry.version(),
            rows.batch().rows(),
            reasons,
            entry.lineage(),
            entry.when().toString(),
            rows.batch().values().schema().features(),
            sha256(body.toString()));
    return (JSON.writeValueAsString(header) + '\n' + body).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> line(FeatureBatch batch, int row, List<Reason> reasons) {
    List<String> names = batch.values().schema().names();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int c = 0; c < names.size(); c++) {
      float value = batch.values().value(row, c);
      Object number = Float.isInfinite(value) ? Float.toString(value) : (Object) value;
      values.put(names.get(c), Float.isNaN(value) ? null : number);
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("key", batch.key(row).parts());
    line.put("eventTime", batch.eventTime(row).toString());
    line.put("knownAt", batch.knownTime(row).toString());
    line.put("values", values);
    line.put("reasons", reasons);
    return line;
  }

  static void write(Path file, byte[] bytes) throws IOException {
    AtomicFile.write(file, out -> out.write(bytes));
  }

  /** Reads what an entry says of itself, and no row. */
  static QuarantineEntry entry(Path file, String id) throws IOException {
    // not Files.newBufferedReader, which takes bytes that are no UTF-8 for a failure of the disk
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      return header(file, reader.readLine()).entry(id);
    }
  }

  static Content read(Path file, String id) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    Header header = header(file, end < 0 ? text : text.substring(0, end));
    String body = text.substring(end + 1);
    List<Line> lines = new ArrayList<>();
    for (String line : body.lines().toList()) {
      lines.add(parse(file, lines.size() + 2, line, Line.class));
    }
    QuarantinedRows rows = rows(file, header, lines);
    if (!header.sha256().equals(sha256(body))) {
      throw new CorruptQuarantineException(
          file, 1, "its checksum is not that of the %d rows below".formatted(lines.size()), null);
    }
    return new Content(header.entry(id), rows);
  }

  private static Header header(Path file, @Nullable String line) {
    Header header = parse(file, 1, line == null ? "" : line, Header.class);
    if (header.format() != FORMAT) {
      throw new CorruptQuarantineException(
          file, 1, "it is of format %d, not %d".formatted(header.format(), FORMAT), null);
    }
    return header;
  }

  static <T> T parse(Path file, int number, String line, Class<T> type) {
    try {
      T value = JSON.readValue(line, type);
      if (value == null) {
        throw new CorruptQuarantineException(file, number, "it is null", null);
      }
      return value;
    } catch (JacksonException e) {
      throw new CorruptQuarantineException(file, number, e.getOriginalMessage(), e);
    }
  }

  private static QuarantinedRows rows(Path file, Header header, List<Line> lines) {
    if (lines.size() != header.rows()) {
      throw new CorruptQuarantineException(
          file,
          lines.size() + 1,
          "it is the last, with %d rows to come".formatted(header.rows() - lines.size()),
          null);
    }
    int count = lines.size();
    EntityKey[] keys = new EntityKey[count];
    long[] eventTimes = new long[count];
    long[] knownTimes = new long[count];
    float[][] columns = new float[header.features().size()][count];
    List<List<Reason>> reasons = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      Line line = lines.get(row);
      try {
        keys[row] = EntityKey.of(line.key().toArray(String[]::new));
        eventTimes[row] = Instant.parse(line.eventTime()).toEpochMilli();
        knownTimes[row] = Instant.parse(line.knownAt()).toEpochMilli();
        fill(columns, row, header.features(), line.values());
      } catch (DateTimeException
          | ArithmeticException
          | IllegalArgumentException
          | InvalidInputException e) {
        throw new CorruptQuarantineException(file, row + 2, String.valueOf(e.getMessage()), e);
      }
      reasons.add(line.reasons());
    }
    FeatureTable values = new FeatureTable(new FeatureSchema(header.features()), columns);
    return new QuarantinedRows(new FeatureBatch(keys, eventTimes, knownTimes, values), reasons);
  }

  private static void fill(
      float[][] columns, int row, List<Feature> features, Map<String, @Nullable String> values) {
    for (int c = 0; c < columns.length; c++) {
      String name = features.get(c).name();
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException("it has no value of " + name);
      }
      String text = values.get(name);
      columns[c][row] = text == null ? Float.NaN : Float.parseFloat(text);
    }
  }

  private static String sha256(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(bytes, bytes.length));
  }
}
