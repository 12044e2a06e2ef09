package io.synkro.predict.features.offline.internal;

import java.util.Arrays;

/**
 * Rows sorted by key, event time and known-at time, in that order; rows that are equal in all three
 * stay in the order in which they were committed, so the last one is the one that counts. Immutable
 * and safe for use by many threads.
 */
public final class SortedRows {
  private final String[] keys;
  private final int[] starts;
  private final int[] order;
  private final long[] events;
  private final long[] known;
  private final LastAtMost knownSearch;

  private SortedRows(Rows rows, long eventFrom, long eventTo) {
    keys = rows.dictionary().sorted();
    int[] ranks = rows.dictionary().ranks(keys);
    int[] codes = rows.codes();
    starts = new int[keys.length + 1];
    for (int row = 0; row < rows.filled(); row++) {
      if (rows.events()[row] >= eventFrom && rows.events()[row] <= eventTo) {
        starts[ranks[codes[row]] + 1]++;
      }
    }
    for (int key = 0; key < keys.length; key++) {
      starts[key + 1] += starts[key];
    }
    order = new int[starts[keys.length]];
    events = new long[order.length];
    known = new long[order.length];
    int[] next = starts.clone();
    for (int row = 0; row < rows.filled(); row++) {
      long event = rows.events()[row];
      if (event >= eventFrom && event <= eventTo) {
        int position = next[ranks[codes[row]]]++;
        order[position] = row;
        events[position] = event;
        known[position] = rows.known()[row];
      }
    }
    TimeSort sort = new TimeSort(events, known, order);
    for (int key = 0; key < keys.length; key++) {
      sort.sort(starts[key], starts[key + 1]);
    }
    knownSearch = new LastAtMost(known);
  }

  /**
   * Sorts rows.
   *
   * @param rows rows in the order in which they were committed, all filled
   * @return the sorted rows
   */
  public static SortedRows of(Rows rows) {
    return new SortedRows(rows, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * Sorts some of the rows.
   *
   * @param rows rows in the order in which they were committed, all filled
   * @param eventFrom first event time to keep, milliseconds since 1970
   * @param eventTo last event time to keep
   * @return the sorted rows; rows of other times are left out, their keys are not
   */
  public static SortedRows of(Rows rows, long eventFrom, long eventTo) {
    return new SortedRows(rows, eventFrom, eventTo);
  }

  /**
   * Returns the row that counts at a time: of the rows of a key whose event time is at most {@code
   * asOf} and whose known-at time is at most {@code knownBy}, the one with the greatest event time;
   * of those the one with the greatest known-at time; of those the one that was committed last.
   *
   * @param key position of the key, or -1 if there is none
   * @param asOf milliseconds since 1970
   * @param knownBy milliseconds since 1970
   * @return position of the row, or -1 if there is none
   */
  public int find(int key, long asOf, long knownBy) {
    if (key < 0) {
      return -1;
    }
    int low = starts[key];
    int high = starts[key + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events[middle] <= asOf) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return knownSearch.find(starts[key], low, knownBy);
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int rows() {
    return order.length;
  }

  /**
   * Returns the number of keys.
   *
   * @return zero or more
   */
  public int keys() {
    return keys.length;
  }

  /**
   * Returns a key.
   *
   * @param position from 0, in the order of {@link String#compareTo}
   * @return the joined key
   */
  public String key(int position) {
    return keys[position];
  }

  /**
   * Returns where the rows of a key begin.
   *
   * @param key position of the key; the number of keys for the end of the last one
   * @return position of a row
   */
  public int start(int key) {
    return starts[key];
  }

  /**
   * Returns the position of a key.
   *
   * @param text the joined key
   * @return its position, or -1 if it has no row
   */
  public int find(String text) {
    return Math.max(-1, Arrays.binarySearch(keys, text));
  }

  /**
   * Returns where a row was before it was sorted.
   *
   * @param position position of the row
   * @return position in {@link Rows}
   */
  public int order(int position) {
    return order[position];
  }

  /**
   * Returns the event time of a row.
   *
   * @param position position of the row
   * @return milliseconds since 1970
   */
  public long event(int position) {
    return events[position];
  }

  /**
   * Returns the known-at time of a row.
   *
   * @param position position of the row
   * @return milliseconds since 1970
   */
  public long known(int position) {
    return known[position];
  }
}
