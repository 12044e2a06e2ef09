package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.tabular.FeatureTable;

/**
 * Rows as a row-major matrix of floats, and a place for their results, in native memory: see {@link
 * NativeLightGbm#rows}. Not safe for use by many threads.
 */
public final class NativeRows implements AutoCloseable {
  private static final int FLOAT = 0; // C_API_DTYPE_FLOAT32 of c_api.h

  private final int rows;
  private final int columns;
  private final int kind;
  private final int iterations;
  private final int length;
  private final long values;
  private final long results;
  private final long written;

  NativeRows(NativeLightGbm model, FeatureTable table, NativeLightGbm.Kind kind, int iterations) {
    this.rows = table.rows();
    this.columns = table.schema().size();
    this.kind = kind.code;
    this.iterations = iterations;
    this.length = model.resultLength(rows, kind, iterations);
    this.values = lightgbmlibJNI.new_floatArray((long) rows * columns);
    this.results = lightgbmlibJNI.new_doubleArray(length);
    this.written = lightgbmlibJNI.new_int64_tp();
    long at = 0;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        lightgbmlibJNI.floatArray_setitem(values, at++, table.value(r, c));
      }
    }
  }

  int predict(long booster) {
    return lightgbmlibJNI.LGBM_BoosterPredictForMat(
        booster,
        lightgbmlibJNI.float_to_voidp_ptr(values),
        FLOAT,
        rows,
        columns,
        1,
        kind,
        0,
        iterations,
        NativeLightGbm.PREDICT_PARAMETERS,
        written,
        results);
  }

  /**
   * Returns a result of the last prediction.
   *
   * @param i position, in the shape that the kind of prediction says
   * @return the result
   */
  public double result(int i) {
    return lightgbmlibJNI.doubleArray_getitem(results, i);
  }

  double[] results() {
    long count = lightgbmlibJNI.int64_tp_value(written);
    if (count != length) {
      throw new IllegalStateException("%d results, %d expected".formatted(count, length));
    }
    double[] copy = new double[length];
    for (int i = 0; i < length; i++) {
      copy[i] = result(i);
    }
    return copy;
  }

  @Override
  public void close() {
    lightgbmlibJNI.delete_int64_tp(written);
    lightgbmlibJNI.delete_doubleArray(results);
    lightgbmlibJNI.delete_floatArray(values);
  }
}
