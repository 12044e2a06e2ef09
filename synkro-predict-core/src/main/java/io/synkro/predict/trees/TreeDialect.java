package io.synkro.predict.trees;

/** In what the engines' trees differ beyond the rules of each node. */
enum TreeDialect {
  /** Adds doubles; values as small as {@code kZeroThreshold} of meta.h are zero before the walk. */
  LIGHTGBM(1e-35f),
  /** Adds floats; zero is a number like any other. */
  XGBOOST(0);

  private final float zeroThreshold;

  TreeDialect(float zeroThreshold) {
    this.zeroThreshold = zeroThreshold;
  }

  /** Does to the values of a row what the engine does before it walks the trees. */
  void prepare(float[] row) {
    for (int i = 0; i < row.length; i++) {
      if (Math.abs(row[i]) <= zeroThreshold) {
        row[i] = 0;
      }
    }
  }

  double add(double sum, double leaf) {
    return this == LIGHTGBM ? sum + leaf : (float) sum + (float) leaf;
  }

  /** Returns the category of a value that is not NaN, negative if it is none. */
  int category(float value) {
    // LightGBM casts, so that -0.5 is category 0; XGBoost asks whether the value is negative first
    return this == XGBOOST && value < 0 ? -1 : (int) value;
  }
}
