package io.synkro.predict.internal;

import java.util.Arrays;

/** A growing array of ints, for builders; not safe for use by many threads. */
public final class IntArray {
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
    ensure(size + 1);
    values[size++] = value;
  }

  /**
   * Appends values.
   *
   * @param more any ints
   */
  public void addAll(int[] more) {
    ensure(Math.addExact(size, more.length));
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

  private void ensure(int capacity) {
    if (capacity > values.length) {
      long grown = Math.max(capacity, values.length + (values.length >> 1) + 1L);
      values = Arrays.copyOf(values, (int) Math.min(grown, Integer.MAX_VALUE - 8));
    }
  }
}
