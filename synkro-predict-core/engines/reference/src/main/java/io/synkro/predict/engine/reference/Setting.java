package io.synkro.predict.engine.reference;

import io.synkro.predict.engine.lightgbm.NativeLightGbm;
import io.synkro.predict.engine.xgboost.NativeXgboost;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.TrainingData;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A model that an engine can train, described in its own words.
 *
 * @param name unique among the settings of its engine
 * @param engine {@code "lightgbm"} or {@code "xgboost"}
 * @param rows the features it is trained on
 * @param labels the labels it is trained on
 * @param rounds of boosting
 * @param parameters of the engine, in order
 */
public record Setting(
    String name,
    String engine,
    Rows rows,
    Labels labels,
    int rounds,
    Map<String, String> parameters) {
  /** Name of LightGBM in models. */
  public static final String LIGHTGBM = "lightgbm";

  /** Name of XGBoost in models. */
  public static final String XGBOOST = "xgboost";

  private static final int TRAINING_ROWS = 3000;
  private static final long SEED = 21;

  /** {@inheritDoc} */
  public Setting {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters)); // in order
  }

  /**
   * Creates the data that the model is trained on, the same every time.
   *
   * @return features and labels
   */
  public TrainingData data() {
    FeatureTable features = rows.features(TRAINING_ROWS, SEED);
    SplittableRandom random = new SplittableRandom(SEED + 1);
    float[] values = new float[TRAINING_ROWS];
    for (int r = 0; r < values.length; r++) {
      values[r] = labels.label(rows.mean(features, r), random);
    }
    return TrainingData.of(features, values);
  }

  /**
   * Returns whether LightGBM trains the model.
   *
   * @return false if XGBoost does
   */
  public boolean isLightGbm() {
    return engine.equals(LIGHTGBM);
  }

  /**
   * Trains the model natively.
   *
   * @return LightGBM's text or XGBoost's JSON, in UTF-8
   */
  public byte[] train() {
    TrainingData data = data();
    if (isLightGbm()) {
      String words =
          parameters.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
      return NativeLightGbm.train(data, labels.groups(data.rows()), words, rounds)
          .getBytes(StandardCharsets.UTF_8);
    }
    float[] values = new float[data.rows()];
    for (int r = 0; r < values.length; r++) {
      values[r] = data.label(r);
    }
    Map<String, Object> own = new LinkedHashMap<>(parameters);
    try (NativeXgboost model = NativeXgboost.train(data, labels.fields(values), own, rounds)) {
      return model.save("json");
    }
  }

  @Override
  public String toString() {
    return engine + " " + name;
  }
}
