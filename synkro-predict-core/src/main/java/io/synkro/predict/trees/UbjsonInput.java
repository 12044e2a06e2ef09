package io.synkro.predict.trees;

import com.fasterxml.jackson.core.JsonParseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the primitives of UBJSON, all of them big-endian, from bytes in memory. Nothing is
 * allocated that a count claims before that many bytes are known to be there. Source: <a
 * href="https://ubjson.org">ubjson.org</a>, draft 12. Not safe for use by many threads.
 */
final class UbjsonInput {
  private static final String WHOLE = "iUIlL";

  private final ByteBuffer bytes;

  UbjsonInput(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int position() {
    return bytes.position();
  }

  int remaining() {
    return bytes.remaining();
  }

  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }

  /** The next byte, which stays where it is. */
  char peek() throws JsonParseException {
    require(1);
    return (char) (bytes.get(bytes.position()) & 0xFF);
  }

  char next() throws JsonParseException {
    require(1);
    return (char) (bytes.get() & 0xFF);
  }

  void skip(long count) throws JsonParseException {
    require(count);
    bytes.position(bytes.position() + (int) count);
  }

  static boolean isWhole(char type) {
    return WHOLE.indexOf(type) >= 0;
  }

  /** Bytes that a number takes, or 0 if the type is none. */
  static int width(char type) {
    return switch (type) {
      case 'i', 'U' -> 1;
      case 'I' -> 2;
      case 'l', 'd' -> 4;
      case 'L', 'D' -> 8;
      default -> 0;
    };
  }

  long whole(char type) throws JsonParseException {
    require(width(type));
    return switch (type) {
      case 'i' -> bytes.get();
      case 'U' -> bytes.get() & 0xFF;
      case 'I' -> bytes.getShort();
      case 'l' -> bytes.getInt();
      default -> bytes.getLong();
    };
  }

  float single() throws JsonParseException {
    require(4);
    return bytes.getFloat();
  }

  double real() throws JsonParseException {
    require(8);
    return bytes.getDouble();
  }

  /**
   * Reads how many things follow.
   *
   * @param width bytes that each takes at least
   */
  int count(int width) throws JsonParseException {
    char type = next();
    if (!isWhole(type)) {
      throw problem("a count of type '%s'".formatted(type));
    }
    long count = whole(type);
    if (count < 0 || count > bytes.remaining() / width) {
      throw problem("a count of %d with %d bytes to come".formatted(count, bytes.remaining()));
    }
    return (int) count;
  }

  /** Reads a length and so many bytes of UTF-8. */
  String string(int longest) throws JsonParseException {
    int length = count(1);
    if (length > longest) {
      throw problem("a name of %d bytes".formatted(length));
    }
    String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  JsonParseException problem(String what) {
    return new JsonParseException(null, "%s near byte %d".formatted(what, bytes.position()));
  }

  private void require(long count) throws JsonParseException {
    if (count > bytes.remaining()) {
      throw problem("the end of the bytes");
    }
  }
}
