package io.synkro.predict.engine.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.synkro.predict.tabular.FeatureTable;

/** LightGBM's own raw scores and predictions of a model text, to compare with. */
final class NativePrediction {
  static final int NORMAL = 0; // C_API_PREDICT_NORMAL of c_api.h
  static final int RAW = 1; // C_API_PREDICT_RAW_SCORE

  private NativePrediction() {}

  static double[] of(String modelText, FeatureTable table, int outputs, int kind) {
    LightGbmNatives.SHARED.load();
    int columns = table.schema().size();
    int length = table.rows() * outputs;
    long iterations = lightgbmlibJNI.new_intp();
    long written = lightgbmlibJNI.new_int64_tp();
    long values = lightgbmlibJNI.new_floatArray((long) table.rows() * columns);
    long results = lightgbmlibJNI.new_doubleArray(length);
    long booster =
        NativeCalls.handle(
            pointer ->
                lightgbmlibJNI.LGBM_BoosterLoadModelFromString(modelText, iterations, pointer));
    try {
      for (int r = 0; r < table.rows(); r++) {
        for (int c = 0; c < columns; c++) {
          lightgbmlibJNI.floatArray_setitem(values, (long) r * columns + c, table.value(r, c));
        }
      }
      NativeCalls.check(
          lightgbmlibJNI.LGBM_BoosterPredictForMat(
              booster,
              lightgbmlibJNI.float_to_voidp_ptr(values),
              0,
              table.rows(),
              columns,
              1,
              kind,
              0,
              -1,
              "num_threads=1 verbosity=-1",
              written,
              results));
      double[] predictions = new double[length];
      for (int i = 0; i < length; i++) {
        predictions[i] = lightgbmlibJNI.doubleArray_getitem(results, i);
      }
      return predictions;
    } finally {
      NativeCalls.check(lightgbmlibJNI.LGBM_BoosterFree(booster));
      lightgbmlibJNI.delete_doubleArray(results);
      lightgbmlibJNI.delete_floatArray(values);
      lightgbmlibJNI.delete_int64_tp(written);
      lightgbmlibJNI.delete_intp(iterations);
    }
  }
}
