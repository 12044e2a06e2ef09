package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;

/**
 * Predicts one row at a time in the three ways that JNI offers, for benchmarks. Not safe for use by
 * many threads.
 */
public final class SingleRow implements AutoCloseable {
  private static final int FLOAT = 0; // C_API_DTYPE_FLOAT32 of c_api.h
  private static final int DOUBLE = 1; // C_API_DTYPE_FLOAT64

  private final NativeLightGbm model;
  private final NativeLightGbm.Kind kind;
  private final int columns;
  private final long results;
  private final long written;
  private final long fast;

  SingleRow(NativeLightGbm model, int columns, NativeLightGbm.Kind kind) {
    this.model = model;
    this.kind = kind;
    this.columns = columns;
    this.fast =
        NativeCalls.handle(
            pointer ->
                lightgbmlibJNI.LGBM_BoosterPredictForMatSingleRowFastInit(
                    model.handle(),
                    kind.code,
                    0,
                    NativeLightGbm.ALL_ITERATIONS,
                    DOUBLE,
                    columns,
                    NativeLightGbm.PREDICT_PARAMETERS,
                    pointer));
    this.results =
        lightgbmlibJNI.new_doubleArray(model.resultLength(1, kind, NativeLightGbm.ALL_ITERATIONS));
    this.written = lightgbmlibJNI.new_int64_tp();
  }

  /**
   * Predicts a row the fastest way: prepared once, the array is not copied.
   *
   * @param row one value a feature
   */
  public void fast(double[] row) {
    check(row.length);
    NativeCalls.check(
        lightgbmlibJNI.LGBM_BoosterPredictForMatSingleRowFastCriticalSWIG(
            row, fast, written, results));
  }

  /**
   * Predicts a row by the C interface's call for one row: parameters are parsed each time, the
   * array is not copied.
   *
   * @param row one value a feature
   */
  public void plain(double[] row) {
    check(row.length);
    NativeCalls.check(
        lightgbmlibJNI.LGBM_BoosterPredictForMatSingle(
            row,
            model.handle(),
            DOUBLE,
            columns,
            1,
            kind.code,
            0,
            NativeLightGbm.ALL_ITERATIONS,
            NativeLightGbm.PREDICT_PARAMETERS,
            written,
            results));
  }

  /**
   * Predicts a row by the calls that {@code LGBMBooster.predictForMatSingleRow} of lightgbm4j 4.3.0
   * makes: it allocates native memory and copies value after value. Only the number of threads is
   * ours, 1.
   *
   * @param row one value a feature
   * @return the first result, which is all that lightgbm4j returns
   */
  public double wrapped(float[] row) {
    check(row.length);
    long values = lightgbmlibJNI.new_floatArray(columns);
    for (int c = 0; c < columns; c++) {
      lightgbmlibJNI.floatArray_setitem(values, c, row[c]);
    }
    long count = lightgbmlibJNI.new_int64_tp();
    long output =
        lightgbmlibJNI.new_doubleArray(model.resultLength(1, kind, NativeLightGbm.ALL_ITERATIONS));
    try {
      NativeCalls.check(
          lightgbmlibJNI.LGBM_BoosterPredictForMatSingleRow(
              model.handle(),
              lightgbmlibJNI.float_to_voidp_ptr(values),
              FLOAT,
              columns,
              1,
              kind.code,
              0,
              NativeLightGbm.ALL_ITERATIONS,
              NativeLightGbm.PREDICT_PARAMETERS,
              count,
              output));
      return lightgbmlibJNI.doubleArray_getitem(output, 0);
    } finally {
      lightgbmlibJNI.delete_floatArray(values);
      lightgbmlibJNI.delete_int64_tp(count);
      lightgbmlibJNI.delete_doubleArray(output);
    }
  }

  private void check(int length) { // LightGBM would read past the end
    if (length != columns) {
      throw new IllegalArgumentException(
          "row.length (%d) must be the number of features, %d.".formatted(length, columns));
    }
  }

  /**
   * Returns a result of the last row that {@link #fast} or {@link #plain} has predicted.
   *
   * @param i position, in the shape that the kind of prediction says
   * @return the result
   */
  public double result(int i) {
    return lightgbmlibJNI.doubleArray_getitem(results, i);
  }

  @Override
  public void close() {
    lightgbmlibJNI.delete_int64_tp(written);
    lightgbmlibJNI.delete_doubleArray(results);
    NativeCalls.check(lightgbmlibJNI.LGBM_FastConfigFree(fast));
  }
}
