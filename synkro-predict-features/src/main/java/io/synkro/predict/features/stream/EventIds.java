package io.synkro.predict.features.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The ids of the events of the open steps, each as 128 bits of hash, since there may be millions of
 * them: among a thousand million ids, two different ones are taken for one with a probability of
 * about 10⁻²¹. Not safe for use by many threads.
 */
final class EventIds {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;
  private static final int SMALLEST = 16;

  private final Table[] steps;

  EventIds(int openSteps) {
    steps = new Table[openSteps];
    Arrays.setAll(steps, i -> new Table());
  }

  boolean contains(String id) {
    long high = high(id);
    long low = low(id);
    for (Table each : steps) {
      if (each.contains(high, low)) {
        return true;
      }
    }
    return false;
  }

  void add(int step, String id) {
    table(step).add(high(id), low(id));
  }

  /** Forgets the ids of a step that was closed. */
  void close(int step) {
    steps[Math.floorMod(step, steps.length)] = new Table();
  }

  private Table table(int step) {
    return steps[Math.floorMod(step, steps.length)];
  }

  private static long high(String id) {
    return hash(id, FIRST, SECOND);
  }

  private static long low(String id) {
    long hash = hash(id, SECOND, FIRST);
    return hash == 0 ? 1 : hash; // 0 marks a free place
  }

  private static long hash(String id, long seed, long factor) {
    long hash = seed + id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = Long.rotateLeft(hash ^ id.charAt(i), 23) * factor;
    }
    hash = (hash ^ hash >>> 32) * seed;
    return hash ^ hash >>> 29;
  }

  void write(DataOutputStream out) throws IOException {
    for (Table each : steps) {
      out.writeInt(each.size);
      for (int i = 0; i < each.low.length; i++) {
        if (each.low[i] != 0) {
          out.writeLong(each.high[i]);
          out.writeLong(each.low[i]);
        }
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    for (Table each : steps) {
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        each.add(in.readLong(), in.readLong());
      }
    }
  }

  /** A set of pairs with open addressing, at most half full. */
  private static final class Table {
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int size;

    boolean contains(long h, long l) {
      return low[place(h, l)] != 0;
    }

    void add(long h, long l) {
      int place = place(h, l);
      if (low[place] != 0) {
        return;
      }
      high[place] = h;
      low[place] = l;
      size++;
      if (2 * size > low.length) {
        grow();
      }
    }

    private int place(long h, long l) {
      int place = (int) h & (low.length - 1);
      while (low[place] != 0 && (low[place] != l || high[place] != h)) {
        place = (place + 1) & (low.length - 1);
      }
      return place;
    }

    private void grow() {
      long[] oldHigh = high;
      long[] oldLow = low;
      high = new long[2 * oldHigh.length];
      low = new long[2 * oldLow.length];
      for (int i = 0; i < oldLow.length; i++) {
        if (oldLow[i] != 0) {
          int place = place(oldHigh[i], oldLow[i]);
          high[place] = oldHigh[i];
          low[place] = oldLow[i];
        }
      }
    }
  }
}
