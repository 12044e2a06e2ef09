package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A model that LightGBM itself evaluates, on one thread. Not safe for use by many threads; {@link
 * NativeRows} and {@link SingleRow} must be closed before it.
 */
public final class NativeLightGbm implements AutoCloseable {
  static final String PREDICT_PARAMETERS = "num_threads=1 verbosity=-1";
  static final int ALL_ITERATIONS = -1;

  private static final int INT = 2; // C_API_DTYPE_INT32 of c_api.h

  private static final Map<String, String> DEFAULTS =
      words(
          "deterministic=true force_row_wise=true enable_bundle=false seed=7 num_threads=1"
              + " metric=none verbosity=-1");

  /** What to predict; rows are the first dimension of every result. */
  public enum Kind {
    /** Predictions on the scale of the labels, shape {@code [rows][outputs]}. */
    NORMAL(0),
    /** Sums of leaf values, shape {@code [rows][outputs]}. */
    RAW(1),
    /** The leaf of each tree, shape {@code [rows][trees]}. */
    LEAF_INDEX(2),
    /** SHAP values and the expected value, shape {@code [rows][outputs][features + 1]}. */
    CONTRIB(3);

    final int code; // C_API_PREDICT_NORMAL and so on in c_api.h

    Kind(int code) {
      this.code = code;
    }
  }

  private final long handle;

  private NativeLightGbm(long handle) {
    this.handle = handle;
  }

  /**
   * Trains a model with LightGBM's own parameters.
   *
   * @param data features and finite labels
   * @param parameters such as {@code "objective=huber num_leaves=7"}; the schema's categories, one
   *     thread and a seed are added unless they are given by the names used here, no aliases
   * @param rounds most rounds; fewer are trained when no leaf can be split any more
   * @return header and trees of the model text
   */
  public static String train(TrainingData data, String parameters, int rounds) {
    return train(data, new int[0], parameters, rounds);
  }

  /**
   * Trains a model that may be a ranking.
   *
   * @param data features and finite labels, the rows of a query one after another
   * @param groups number of rows of each query; empty if the objective ranks nothing
   * @param parameters as in {@link #train(TrainingData, String, int)}
   * @param rounds most rounds
   * @return header and trees of the model text
   */
  public static String train(TrainingData data, int[] groups, String parameters, int rounds) {
    LightGbmNatives.SHARED.load();
    // squared error checks nothing of the labels; LightGBM does
    TrainingRows rows = TrainingRows.of(data, new Objective.SquaredError());
    String all = withDefaults(rows.schema(), parameters);
    try (NativeDataset dataset = NativeDataset.of(rows, all)) {
      if (groups.length > 0) {
        setGroups(dataset, groups);
      }
      try (NativeBooster booster = new NativeBooster(dataset, all)) {
        for (int round = 0; round < rounds && booster.update(); round++) {}
        return booster.modelText(-1);
      }
    }
  }

  private static String withDefaults(FeatureSchema schema, String parameters) {
    Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
    String categories = LightGbmParameters.categories(schema);
    if (!categories.isEmpty()) {
      all.put("categorical_feature", categories);
    }
    all.putAll(words(parameters));
    return all.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  private static Map<String, String> words(String parameters) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : parameters.trim().split(" +", -1)) {
      String[] parts = word.split("=", 2);
      words.put(parts[0], parts[1]);
    }
    return words;
  }

  private static void setGroups(NativeDataset dataset, int[] groups) {
    long values = lightgbmlibJNI.new_intArray(groups.length);
    try {
      for (int i = 0; i < groups.length; i++) {
        lightgbmlibJNI.intArray_setitem(values, i, groups[i]);
      }
      NativeCalls.check(
          lightgbmlibJNI.LGBM_DatasetSetField(
              dataset.handle(),
              "group",
              lightgbmlibJNI.int_to_voidp_ptr(values),
              groups.length,
              INT));
    } finally {
      lightgbmlibJNI.delete_intArray(values);
    }
  }

  /**
   * Loads a model.
   *
   * @param modelText LightGBM's text
   * @return the model, to be closed
   */
  public static NativeLightGbm load(String modelText) {
    LightGbmNatives.SHARED.load();
    long iterations = lightgbmlibJNI.new_intp();
    try {
      return new NativeLightGbm(
          NativeCalls.handle(
              pointer ->
                  lightgbmlibJNI.LGBM_BoosterLoadModelFromString(modelText, iterations, pointer)));
    } finally {
      lightgbmlibJNI.delete_intp(iterations);
    }
  }

  /**
   * Predicts rows.
   *
   * @param rows as many columns as the model has features
   * @param kind what to predict
   * @param iterations how many rounds of trees to use, from the first; -1 for all
   * @return numbers row after row, in the shape that {@code kind} says
   */
  public double[] predict(FeatureTable rows, Kind kind, int iterations) {
    try (NativeRows prepared = new NativeRows(this, rows, kind, iterations)) {
      predict(prepared);
      return prepared.results();
    }
  }

  /**
   * Copies rows to native memory, for {@link #predict(NativeRows)}.
   *
   * @param rows as many columns as the model has features
   * @param kind what to predict
   * @return rows and a place for results, to be closed
   */
  public NativeRows rows(FeatureTable rows, Kind kind) {
    return new NativeRows(this, rows, kind, ALL_ITERATIONS);
  }

  /**
   * Predicts rows that are in native memory already: one JNI call that copies nothing.
   *
   * @param rows from {@link #rows} of this model; they receive the results
   */
  public void predict(NativeRows rows) {
    NativeCalls.check(rows.predict(handle));
  }

  /**
   * Prepares predictions of one row at a time.
   *
   * @param columns number of features
   * @param kind what to predict
   * @return a place for results, to be closed
   */
  public SingleRow singleRow(int columns, Kind kind) {
    return new SingleRow(this, columns, kind);
  }

  long handle() {
    return handle;
  }

  int resultLength(int rows, Kind kind, int iterations) {
    long length = lightgbmlibJNI.new_int64_tp();
    try {
      NativeCalls.check(
          lightgbmlibJNI.LGBM_BoosterCalcNumPredict(
              handle, rows, kind.code, 0, iterations, length));
      return Math.toIntExact(lightgbmlibJNI.int64_tp_value(length));
    } finally {
      lightgbmlibJNI.delete_int64_tp(length);
    }
  }

  @Override
  public void close() {
    NativeCalls.check(lightgbmlibJNI.LGBM_BoosterFree(handle));
  }
}
