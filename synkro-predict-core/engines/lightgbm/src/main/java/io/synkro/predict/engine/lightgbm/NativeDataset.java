package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.engine.TrainingRows;
import org.jspecify.annotations.Nullable;

/**
 * Training data in LightGBM's bins. Rows are handed over in chunks, so that native memory never
 * holds a second copy of the floats.
 */
final class NativeDataset implements AutoCloseable {
  private static final int CHUNK_VALUES = 1 << 20;
  private static final int FLOAT = 0; // C_API_DTYPE_FLOAT32 of c_api.h
  private static final int DOUBLE = 1;

  private static final long NOTHING = 0;

  private final long handle;

  private NativeDataset(long handle) {
    this.handle = handle;
  }

  long handle() {
    return handle;
  }

  /** Creates a data set of numbers. */
  static NativeDataset of(TrainingRows rows, String parameters) {
    return of(Cells.of(rows), parameters);
  }

  static NativeDataset of(Cells cells, String parameters) {
    NativeDataset dataset = new NativeDataset(SampledColumns.createDataset(cells, parameters));
    return dataset.filled(cells, true);
  }

  /** Creates a data set with the bins of this one; one without a handle for no rows. */
  NativeDataset alike(@Nullable Cells cells) {
    if (cells == null) {
      return new NativeDataset(NOTHING);
    }
    long created =
        NativeCalls.handle(
            pointer ->
                lightgbmlibJNI.LGBM_DatasetCreateByReference(handle, cells.rows().size(), pointer));
    return new NativeDataset(created).filled(cells, false);
  }

  private NativeDataset filled(Cells cells, boolean named) {
    TrainingRows rows = cells.rows();
    try {
      push(cells);
      if (named) {
        name(rows);
      }
      setField("label", rows.size(), rows::label);
      if (rows.isWeighted()) {
        setField("weight", rows.size(), rows::weight);
      }
      return this;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Sets where training begins: margins, all of the first output before those of the next. */
  void setInitialScores(NativeDoubles scores) {
    NativeCalls.check(
        lightgbmlibJNI.LGBM_DatasetSetField(
            handle,
            "init_score",
            lightgbmlibJNI.double_to_voidp_ptr(scores.handle()),
            scores.length(),
            DOUBLE));
  }

  private void push(Cells cells) {
    TrainingRows rows = cells.rows();
    int columns = rows.schema().size();
    int chunkRows = Math.min(rows.size(), Math.max(1, CHUNK_VALUES / columns));
    long chunk = lightgbmlibJNI.new_floatArray((long) chunkRows * columns);
    try {
      for (int from = 0; from < rows.size(); from += chunkRows) {
        int count = Math.min(chunkRows, rows.size() - from);
        long at = 0;
        for (int r = from; r < from + count; r++) {
          for (int c = 0; c < columns; c++) {
            lightgbmlibJNI.floatArray_setitem(chunk, at++, cells.value(r, c));
          }
        }
        NativeCalls.check(
            lightgbmlibJNI.LGBM_DatasetPushRows(
                handle, lightgbmlibJNI.float_to_voidp_ptr(chunk), FLOAT, count, columns, from));
      }
    } finally {
      lightgbmlibJNI.delete_floatArray(chunk);
    }
  }

  private void name(TrainingRows rows) {
    String[] names = rows.schema().names().toArray(String[]::new);
    NativeCalls.check(lightgbmlibJNI.LGBM_DatasetSetFeatureNames(handle, names, names.length));
  }

  /** A column of what is not a feature. */
  private interface Field {
    float value(int row);
  }

  private void setField(String name, int size, Field field) {
    long values = lightgbmlibJNI.new_floatArray(size);
    try {
      for (int r = 0; r < size; r++) {
        lightgbmlibJNI.floatArray_setitem(values, r, field.value(r));
      }
      NativeCalls.check(
          lightgbmlibJNI.LGBM_DatasetSetField(
              handle, name, lightgbmlibJNI.float_to_voidp_ptr(values), size, FLOAT));
    } finally {
      lightgbmlibJNI.delete_floatArray(values);
    }
  }

  @Override
  public void close() {
    if (handle == NOTHING) {
      return;
    }
    NativeCalls.check(lightgbmlibJNI.LGBM_DatasetFree(handle));
  }
}
