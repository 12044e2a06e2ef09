package io.synkro.predict.engine.reference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damages model files in ways that files get damaged, and in ways that somebody who means harm
 * would: the same seed gives the same damages. Knows nothing of any format. Not safe for use by
 * many threads.
 */
public final class ModelMutations {
  /** Numbers at the edges of the types that readers use, and words that stand for numbers. */
  private static final List<String> EXTREMES =
      List.of(
          "0",
          "-1",
          "1",
          "-0",
          "2147483647",
          "-2147483648",
          "2147483648",
          "4294967295",
          "9223372036854775807",
          "9223372036854775808",
          "16777216",
          "100000",
          "1e38",
          "3.5e38",
          "1e308",
          "1e309",
          "-1e308",
          "1e-320",
          "1e-999",
          "NaN",
          "nan",
          "inf",
          "-inf",
          "Infinity",
          "0x10",
          "1.5",
          "99999999999999999999999999999999999999999999",
          "",
          "null",
          "\"\"");

  /** The same for numbers of four and eight bytes. */
  private static final List<Long> EXTREME_BITS =
      List.of(
          0L,
          -1L,
          1L,
          0x7FFFFFFFL,
          0x80000000L,
          0x7F800000L,
          0x7FC00000L,
          0x7F7FFFFFL,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          0x7FF0000000000000L,
          0x40000000L,
          0x100000000L);

  private final SplittableRandom random;
  private final List<byte[]> models;

  /**
   * Creates a source of damages.
   *
   * @param seed equal seeds give equal damages
   * @param models what to damage
   */
  public ModelMutations(long seed, List<byte[]> models) {
    this.random = new SplittableRandom(seed);
    this.models = List.copyOf(models);
  }

  /**
   * Damages a model.
   *
   * @return one of the models with one to four damages
   */
  public byte[] next() {
    byte[] model = any(models).clone();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      model = model.length == 0 ? model : damaged(model);
    }
    return model;
  }

  private byte[] damaged(byte[] model) {
    int from = random.nextInt(model.length);
    int to = Math.min(model.length, from + 1 + random.nextInt(1 << random.nextInt(8)));
    return switch (random.nextInt(10)) {
      case 0 -> flipped(model, from);
      case 1 -> Arrays.copyOf(model, from);
      case 2 -> joined(model, 0, from, model, to, model.length); // removed
      case 3 -> joined(model, 0, to, model, from, model.length); // doubled
      case 4 -> spliced(model, from);
      case 5 -> overwritten(model, from, Long.BYTES);
      case 6 -> overwritten(model, from, Integer.BYTES);
      default -> renumbered(model, from);
    };
  }

  private byte[] flipped(byte[] model, int at) {
    model[at] ^= (byte) (1 << random.nextInt(8));
    return model;
  }

  private byte[] spliced(byte[] model, int at) {
    byte[] other = any(models);
    return joined(model, 0, at, other, random.nextInt(other.length), other.length);
  }

  private byte[] overwritten(byte[] model, int at, int bytes) {
    long bits = any(EXTREME_BITS);
    for (int i = 0; i < bytes && at + i < model.length; i++) {
      model[at + i] = (byte) (bits >>> (8 * (bytes - 1 - i))); // big-endian
    }
    return model;
  }

  /** Replaces the next number behind a position by an extreme one. */
  private byte[] renumbered(byte[] model, int at) {
    int from = at;
    while (from < model.length && !isDigit(model[from])) {
      from++;
    }
    int to = from;
    while (to < model.length && (isDigit(model[to]) || "-+.eE".indexOf(model[to]) >= 0)) {
      to++;
    }
    byte[] number = any(EXTREMES).getBytes(StandardCharsets.US_ASCII);
    byte[] start = joined(model, 0, from, number, 0, number.length);
    return joined(start, 0, start.length, model, to, model.length);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] joined(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(a, aFrom, aTo - aFrom);
    out.write(b, bFrom, bTo - bFrom);
    return out.toByteArray();
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
