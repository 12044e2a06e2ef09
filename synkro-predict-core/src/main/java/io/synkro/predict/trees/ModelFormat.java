package io.synkro.predict.trees;

import java.nio.charset.StandardCharsets;

/** The formats of model files, told apart by their first bytes. */
enum ModelFormat {
  LIGHTGBM_TEXT(LightGbmText.ENGINE),
  XGBOOST_JSON(XgboostJson.ENGINE),
  XGBOOST_UBJSON(XgboostJson.ENGINE);

  private final String engine;

  ModelFormat(String engine) {
    this.engine = engine;
  }

  String engine() {
    return engine;
  }

  /**
   * Returns the format of a model.
   *
   * @throws CorruptModelException if it is none of these
   * @throws UnsupportedModelException if it is XGBoost's old binary format
   */
  static ModelFormat of(byte[] model) {
    String start = new String(model, 0, Math.min(model.length, 64), StandardCharsets.ISO_8859_1);
    if (start.startsWith("binf") || start.startsWith("bs64")) {
      throw new UnsupportedModelException(
          XgboostJson.ENGINE,
          "the binary format of versions before 3.1",
          "load it with XGBoost 3.0 and save it as .ubj");
    }
    if (start.startsWith("tree\n") || start.startsWith("tree\r\n")) {
      return LIGHTGBM_TEXT;
    }
    // after the brace, UBJSON has the type of a length, JSON a quote or white space
    if (start.length() > 1 && start.charAt(0) == '{' && "iUIlL".indexOf(start.charAt(1)) >= 0) {
      return XGBOOST_UBJSON;
    }
    if (start.stripLeading().startsWith("{")) {
      return XGBOOST_JSON;
    }
    throw new CorruptModelException(
        "these bytes", "they begin neither as a LightGBM text nor as XGBoost JSON or UBJSON", null);
  }
}
