package io.synkro.predict.trees;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON and the UBJSON that XGBoost writes with {@code save_model}, versions 1.6 to 3 of
 * the engine. Stateless. Source: {@code SaveModel} in {@code src/learner.cc}, {@code src/gbm} and
 * {@code src/tree} of XGBoost 3.4.0; a model of an earlier version is scored as version 3.4 scores
 * it.
 *
 * <p>Predictions of {@code multi:softmax} are the probabilities of the classes, as those of {@code
 * multi:softprob}: the trees are the same.
 */
public final class XgboostJson {
  static final String ENGINE = "xgboost";
  static final String SOURCE = "XGBoost JSON or UBJSON";

  /** As deep as what XGBoost writes, and some more. */
  private static final int MOST_NESTED = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_NESTED).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // NaN and Infinity, as XGBoost does
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private static final ObjectReader READER = MAPPER.readerFor(XgboostDocument.class);

  private XgboostJson() {}

  /**
   * Reads a model.
   *
   * @param text what XGBoost has written as JSON
   * @return its trees
   * @throws CorruptModelException if the text is damaged or cut short
   * @throws UnsupportedModelException if the booster is linear, the version or objective one that
   *     XGBoost 3.4 does not know, leaves are vectors of before version 3.2 or of some trees only,
   *     or more than 100,000 features have no names
   */
  public static ParsedTrees read(String text) {
    return read(() -> READER.readValue(text));
  }

  /**
   * Reads a model.
   *
   * @param model what XGBoost has written as JSON or as UBJSON; its first bytes tell which
   * @return its trees
   * @throws CorruptModelException if it is damaged or cut short
   * @throws UnsupportedModelException if the booster is linear, the version or objective one that
   *     XGBoost 3.4 does not know, leaves are vectors of before version 3.2 or of some trees only,
   *     or more than 100,000 features have no names
   */
  public static ParsedTrees read(byte[] model) {
    return ModelFormat.of(model) == ModelFormat.XGBOOST_UBJSON
        ? read(() -> READER.readValue(new UbjsonParser(model)))
        : read(new String(model, StandardCharsets.UTF_8)); // Jackson would guess other encodings
  }

  private static ParsedTrees read(Document document) {
    try {
      return new XgboostModel(document.parse()).parsed();
    } catch (JacksonException e) {
      throw unparsable(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private static CorruptModelException unparsable(JacksonException e) {
    return new CorruptModelException(
        SOURCE,
        "it cannot be parsed at %s, %s".formatted(where(e.getLocation()), e.getOriginalMessage()),
        e);
  }

  private static String where(@Nullable JsonLocation location) {
    return location == null ? "some place" : location.offsetDescription();
  }

  /** Parses what was given. */
  private interface Document {
    XgboostDocument parse() throws IOException;
  }
}
