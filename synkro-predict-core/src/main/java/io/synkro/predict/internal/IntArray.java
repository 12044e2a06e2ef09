package io.synkro.predict.internal;

import io.synkro.predict.InvalidInputException;
import java.util.Arrays;

/** A growing array of ints, for builders; not safe for use by many threads. */
public final class IntArray {
  /** The longest array that every Java machine can make. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private int[] values = new int[16];
  private int size;

  /** Creates an empty array. */
  public IntArray() {}

  /**
   * Appends a value.
   *
   * @param value any int
   */
  public void add(int value) {
    ensure(size + 1L);
    values[size++] = value;
  }

  /**
   * Appends values.
   *
   * @param more any ints
   */
  public void addAll(int[] more) {
    ensure((long) size + more.length);
    System.arraycopy(more, 0, values, size, more.length);
    size += more.length;
  }

  /**
   * Returns how many values there are.
   *
   * @return the count
   */
  public int size() {
    return size;
  }

  /**
   * Returns one value.
   *
   * @param index its position
   * @return the value
   */
  public int get(int index) {
    return values[index];
  }

  /**
   * Returns the values.
   *
   * @return a copy of the right length
   */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  private void ensure(long capacity) {
    if (capacity > MOST) {
      throw new InvalidInputException(
          "number of values", Long.toString(capacity), "must be at most " + MOST, "split the data");
    }
    if (capacity > values.length) {
      long grown = values.length + (values.length >> 1) + 1L;
      values = Arrays.copyOf(values, (int) Math.max(capacity, Math.min(grown, MOST)));
    }
  }
}
