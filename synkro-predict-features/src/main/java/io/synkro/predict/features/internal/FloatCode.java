package io.synkro.predict.features.internal;

/**
 * Floats as whole numbers of the same order, since machines compare many of these at once. Stateless.
 */
final class FloatCode {
  private FloatCode() {}

  /** The code of a number that is not NaN. */
  static int encode(float value) {
    int bits = Float.floatToRawIntBits(value);
    return bits ^ (bits >> 31 & 0x7fffffff);
  }

  static float decode(int code) {
    return Float.intBitsToFloat(code ^ (code >> 31 & 0x7fffffff));
  }

  /** The code that stands for no value: it is never the largest, or never the smallest. */
  static int none(boolean largest) {
    return largest ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }
}
