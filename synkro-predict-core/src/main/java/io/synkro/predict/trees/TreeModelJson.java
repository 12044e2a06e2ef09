package io.synkro.predict.trees;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.synkro.predict.trees.TreeModelHeader.Column;
import io.synkro.predict.trees.TreeModelHeader.NamedLink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads a {@link TreeModelHeader} as JSON, field by field in one order. Binding it to
 * records would take most of the time of the first load in a process: ten times as long as all the
 * rest. Stateless.
 */
final class TreeModelJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private TreeModelJson() {}

  static byte[] write(TreeModelHeader header) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("engine", header.engine());
      json.writeArrayFieldStart("columns");
      for (Column column : header.columns()) {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeNumberField("categories", column.categories());
        if (!column.definition().isEmpty()) {
          json.writeStringField("definition", column.definition());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("dialect", header.dialect());
      json.writeObjectFieldStart("link");
      json.writeStringField("kind", header.link().kind());
      json.writeNumberField("slope", header.link().slope());
      json.writeNumberField("rounds", header.link().rounds());
      json.writeEndObject();
      json.writeNumberField("treesPerRound", header.treesPerRound());
      json.writeNumberField("bestRounds", header.bestRounds());
      json.writeObjectFieldStart("sizes");
      writeSizes(json, header.sizes());
      json.writeEndObject();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void writeSizes(JsonGenerator json, ForestSizes sizes) throws IOException {
    json.writeNumberField("outputs", sizes.outputs());
    json.writeNumberField("leafWidth", sizes.leafWidth());
    json.writeNumberField("trees", sizes.trees());
    json.writeNumberField("nodes", sizes.nodes());
    json.writeNumberField("leaves", sizes.leaves());
    json.writeBooleanField("covered", sizes.covered());
    json.writeNumberField("sets", sizes.sets());
    json.writeNumberField("categories", sizes.categories());
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws com.fasterxml.jackson.core.JacksonException if anything is missing, added, out of order
   *     or of another type
   */
  static TreeModelHeader read(byte[] bytes, int from, int length) throws IOException {
    try (JsonParser json = JSON.createParser(bytes, from, length)) {
      Fields fields = new Fields(json);
      fields.expect(JsonToken.START_OBJECT);
      String engine = fields.text("engine");
      List<Column> columns = columns(fields);
      String dialect = fields.text("dialect");
      fields.begin("link", JsonToken.START_OBJECT);
      NamedLink link =
          new NamedLink(fields.text("kind"), fields.real("slope"), fields.whole("rounds"));
      fields.expect(JsonToken.END_OBJECT);
      int treesPerRound = fields.whole("treesPerRound");
      int bestRounds = fields.whole("bestRounds");
      fields.begin("sizes", JsonToken.START_OBJECT);
      ForestSizes sizes = sizes(fields);
      fields.expect(JsonToken.END_OBJECT);
      fields.expect(JsonToken.END_OBJECT);
      fields.end();
      return new TreeModelHeader(engine, columns, dialect, link, treesPerRound, bestRounds, sizes);
    }
  }

  private static List<Column> columns(Fields fields) throws IOException {
    List<Column> columns = new ArrayList<>();
    fields.begin("columns", JsonToken.START_ARRAY);
    while (fields.next() == JsonToken.START_OBJECT) {
      String name = fields.text("name");
      int categories = fields.whole("categories");
      boolean defined = fields.next() == JsonToken.FIELD_NAME;
      columns.add(new Column(name, categories, defined ? fields.textHere("definition") : ""));
      if (defined) {
        fields.next();
      }
      fields.require(JsonToken.END_OBJECT);
    }
    fields.require(JsonToken.END_ARRAY);
    return columns;
  }

  private static ForestSizes sizes(Fields fields) throws IOException {
    return new ForestSizes(
        fields.whole("outputs"),
        fields.whole("leafWidth"),
        fields.whole("trees"),
        fields.whole("nodes"),
        fields.whole("leaves"),
        fields.isTrue("covered"),
        fields.whole("sets"),
        fields.whole("categories"));
  }

  /** The tokens, each of which must be the one that is expected. */
  private record Fields(JsonParser json) {
    JsonToken next() throws IOException {
      return json.nextToken();
    }

    void require(JsonToken token) throws IOException {
      if (json.currentToken() != token) {
        throw new JsonParseException(
            json, "%s where %s should be".formatted(json.currentToken(), token));
      }
    }

    void expect(JsonToken token) throws IOException {
      next();
      require(token);
    }

    /** Goes on to the value of a field. */
    JsonToken value(String name) throws IOException {
      expect(JsonToken.FIELD_NAME);
      requireName(name);
      return next();
    }

    private void requireName(String name) throws IOException {
      if (!json.currentName().equals(name)) {
        throw new JsonParseException(
            json, "%s where %s should be".formatted(json.currentName(), name));
      }
    }

    void begin(String name, JsonToken token) throws IOException {
      value(name);
      require(token);
    }

    String text(String name) throws IOException {
      begin(name, JsonToken.VALUE_STRING);
      return json.getText();
    }

    /** The value of the field whose name has just been read. */
    String textHere(String name) throws IOException {
      requireName(name);
      next();
      require(JsonToken.VALUE_STRING);
      return json.getText();
    }

    int whole(String name) throws IOException {
      begin(name, JsonToken.VALUE_NUMBER_INT);
      return json.getIntValue();
    }

    double real(String name) throws IOException {
      if (value(name) != JsonToken.VALUE_NUMBER_INT) {
        require(JsonToken.VALUE_NUMBER_FLOAT);
      }
      return json.getDoubleValue();
    }

    boolean isTrue(String name) throws IOException {
      if (value(name) != JsonToken.VALUE_TRUE) {
        require(JsonToken.VALUE_FALSE);
      }
      return json.currentToken() == JsonToken.VALUE_TRUE;
    }

    void end() throws IOException {
      if (next() != null) {
        throw new JsonParseException(json, "it goes on");
      }
    }
  }
}
