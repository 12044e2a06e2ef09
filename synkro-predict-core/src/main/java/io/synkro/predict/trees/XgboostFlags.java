package io.synkro.predict.trees;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.synkro.predict.internal.IntArray;
import java.io.IOException;

/** Reads a column of flags: 0 and 1, or {@code false} and {@code true} before version 1.6. */
final class XgboostFlags extends StdDeserializer<int[]> {
  private static final long serialVersionUID = 1L;

  XgboostFlags() {
    super(int[].class);
  }

  @Override
  public int[] deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      return context.reportInputMismatch(this, "a column of flags is no array");
    }
    IntArray flags = new IntArray();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.VALUE_NUMBER_INT) {
        flags.add(parser.getIntValue());
      } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
        flags.add(token == JsonToken.VALUE_TRUE ? 1 : 0);
      } else {
        return context.reportInputMismatch(this, "a flag is %s", token);
      }
    }
    return flags.toArray();
  }
}
