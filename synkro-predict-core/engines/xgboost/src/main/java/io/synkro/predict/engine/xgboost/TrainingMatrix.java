package io.synkro.predict.engine.xgboost;

import io.synkro.predict.engine.TrainingRows;
import io.synkro.predict.tabular.Feature;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;

/** Hands training data over to XGBoost, through native memory that has no limit of 2^31 values. */
final class TrainingMatrix {
  private TrainingMatrix() {}

  /** Creates a matrix that the caller disposes of. */
  static DMatrix of(TrainingRows rows) throws XGBoostError {
    DMatrix matrix = features(rows);
    try {
      float[] labels = new float[rows.size()];
      for (int r = 0; r < labels.length; r++) {
        labels[r] = rows.label(r);
      }
      matrix.setLabel(labels);
      if (rows.isWeighted()) {
        float[] weights = new float[rows.size()];
        for (int r = 0; r < weights.length; r++) {
          weights[r] = rows.weight(r);
        }
        matrix.setWeight(weights);
      }
      matrix.setFeatureNames(rows.schema().names().toArray(String[]::new));
      matrix.setFeatureTypes(
          rows.schema().features().stream()
              .map((Feature feature) -> feature.isCategory() ? "c" : "float")
              .toArray(String[]::new));
      return matrix;
    } catch (XGBoostError | RuntimeException | Error e) {
      matrix.dispose();
      throw e;
    }
  }

  private static DMatrix features(TrainingRows rows) throws XGBoostError {
    int columns = rows.schema().size();
    BigDenseMatrix values = new BigDenseMatrix(rows.size(), columns);
    try {
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < columns; c++) {
          values.set(r, c, rows.value(r, c));
        }
      }
      return new DMatrix(values, Float.NaN);
    } finally {
      values.dispose();
    }
  }
}
