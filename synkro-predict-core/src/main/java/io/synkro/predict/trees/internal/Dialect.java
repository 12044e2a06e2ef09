package io.synkro.predict.trees.internal;

/** In what the engines' trees differ beyond the rules of each node. */
public enum Dialect {
  /** Adds doubles; values as small as {@code kZeroThreshold} of meta.h are zero before the walk. */
  LIGHTGBM(1e-35f),
  /** Adds floats; zero is a number like any other. */
  XGBOOST(0);

  private final float zeroThreshold;

  Dialect(float zeroThreshold) {
    this.zeroThreshold = zeroThreshold;
  }

  /**
   * Does to a value what the engine does before it walks the trees.
   *
   * @param value any float
   * @return the value, or zero if the engine takes it for zero
   */
  public float prepare(float value) {
    return Math.abs(value) <= zeroThreshold ? 0 : value;
  }

  /**
   * Does the same to the values of a row.
   *
   * @param row any floats
   * @param target receives as many; may be the row itself
   */
  public void prepare(float[] row, float[] target) {
    for (int f = 0; f < target.length; f++) {
      target[f] = prepare(row[f]);
    }
  }

  /**
   * Adds a leaf to a sum as the engine does.
   *
   * @param sum of the trees before
   * @param leaf value of the leaf
   * @return the sum; for XGBoost a float, since adding two floats as doubles and rounding once
   *     gives the same as adding them as floats (a double has more than twice the digits)
   */
  public double add(double sum, double leaf) {
    return this == LIGHTGBM ? sum + leaf : (float) (sum + leaf);
  }

  /**
   * Returns the category of a value.
   *
   * @param value not NaN
   * @return the category, negative if it is none
   */
  public int category(float value) {
    // LightGBM casts, so that -0.5 is category 0; XGBoost asks whether the value is negative first
    return this == XGBOOST && value < 0 ? -1 : (int) value;
  }
}
