package io.synkro.predict.features;

import io.synkro.predict.features.internal.WholeTotals;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last values of one channel of one entity. Demand is whole numbers below 65,535 in almost
 * every series; these are held in two bytes each until the first value comes that is not one. Not
 * safe for use by many threads.
 */
final class ChannelRing {
  private static final int MISSING = WholeTotals.MISSING;

  private short @Nullable [] codes;
  private float[] values = NONE;
  private static final float[] NONE = {};

  ChannelRing(int capacity) {
    codes = new short[capacity];
    Arrays.fill(codes, (short) MISSING);
  }

  void set(int step, float value) {
    if (codes != null) {
      int code = code(value);
      if (code >= 0) {
        codes[Math.floorMod(step, codes.length)] = (short) code;
        return;
      }
      widen(codes);
    }
    values[Math.floorMod(step, values.length)] = value;
  }

  private static int code(float value) {
    if (Float.isNaN(value)) {
      return MISSING;
    }
    int whole = (int) value;
    return whole == value && whole >= 0 && whole < MISSING ? whole : -1;
  }

  private void widen(short[] old) {
    values = new float[old.length];
    for (int i = 0; i < old.length; i++) {
      values[i] = decode(old[i]);
    }
    codes = null;
  }

  private static float decode(short code) {
    int whole = code & 0xffff;
    return whole == MISSING ? Float.NaN : whole;
  }

  float get(int step) {
    return codes != null
        ? decode(codes[Math.floorMod(step, codes.length)])
        : values[Math.floorMod(step, values.length)];
  }

  /**
   * Copies the values of some steps, at most as many as the ring holds.
   *
   * @param target receives them, from its begin on
   * @param totals those of the target, which know them too if all are whole numbers
   */
  void copy(int from, int count, float[] target, WholeTotals totals) {
    int capacity = codes != null ? codes.length : values.length;
    int first = Math.floorMod(from, capacity);
    int head = Math.min(count, capacity - first);
    if (codes != null) {
      totals.add(codes, first, head);
      totals.add(codes, 0, count - head);
    } else {
      System.arraycopy(values, first, target, 0, head);
      System.arraycopy(values, 0, target, head, count - head);
    }
  }

  /** Bytes that {@link #write} takes. */
  int bytes() {
    return 1 + (codes != null ? 2 * codes.length : 4 * values.length);
  }

  void write(ByteBuffer out) {
    out.put((byte) (codes != null ? 2 : 4));
    if (codes != null) {
      out.asShortBuffer().put(codes);
    } else {
      out.asFloatBuffer().put(values);
    }
    out.position(out.position() + bytes() - 1);
  }

  /** Takes over what was written of a ring of the same capacity. */
  void read(ByteBuffer in) {
    if (in.get() == 2) {
      codes = codes != null ? codes : new short[values.length];
      values = NONE;
      in.asShortBuffer().get(codes);
    } else {
      values = codes != null ? new float[codes.length] : values;
      codes = null;
      in.asFloatBuffer().get(values);
    }
    in.position(in.position() + bytes() - 1);
  }
}
