package io.synkro.predict.features.internal;

/**
 * Whole numbers in the order of floats, since the machine compares those without guessing ahead:
 * values are seldom in an order that it could guess. Stateless.
 */
final class SortKeys {
  /** Keys of missing values are larger; no value is infinite. */
  static final int LARGEST = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

  private SortKeys() {}

  static int of(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  static float value(int key) {
    return Float.intBitsToFloat(key ^ (key >> 31 & Integer.MAX_VALUE));
  }
}
