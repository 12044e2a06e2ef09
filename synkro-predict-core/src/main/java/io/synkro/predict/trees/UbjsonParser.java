package io.synkro.predict.trees;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.base.ParserMinimalBase;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.json.DupDetector;
import com.fasterxml.jackson.core.json.JsonReadContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives the UBJSON of XGBoost to Jackson, so that it is bound as JSON is. Not safe for use by many
 * threads.
 */
final class UbjsonParser extends ParserMinimalBase {
  private final UbjsonInput input;
  private final UbjsonTokens tokens;
  private @Nullable ObjectCodec codec;
  private boolean closed;

  UbjsonParser(byte[] bytes) {
    super(StreamReadConstraints.defaults());
    this.input = new UbjsonInput(bytes);
    this.tokens = new UbjsonTokens(input, DupDetector.rootDetector((JsonParser) this));
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    _currToken = closed ? null : tokens.next();
    return _currToken;
  }

  @Override
  public JsonParser skipChildren() throws IOException {
    if (!tokens.skipNumbers()) {
      return super.skipChildren();
    }
    _currToken = JsonToken.END_ARRAY;
    return this;
  }

  @Override
  public String getText() {
    if (_currToken == JsonToken.VALUE_NUMBER_INT) {
      return Long.toString(tokens.whole());
    }
    if (_currToken == JsonToken.VALUE_NUMBER_FLOAT) {
      return tokens.numberType() == 'd'
          ? Float.toString((float) tokens.real())
          : Double.toString(tokens.real());
    }
    boolean isText = _currToken == JsonToken.FIELD_NAME || _currToken == JsonToken.VALUE_STRING;
    return isText || _currToken == null ? tokens.text() : _currToken.asString();
  }

  @Override
  public char[] getTextCharacters() {
    return getText().toCharArray();
  }

  @Override
  public boolean hasTextCharacters() {
    return false;
  }

  @Override
  public int getTextLength() {
    return getText().length();
  }

  @Override
  public int getTextOffset() {
    return 0;
  }

  @Override
  public Number getNumberValue() {
    return switch (getNumberType()) {
      case INT -> (int) tokens.whole();
      case LONG -> tokens.whole();
      case FLOAT -> (float) tokens.real();
      default -> tokens.real();
    };
  }

  @Override
  public NumberType getNumberType() {
    return switch (tokens.numberType()) {
      case 'd' -> NumberType.FLOAT;
      case 'D' -> NumberType.DOUBLE;
      default -> tokens.whole() == (int) tokens.whole() ? NumberType.INT : NumberType.LONG;
    };
  }

  @Override
  public int getIntValue() throws IOException {
    long value = getLongValue();
    if (value != (int) value) {
      reportOverflowInt(Long.toString(value));
    }
    return (int) value;
  }

  @Override
  public long getLongValue() throws IOException {
    if (_currToken != JsonToken.VALUE_NUMBER_INT) {
      throw input.problem("no whole number");
    }
    return tokens.whole();
  }

  @Override
  public BigInteger getBigIntegerValue() throws IOException {
    return BigInteger.valueOf(getLongValue());
  }

  @Override
  public float getFloatValue() {
    return (float) tokens.real();
  }

  @Override
  public double getDoubleValue() {
    return tokens.real();
  }

  @Override
  public BigDecimal getDecimalValue() throws IOException {
    if (!Double.isFinite(tokens.real())) {
      throw input.problem("no finite number");
    }
    return BigDecimal.valueOf(tokens.real());
  }

  @Override
  public byte[] getBinaryValue(Base64Variant variant) throws IOException {
    throw input.problem("no binary value");
  }

  @Override
  public String currentName() {
    JsonReadContext named = isStart(_currToken) ? tokens.context().getParent() : tokens.context();
    return named.getCurrentName();
  }

  private static boolean isStart(@Nullable JsonToken token) {
    return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract above until Jackson 3
  public String getCurrentName() {
    return currentName();
  }

  @Override
  public void overrideCurrentName(String name) {
    try {
      tokens.context().setCurrentName(name);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public JsonStreamContext getParsingContext() {
    return tokens.context();
  }

  @Override
  public JsonLocation currentLocation() {
    return new JsonLocation(ContentReference.unknown(), input.position(), -1, -1);
  }

  @Override
  public JsonLocation currentTokenLocation() {
    return currentLocation();
  }

  @Override
  @SuppressWarnings("deprecation") // abstract above until Jackson 3
  public JsonLocation getCurrentLocation() {
    return currentLocation();
  }

  @Override
  @SuppressWarnings("deprecation") // abstract above until Jackson 3
  public JsonLocation getTokenLocation() {
    return currentLocation();
  }

  @Override
  public @Nullable ObjectCodec getCodec() {
    return codec;
  }

  @Override
  public void setCodec(@Nullable ObjectCodec codec) {
    this.codec = codec;
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  protected void _handleEOF() throws JsonParseException {
    throw input.problem("the end of the bytes");
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
