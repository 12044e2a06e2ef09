package io.synkro.predict.engine.xgboost;

import io.synkro.predict.engine.TrainingFailedException;
import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.TrainingData;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.java.XGBoostJNI;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;

/**
 * A model that XGBoost itself evaluates, on one thread. It calls XGBoost's natives directly, since
 * xgboost4j's {@code Booster} copies every result into an array of rows. Not safe for use by many
 * threads.
 */
public final class NativeXgboost implements AutoCloseable {
  private static final Map<String, Object> DEFAULTS =
      Map.of("nthread", 1, "seed", 7, "verbosity", 0, "disable_default_eval_metric", 1);

  /** What to predict; rows are the first dimension of every result. */
  public enum Kind {
    /** Predictions on the scale of the labels, shape {@code [rows][outputs]}. */
    VALUE(0),
    /** Sums of leaf values and base score, shape {@code [rows][outputs]}. */
    MARGIN(1),
    /** The node of each tree that is its leaf, shape {@code [rows][trees]}. */
    LEAF(2),
    /** SHAP values and the expected value, shape {@code [rows][outputs][features + 1]}. */
    CONTRIB(4);

    private final int mask; // option_mask of XGBoosterPredict in c_api.h

    Kind(int mask) {
      this.mask = mask;
    }
  }

  private final long handle;

  private NativeXgboost(long... cached) {
    long[] created = new long[1];
    check(XGBoostJNI.XGBoosterCreate(cached, created));
    this.handle = created[0];
  }

  /**
   * Trains a model with XGBoost's own parameters.
   *
   * @param data features and finite labels
   * @param parameters such as {@code objective}; one thread and a seed are added unless given
   * @param rounds number of rounds
   * @return the model, to be closed
   */
  public static NativeXgboost train(TrainingData data, Map<String, Object> parameters, int rounds) {
    return train(data, Map.of(), parameters, rounds);
  }

  /**
   * Trains a model that needs more than one label a row.
   *
   * @param data features and finite labels
   * @param fields columns of XGBoost's own names, shape {@code [columns][length]}: {@code group}
   *     (rows of each query), {@code label_lower_bound}, {@code label_upper_bound}, or {@code
   *     label} (of several columns, instead of the labels of {@code data})
   * @param parameters as in {@link #train(TrainingData, Map, int)}
   * @param rounds number of rounds
   * @return the model, to be closed
   */
  public static NativeXgboost train(
      TrainingData data,
      Map<String, float[][]> fields,
      Map<String, Object> parameters,
      int rounds) {
    // squared error checks nothing of the labels; XGBoost does
    TrainingRows rows = TrainingRows.of(data, new Objective.SquaredError());
    Map<String, Object> all = new LinkedHashMap<>(DEFAULTS);
    all.putAll(parameters);
    DMatrix matrix = matrix(rows);
    try {
      fields.forEach((name, columns) -> setField(matrix, name, columns));
      return train(matrix, all, rounds);
    } finally {
      matrix.dispose();
    }
  }

  private static NativeXgboost train(DMatrix matrix, Map<String, Object> parameters, int rounds) {
    NativeXgboost model = new NativeXgboost(matrix.getHandle());
    try {
      parameters.forEach(model::set);
      for (int round = 0; round < rounds; round++) {
        check(XGBoostJNI.XGBoosterUpdateOneIter(model.handle, round, matrix.getHandle()));
      }
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private static DMatrix matrix(TrainingRows rows) {
    try {
      return TrainingMatrix.of(rows);
    } catch (XGBoostError e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  /** Goes through native memory that XGBoost reads by a description of it: the array interface. */
  private static void setField(DMatrix matrix, String name, float[][] columns) {
    int length = columns[0].length;
    BigDenseMatrix values = new BigDenseMatrix(length, columns.length);
    try {
      for (int r = 0; r < length; r++) {
        for (int c = 0; c < columns.length; c++) {
          values.set(r, c, columns[c][r]);
        }
      }
      String shape = columns.length == 1 ? "" + length : length + "," + columns.length;
      String description =
          "{\"data\":[%d,true],\"shape\":[%s],\"typestr\":\"<f4\",\"version\":3}"
              .formatted(values.address, shape);
      check(XGBoostJNI.XGDMatrixSetInfoFromInterface(matrix.getHandle(), name, description));
    } finally {
      values.dispose();
    }
  }

  /**
   * Loads a model.
   *
   * @param saved what {@link #save} has written
   * @return the model, to be closed
   */
  public static NativeXgboost load(byte[] saved) {
    NativeXgboost model = new NativeXgboost();
    try {
      check(XGBoostJNI.XGBoosterLoadModelFromBuffer(model.handle, saved));
      model.set("nthread", 1);
      return model;
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  /**
   * Saves the model.
   *
   * @param format {@code "json"} or {@code "ubj"}
   * @return the model in that format
   */
  public byte[] save(String format) {
    byte[][] bytes = new byte[1][];
    check(XGBoostJNI.XGBoosterSaveModelToBuffer(handle, format, bytes));
    return bytes[0];
  }

  /**
   * Returns margins.
   *
   * @param rows finite numbers or NaN; XGBoost refuses others
   * @return {@link Kind#MARGIN} with all rounds
   */
  public double[] margins(FeatureTable rows) {
    return predict(rows, Kind.MARGIN, 0);
  }

  /**
   * Returns predictions.
   *
   * @param rows finite numbers or NaN; XGBoost refuses others
   * @return {@link Kind#VALUE} with all rounds
   */
  public double[] predictions(FeatureTable rows) {
    return predict(rows, Kind.VALUE, 0);
  }

  /**
   * Returns leaves.
   *
   * @param rows finite numbers or NaN; XGBoost refuses others
   * @return {@link Kind#LEAF} with all rounds
   */
  public double[] leaves(FeatureTable rows) {
    return predict(rows, Kind.LEAF, 0);
  }

  /**
   * Returns contributions.
   *
   * @param rows finite numbers or NaN; XGBoost refuses others
   * @return {@link Kind#CONTRIB} with all rounds
   */
  public double[] contributions(FeatureTable rows) {
    return predict(rows, Kind.CONTRIB, 0);
  }

  /**
   * Predicts rows.
   *
   * @param rows finite numbers or NaN; XGBoost refuses others
   * @param kind what to predict
   * @param trees how many trees of an output to use, from the first: rounds times {@code
   *     num_parallel_tree}; 0 for all
   * @return numbers row after row, in the shape that {@code kind} says; they are floats
   */
  public double[] predict(FeatureTable rows, Kind kind, int trees) {
    long[] matrix = new long[1];
    check(
        XGBoostJNI.XGDMatrixCreateFromMat(
            values(rows), rows.rows(), rows.schema().size(), Float.NaN, matrix));
    try {
      float[][] result = new float[1][];
      check(XGBoostJNI.XGBoosterPredict(handle, matrix[0], kind.mask, trees, result));
      double[] widened = new double[result[0].length];
      for (int i = 0; i < widened.length; i++) {
        widened[i] = result[0][i];
      }
      return widened;
    } finally {
      check(XGBoostJNI.XGDMatrixFree(matrix[0]));
    }
  }

  /**
   * Returns a table as {@link #inplace} takes it.
   *
   * @param rows any rows
   * @return values row after row
   */
  public static float[] values(FeatureTable rows) {
    int columns = rows.schema().size();
    float[] values = new float[Math.multiplyExact(rows.rows(), columns)];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.value(i / columns, i % columns);
    }
    return values;
  }

  /**
   * Predicts rows the fastest way that JNI offers, xgboost4j's {@code inplace_predict}: no matrix
   * is made, and the array is copied once, as a whole.
   *
   * @param values row after row; NaN is missing
   * @param rows number of rows, which must divide the number of values
   * @param kind {@link Kind#VALUE} or {@link Kind#MARGIN}
   * @return numbers row after row
   */
  public float[] inplace(float[] values, int rows, Kind kind) {
    float[][] result = new float[1][];
    check(
        XGBoostJNI.XGBoosterPredictFromDense(
            handle, values, rows, values.length / rows, Float.NaN, 0, 0, kind.mask, null, result));
    return result[0];
  }

  private void set(String name, Object value) {
    check(XGBoostJNI.XGBoosterSetParam(handle, name, value.toString()));
  }

  private static void check(int code) {
    if (code != 0) {
      throw failed(XGBoostJNI.XGBGetLastError());
    }
  }

  private static TrainingFailedException failed(String message) {
    return new TrainingFailedException(
        XgboostLearner.NAME,
        message.strip().lines().findFirst().orElse(message),
        "check parameters and labels against what the message names",
        null);
  }

  @Override
  public void close() {
    check(XGBoostJNI.XGBoosterFree(handle));
  }
}
