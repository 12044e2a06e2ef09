package io.synkro.predict.features.offline;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.synkro.predict.internal.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A JSON object in a file that knows whether it is whole: its first field is {@code format}, the
 * version of the format, its last field {@code sha256}, the digest of all bytes before the comma in
 * front of it; a line feed ends the file. UTF-8 without a byte order mark.
 *
 * @param body the fields before the digest
 * @param digest SHA-256, 64 hexadecimal digits
 */
record SealedJson(ObjectNode body, String digest) {
  static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEFORE_DIGEST = ",\"sha256\":\"";
  private static final String AFTER_DIGEST = "\"}\n";
  private static final int TAIL = BEFORE_DIGEST.length() + 64 + AFTER_DIGEST.length();

  /** Returns an object that has its format only. */
  static ObjectNode begin() {
    return JSON.createObjectNode().put("format", FORMAT);
  }

  /** Returns the bytes of a file with an object. */
  static byte[] encode(ObjectNode body) throws IOException {
    byte[] text = JSON.writeValueAsBytes(body);
    int length = text.length - 1; // without the brace
    byte[] file = Arrays.copyOf(text, length + TAIL);
    System.arraycopy(tail(text, length), 0, file, length, TAIL);
    return file;
  }

  /** Returns the digest of a file that {@link #encode} made. */
  static String digest(byte[] file) {
    return HexFormat.of().formatHex(Sha256.of(file, file.length - TAIL));
  }

  private static byte[] tail(byte[] bytes, int length) {
    String digest = HexFormat.of().formatHex(Sha256.of(bytes, length));
    return (BEFORE_DIGEST + digest + AFTER_DIGEST).getBytes(StandardCharsets.UTF_8);
  }

  static SealedJson read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = bytes.length - TAIL;
    if (length <= 0) {
      throw new CorruptStoreException(file, "it is cut off after %d bytes".formatted(bytes.length));
    }
    if (!Arrays.equals(bytes, length, bytes.length, tail(bytes, length), 0, TAIL)) {
      throw new CorruptStoreException(file, "its checksum is not that of its content");
    }
    try {
      JsonNode body = JSON.readTree(bytes);
      int format = body.path("format").asInt();
      if (format > FORMAT) {
        throw new StoreTooNewException(file, format, FORMAT);
      }
      if (format == FORMAT && body instanceof ObjectNode object) {
        return new SealedJson(object, digest(bytes));
      }
      throw new CorruptStoreException(file, "it has no known format");
    } catch (JacksonException e) {
      throw new CorruptStoreException(file, "it is no JSON", e);
    }
  }
}
