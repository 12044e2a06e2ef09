package io.synkro.predict.pattern;

import java.util.Arrays;

/**
 * Counts pairs of small numbers in a hash table of primitives; not safe for use by many threads.
 */
final class PairCounts {
  private static final long FREE = -1;

  private long[] keys = new long[1024];
  private int[] counts = new int[1024];
  private int size;

  PairCounts() {
    Arrays.fill(keys, FREE);
  }

  void add(int low, int high) {
    long key = ((long) low << 32) | high;
    int slot = slot(keys, key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      size++;
    }
    counts[slot]++;
    if (size * 2L > keys.length) {
      grow();
    }
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] largerKeys = new long[keys.length * 2];
    int[] largerCounts = new int[keys.length * 2];
    Arrays.fill(largerKeys, FREE);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE) {
        int slot = slot(largerKeys, keys[i]);
        largerKeys[slot] = keys[i];
        largerCounts[slot] = counts[i];
      }
    }
    keys = largerKeys;
    counts = largerCounts;
  }

  /** Calls back for every pair that was counted at least so often, by rising pair. */
  void forEachAtLeast(int minimum, Visitor visitor) {
    long[] frequent = new long[size];
    int found = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE && counts[i] >= minimum) {
        frequent[found++] = keys[i];
      }
    }
    Arrays.sort(frequent, 0, found);
    for (int i = 0; i < found; i++) {
      long key = frequent[i];
      visitor.visit((int) (key >>> 32), (int) key, counts[slot(keys, key)]);
    }
  }

  /** Takes a pair and its count. */
  interface Visitor {
    void visit(int low, int high, int count);
  }
}
