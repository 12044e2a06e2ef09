package io.synkro.predict.trees;

import java.math.BigInteger;

/**
 * Reads decimal numbers as C++ writes them, to the nearest double. A power of ten is known to 63
 * bits; what its missing bits could change is left to {@link Double#parseDouble}, about one number
 * in a hundred. The idea is that of Lemire (2021), "Number parsing at a gigabyte per second", <a
 * href="https://doi.org/10.1002/spe.2984">doi:10.1002/spe.2984</a>. Not safe for use by many
 * threads.
 */
final class Decimal {
  /** Powers of ten from here to {@link #LARGEST}; results beyond are none that a model needs. */
  private static final int SMALLEST = -60;

  private static final int LARGEST = 30;

  /**
   * {@code 10^q} is {@code POWER[q - SMALLEST] / 2^SHIFT[q - SMALLEST]}, the power cut to 63 bits.
   */
  private static final long[] POWER = new long[LARGEST - SMALLEST + 1];

  private static final int[] SHIFT = new int[POWER.length];

  /** As long as the digits are below, one more still leaves them a long. */
  private static final long ROOM = 100_000_000_000_000_000L;

  private static final int DOUBLE_BITS = 53;

  static {
    for (int q = SMALLEST; q <= LARGEST; q++) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(q));
      int shift = q < 0 ? 62 + power.bitLength() : 63 - power.bitLength();
      BigInteger cut =
          q < 0 ? BigInteger.ONE.shiftLeft(shift).divide(power) : power.shiftLeft(shift);
      POWER[q - SMALLEST] = cut.longValueExact();
      SHIFT[q - SMALLEST] = shift;
    }
  }

  private final String text;
  private final int from;
  private final int to;
  private int at;

  private Decimal(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.at = from;
  }

  /**
   * Reads a number.
   *
   * @param text holds the number
   * @param from its first character
   * @param to behind its last character
   * @return the number, {@code inf}, {@code -inf} and {@code nan} included
   * @throws NumberFormatException if it is none
   */
  static double parse(String text, int from, int to) {
    return new Decimal(text, from, to).number();
  }

  private double number() {
    boolean negative = isNext('-');
    int start = at;
    long digits = digits(0);
    int count = at - start;
    int exponent = 0;
    if (isNext('.')) {
      int point = at;
      digits = digits < 0 ? digits : digits(digits);
      exponent = point - at;
      count += at - point;
    }
    if (at < to && (text.charAt(at) | 0x20) == 'e') {
      at++;
      exponent += exponent();
    }
    if (at != to || count == 0 || digits < 0 || exponent < SMALLEST || exponent > LARGEST) {
      return slow();
    }
    double value = digits == 0 ? 0 : nearest(digits, exponent);
    return negative ? -value : value;
  }

  private boolean isNext(char expected) {
    if (at < to && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Appends digits to those before; -1 if they are too many. */
  private long digits(long before) {
    long digits = before;
    for (; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      if (digits >= ROOM) {
        return -1;
      }
      digits = digits * 10 + digit;
    }
    return digits;
  }

  private int exponent() {
    boolean negative = isNext('-');
    if (!negative) {
      isNext('+');
    }
    int start = at;
    long digits = digits(0);
    boolean known = at > start && digits >= 0 && digits <= 400;
    int size = known ? (int) digits : 10_000; // out of range, so that slow() says what it is
    return negative ? -size : size;
  }

  private double nearest(long digits, int exponent) {
    int zeros = Long.numberOfLeadingZeros(digits) - 1;
    // 61 or 62 bits; the true product is at least this and less than 1.5 more
    long product = Math.multiplyHigh(digits << zeros, POWER[exponent - SMALLEST]);
    int drop = Long.SIZE - Long.numberOfLeadingZeros(product) - DOUBLE_BITS;
    long rest = product & ((1L << drop) - 1);
    long half = 1L << (drop - 1);
    if (rest == half - 1 || rest == half) {
      return Math.abs(slow());
    }
    long mantissa = (product >> drop) + (rest > half ? 1 : 0);
    return Math.scalb((double) mantissa, drop + Long.SIZE - zeros - SHIFT[exponent - SMALLEST]);
  }

  private double slow() {
    String number = text.substring(from, to);
    return switch (number) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> {
        for (int i = 0; i < number.length(); i++) {
          if ("0123456789+-.eE".indexOf(number.charAt(i)) < 0) { // Java would take 0x1p3 and 1d
            throw new NumberFormatException(number);
          }
        }
        yield Double.parseDouble(number);
      }
    };
  }
}
