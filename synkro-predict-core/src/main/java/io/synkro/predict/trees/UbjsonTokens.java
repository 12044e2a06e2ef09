package io.synkro.predict.trees;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.DupDetector;
import com.fasterxml.jackson.core.json.JsonReadContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through UBJSON token by token. Knows the types that {@code UBJWriter} in {@code
 * src/common/json.cc} of XGBoost 3.4.0 writes: objects without a count, arrays with or without a
 * count and a type, strings, numbers, booleans and null. Not safe for use by many threads.
 */
final class UbjsonTokens {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NAME = 1 << 16;
  private static final char ANY = 0;

  private final UbjsonInput input;
  private JsonReadContext context;
  private @Nullable Container container;
  private @Nullable JsonToken current;

  private String text = "";
  private char numberType;
  private long whole;
  private double real;

  UbjsonTokens(UbjsonInput input, DupDetector names) {
    this.input = input;
    this.context = JsonReadContext.createRootContext(names);
  }

  /** An array or object that is not yet closed. */
  private static final class Container {
    final @Nullable Container outer;
    final boolean isArray;
    final char type;

    /** Values to come, or -1 if a mark ends them. */
    int left;

    Container(@Nullable Container outer, boolean isArray, char type, int left) {
      this.outer = outer;
      this.isArray = isArray;
      this.type = type;
      this.left = left;
    }
  }

  /** Goes to the next token; null behind the last one. */
  @Nullable JsonToken next() throws IOException {
    current = token();
    return current;
  }

  JsonReadContext context() {
    return context;
  }

  /** The last name or string. */
  String text() {
    return text;
  }

  /** The type of the last number. */
  char numberType() {
    return numberType;
  }

  /** The last whole number. */
  long whole() {
    return whole;
  }

  /** The last number. */
  double real() {
    return real;
  }

  /**
   * Goes over an array of numbers at once, since half of a model is of no interest.
   *
   * @return whether it was one; then its end is the current token
   */
  boolean skipNumbers() throws IOException {
    Container in = container;
    if (current != JsonToken.START_ARRAY || in == null || in.type == ANY) {
      return false;
    }
    input.skip((long) in.left * UbjsonInput.width(in.type));
    current = leave(in, JsonToken.END_ARRAY);
    return true;
  }

  private @Nullable JsonToken token() throws IOException {
    Container in = container;
    if (in == null) {
      return input.isAtEnd() ? null : value(input.next());
    }
    if (in.isArray) {
      return element(in);
    }
    if (current == JsonToken.FIELD_NAME) {
      return value(input.next());
    }
    if (input.peek() == '}') {
      input.next();
      return leave(in, JsonToken.END_OBJECT);
    }
    text = input.string(MAX_NAME);
    context.setCurrentName(text);
    return JsonToken.FIELD_NAME;
  }

  private JsonToken element(Container in) throws IOException {
    if (in.left == 0) {
      return leave(in, JsonToken.END_ARRAY);
    }
    if (in.left < 0 && input.peek() == ']') {
      input.next();
      return leave(in, JsonToken.END_ARRAY);
    }
    if (in.left > 0) {
      in.left--;
    }
    return value(in.type == ANY ? input.next() : in.type);
  }

  private JsonToken leave(Container in, JsonToken token) {
    container = in.outer;
    context = context.getParent();
    return token;
  }

  private JsonToken value(char type) throws IOException {
    return switch (type) {
      case '{' -> enter(false);
      case '[' -> enter(true);
      case 'S' -> {
        text = input.string(Integer.MAX_VALUE);
        yield JsonToken.VALUE_STRING;
      }
      case 'Z' -> JsonToken.VALUE_NULL;
      case 'T' -> JsonToken.VALUE_TRUE;
      case 'F' -> JsonToken.VALUE_FALSE;
      default -> number(type);
    };
  }

  private JsonToken number(char type) throws JsonParseException {
    numberType = type;
    if (UbjsonInput.isWhole(type)) {
      whole = input.whole(type);
      real = whole;
      return JsonToken.VALUE_NUMBER_INT;
    }
    if (UbjsonInput.width(type) == 0) {
      throw input.problem("the unknown type '%s'".formatted(type));
    }
    real = type == 'd' ? input.single() : input.real();
    return JsonToken.VALUE_NUMBER_FLOAT;
  }

  private JsonToken enter(boolean isArray) throws IOException {
    if (context.getNestingDepth() == MAX_DEPTH) {
      throw input.problem("nesting deeper than " + MAX_DEPTH);
    }
    char type = ANY;
    int left = -1;
    if (isArray && !input.isAtEnd() && input.peek() == '$') {
      input.next();
      type = input.next();
      if (UbjsonInput.width(type) == 0) { // a type without payload would make any count free
        throw input.problem("an array of type '%s'".formatted(type));
      }
      if (input.peek() != '#') {
        throw input.problem("an array with a type and no count");
      }
    }
    if (isArray && !input.isAtEnd() && input.peek() == '#') {
      input.next();
      left = input.count(type == ANY ? 1 : UbjsonInput.width(type));
    }
    container = new Container(container, isArray, type, left);
    context =
        isArray ? context.createChildArrayContext(0, 0) : context.createChildObjectContext(0, 0);
    return isArray ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
  }
}
