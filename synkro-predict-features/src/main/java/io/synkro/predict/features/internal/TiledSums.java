package io.synkro.predict.features.internal;

import io.synkro.predict.tabular.History;
import java.util.Arrays;

/**
 * Sums over long windows from tiles of 32 steps that lie fixed in time: the end of the oldest tile,
 * whole tiles, and the beginning of the newest one. Each part is added up once for all windows, so
 * that a window of a year costs no more than one of two months, and a sum depends on nothing but
 * the values in its window and their steps. (The idea is that of van Herk, 1992, <a
 * href="https://doi.org/10.1016/0167-8655(92)90069-C">doi:10.1016/0167-8655(92)90069-C</a>, for
 * running extremes.)
 */
final class TiledSums {
  /** Steps of a tile. */
  static final int TILE = 32;

  private int pad;
  private int length;

  /** Position in its tile of the first value of the array. */
  private int phase;

  /** Sums from the beginning of a tile to each value, in the order of time. */
  private double[] heads = new double[0];

  /** Sums from each value to the end of its tile, against the order of time. */
  private double[] tails = new double[0];

  /** Adds up the tiles of a series; {@code values} are 0 in the pad. */
  void prepare(ChannelBuffer in, double[] values) {
    pad = in.pad();
    length = in.length();
    phase = (int) Math.floorMod(in.firstStep() - pad, (long) TILE);
    int size = pad + length;
    if (heads.length < size) {
      heads = new double[size];
      tails = new double[size];
    }
    double head = 0;
    for (int i = pad; i < size; i++) {
      head = (isFirst(i) ? 0 : head) + values[i];
      heads[i] = head;
    }
    double tail = 0;
    for (int i = size - 1; i >= pad; i--) {
      tail = (isFirst(i + 1) ? 0 : tail) + values[i];
      tails[i] = tail;
    }
    Arrays.fill(tails, 0, pad, 0);
    Arrays.fill(tails, pad - (phase + pad) % TILE, pad, tail);
  }

  private boolean isFirst(int i) {
    return (phase + i) % TILE == 0;
  }

  /** Sums of the windows of {@code size} values that end at each step; longer than a tile. */
  void fill(int size, double[] sums) {
    int t = 0;
    while (t < length) {
      int newest = pad + t;
      int oldest = newest - size + 1;
      int newestTile = newest - (phase + newest) % TILE;
      int oldestEnd = oldest - (phase + oldest) % TILE + TILE;
      int run = Math.min(newestTile + TILE - newest, oldestEnd - oldest);
      int end = Math.min(length, t + run);
      double between = between(oldestEnd, newestTile);
      for (; t < end; t++) {
        sums[t] = tails[pad + t - size + 1] + between + heads[pad + t];
      }
    }
  }

  /** Whole tiles, the oldest first. */
  private double between(int from, int to) {
    double sum = 0;
    for (int tile = from; tile < to; tile += TILE) {
      sum += heads[tile + TILE - 1];
    }
    return sum;
  }

  /** The same sum for one window that ends at the newest value of a history. */
  static double of(History history, int size) {
    long newest = history.newestStep();
    int head = (int) Math.floorMod(newest, (long) TILE) + 1;
    int tail = (size - head) % TILE;
    tail = tail == 0 ? TILE : tail;
    double sum = 0;
    double tailSum = 0;
    for (int k = size - tail + 1; k <= size; k++) {
      tailSum += orZero(history.back(k));
    }
    for (int k = size - tail; k > head; k -= TILE) {
      double tile = 0;
      for (int j = k; j > k - TILE; j--) {
        tile += orZero(history.back(j));
      }
      sum += tile;
    }
    double headSum = 0;
    for (int k = head; k >= 1; k--) {
      headSum += orZero(history.back(k));
    }
    return tailSum + sum + headSum;
  }

  private static double orZero(float value) {
    return Float.isNaN(value) ? 0 : value;
  }
}
