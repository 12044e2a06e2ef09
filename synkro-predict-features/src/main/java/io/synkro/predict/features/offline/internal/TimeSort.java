package io.synkro.predict.features.offline.internal;

/**
 * Sorts ranges of rows by event time, then by known-at time; rows that are equal in both stay in
 * their order. A merge sort of the runs that are there already, since rows that come from sorted
 * files are a few runs: n log(runs) steps. Not safe for use by many threads.
 */
final class TimeSort {
  private final long[] events;
  private final long[] known;
  private final int[] order;
  private int[] runs = new int[0];
  private int[] source = new int[0];
  private int[] target = new int[0];
  private long[] copy = new long[0];

  /**
   * Creates the sort.
   *
   * @param events sorted in place
   * @param known moved along
   * @param order moved along
   */
  TimeSort(long[] events, long[] known, int[] order) {
    this.events = events;
    this.known = known;
    this.order = order;
  }

  /** Sorts the rows from one position to another, the latter excluded. */
  void sort(int from, int to) {
    int at = from + 1;
    while (at < to && !isAfter(at - 1, at)) {
      at++;
    }
    if (at < to) {
      reserve(to - from);
      mergeRuns(from, to - from);
      move(from, to - from);
    }
  }

  private boolean isAfter(int left, int right) {
    return events[left] > events[right]
        || (events[left] == events[right] && known[left] > known[right]);
  }

  private void reserve(int size) {
    if (source.length < size) {
      int capacity = Math.min(order.length, Math.max(size, 2 * source.length));
      runs = new int[capacity + 1];
      source = new int[capacity];
      target = new int[capacity];
      copy = new long[capacity];
    }
  }

  private void mergeRuns(int from, int size) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      source[i] = i;
      if (i == 0 || isAfter(from + i - 1, from + i)) {
        runs[count++] = i;
      }
    }
    runs[count] = size;
    while (count > 1) {
      int merged = 0;
      for (int run = 0; run < count; run += 2) {
        int low = runs[run];
        merge(from, low, runs[run + 1], runs[Math.min(run + 2, count)]);
        runs[merged++] = low;
      }
      runs[merged] = size;
      count = merged;
      int[] swap = source;
      source = target;
      target = swap;
    }
  }

  private void merge(int from, int low, int middle, int high) {
    int left = low;
    int right = middle;
    for (int out = low; out < high; out++) {
      boolean takeRight =
          left == middle || (right < high && isAfter(from + source[left], from + source[right]));
      target[out] = takeRight ? source[right++] : source[left++];
    }
  }

  private void move(int from, int size) {
    System.arraycopy(events, from, copy, 0, size);
    for (int i = 0; i < size; i++) {
      events[from + i] = copy[source[i]];
    }
    System.arraycopy(known, from, copy, 0, size);
    for (int i = 0; i < size; i++) {
      known[from + i] = copy[source[i]];
    }
    System.arraycopy(order, from, target, 0, size);
    for (int i = 0; i < size; i++) {
      order[from + i] = target[source[i]];
    }
  }
}
