package io.synkro.predict.features.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The ids of the events of the open steps, each as 128 bits of hash, since there may be millions of
 * them: among a thousand million ids, two different ones are taken for one with a probability of
 * about 10⁻²¹. A hash table with open addressing, at most half full. Not safe for use by many
 * threads.
 */
final class EventIds {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;
  private static final int SMALLEST = 16;

  /** Two halves of a hash for each place, beside one another; a free place has 0 in the second. */
  private long[] hashes = new long[2 * SMALLEST];

  private int[] steps = new int[SMALLEST];
  private int size;

  boolean contains(String id) {
    return isTaken(place(first(id), second(id)));
  }

  void add(int step, String id) {
    add(step, first(id), second(id));
  }

  /** Forgets the ids of the steps before one. */
  void closeBefore(int step) {
    int kept = 0;
    for (int p = 0; p < steps.length; p++) {
      kept += isTaken(p) && steps[p] >= step ? 1 : 0;
    }
    if (kept < size) {
      rebuild(Math.max(SMALLEST, 4 * Integer.highestOneBit(Math.max(1, kept))), step);
    }
  }

  private static long first(String id) {
    return hash(id, FIRST, SECOND);
  }

  private static long second(String id) {
    long hash = hash(id, SECOND, FIRST);
    return hash == 0 ? 1 : hash;
  }

  private static long hash(String id, long seed, long factor) {
    long hash = seed + id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = Long.rotateLeft(hash ^ id.charAt(i), 23) * factor;
    }
    hash = (hash ^ hash >>> 32) * seed;
    return hash ^ hash >>> 29;
  }

  private boolean isTaken(int place) {
    return hashes[2 * place + 1] != 0;
  }

  private int place(long first, long second) {
    int mask = steps.length - 1;
    int place = (int) first & mask;
    while (isTaken(place) && (hashes[2 * place] != first || hashes[2 * place + 1] != second)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void add(int step, long first, long second) {
    int place = place(first, second);
    if (isTaken(place)) {
      return;
    }
    hashes[2 * place] = first;
    hashes[2 * place + 1] = second;
    steps[place] = step;
    size++;
    if (2 * size > steps.length) {
      rebuild(2 * steps.length, Integer.MIN_VALUE);
    }
  }

  /** Moves the ids of a step and all later ones into a table of so many places. */
  private void rebuild(int places, int fromStep) {
    long[] oldHashes = hashes;
    int[] oldSteps = steps;
    hashes = new long[2 * places];
    steps = new int[places];
    size = 0;
    for (int p = 0; p < oldSteps.length; p++) {
      if (oldHashes[2 * p + 1] != 0 && oldSteps[p] >= fromStep) {
        add(oldSteps[p], oldHashes[2 * p], oldHashes[2 * p + 1]);
      }
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(size);
    for (int p = 0; p < steps.length; p++) {
      if (isTaken(p)) {
        out.writeInt(steps[p]);
        out.writeLong(hashes[2 * p]);
        out.writeLong(hashes[2 * p + 1]);
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    for (int i = in.readInt(); i > 0; i--) {
      add(in.readInt(), in.readLong(), in.readLong());
    }
  }
}
