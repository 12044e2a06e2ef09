package io.synkro.predict.trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Writes a JSON model as the UBJSON that XGBoost writes ({@code UBJWriter} in json.cc): the columns
 * of trees are arrays with a type and a count, other arrays have a count only.
 */
final class Ubjson {
  private static final Set<String> FLOATS =
      Set.of("split_conditions", "sum_hessian", "leaf_weights", "loss_changes");
  private static final Set<String> BYTES = Set.of("default_left", "split_type");
  private static final Set<String> LONGS = Set.of("categories_segments", "categories_sizes");
  private static final Set<String> INTS =
      Set.of("left_children", "right_children", "split_indices", "categories_nodes", "categories");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private Ubjson() {}

  static byte[] of(String json) {
    try {
      Ubjson writer = new Ubjson();
      writer.write(JsonMapper.builder().build().readTree(json), "");
      return writer.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(JsonNode node, String key) throws IOException {
    if (node.isObject()) {
      out.write('{');
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        string(entry.getKey());
        write(entry.getValue(), entry.getKey());
      }
      out.write('}');
    } else if (node.isArray()) {
      array(node, key);
    } else if (node.isTextual()) {
      out.write('S');
      string(node.textValue());
    } else if (node.isIntegralNumber()) {
      integer(node.longValue());
    } else if (node.isNumber()) {
      out.write('d');
      out.writeFloat(node.floatValue());
    } else {
      out.write(node.isNull() ? 'Z' : node.booleanValue() ? 'T' : 'F');
    }
  }

  private void string(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.write('L');
    out.writeLong(utf8.length);
    out.write(utf8);
  }

  private void integer(long value) throws IOException {
    if (value > Byte.MIN_VALUE && value < Byte.MAX_VALUE) {
      out.write('i');
      out.writeByte((int) value);
    } else if (value > Short.MIN_VALUE && value < Short.MAX_VALUE) {
      out.write('I');
      out.writeShort((int) value);
    } else if (value > Integer.MIN_VALUE && value < Integer.MAX_VALUE) {
      out.write('l');
      out.writeInt((int) value);
    } else {
      out.write('L');
      out.writeLong(value);
    }
  }

  private void array(JsonNode node, String key) throws IOException {
    char type =
        FLOATS.contains(key)
            ? 'd'
            : BYTES.contains(key) ? 'U' : LONGS.contains(key) ? 'L' : INTS.contains(key) ? 'l' : 0;
    out.write('[');
    if (type != 0) {
      out.write('$');
      out.write(type);
    }
    out.write('#');
    out.write('L');
    out.writeLong(node.size());
    for (JsonNode element : node) {
      switch (type) {
        case 'd' -> out.writeFloat(element.floatValue());
        case 'U' -> out.writeByte(element.intValue());
        case 'L' -> out.writeLong(element.longValue());
        case 'l' -> out.writeInt(element.intValue());
        default -> write(element, "");
      }
    }
  }
}
