package io.synkro.predict.features.online;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A row of an entity, and behind it those that will be served until it may be. Rows are ordered by
 * event time, then known-at time, then the number of their record, the greatest first; the first
 * row whose two times have come is the current one. A row is dropped as soon as a greater one may
 * be served no later, so all rows but the last are yet to come, and the result does not depend on
 * the order of arrival. This relies on a clock that does not go back. Immutable.
 */
final class HeldRow {
  private final long event;
  private final long known;
  private final long sequence;
  private final float[] values;
  private final @Nullable HeldRow next;

  HeldRow(long event, long known, long sequence, float[] values) {
    this(event, known, sequence, values, null);
  }

  private HeldRow(long event, long known, long sequence, float[] values, @Nullable HeldRow next) {
    this.event = event;
    this.known = known;
    this.sequence = sequence;
    this.values = values;
    this.next = next;
  }

  long event() {
    return event;
  }

  long known() {
    return known;
  }

  long sequence() {
    return sequence;
  }

  /** Returns the features, not to be written to. */
  float[] values() {
    return values;
  }

  /** Returns the row behind this one. */
  @Nullable HeldRow next() {
    return next;
  }

  /** Returns the row to serve, or null if none may be served yet. */
  static @Nullable HeldRow current(@Nullable HeldRow head, long now) {
    HeldRow row = head;
    while (row != null && row.visibleFrom() > now) {
      row = row.next;
    }
    return row;
  }

  /** Adds a row to those that are held. */
  static HeldRow merge(@Nullable HeldRow held, HeldRow added, long now) {
    if (held == null || (added.visibleFrom() <= now && !held.isGreaterThan(added))) {
      return added;
    }
    Deque<HeldRow> greater = new ArrayDeque<>();
    HeldRow rest = held;
    while (rest != null && rest.isGreaterThan(added)) {
      if (rest.isServedBefore(added, now)) {
        return held;
      }
      greater.push(rest);
      rest = rest.next;
    }
    while (rest != null && added.isServedBefore(rest, now)) {
      rest = rest.next;
    }
    return before(greater, added.before(withoutPast(rest, now)));
  }

  /** Cuts off what is behind the current row. */
  private static @Nullable HeldRow withoutPast(@Nullable HeldRow head, long now) {
    HeldRow current = current(head, now);
    if (current == null || current.next == null) {
      return head;
    }
    Deque<HeldRow> pending = new ArrayDeque<>();
    for (HeldRow row = head; row != null && row != current; row = row.next) {
      pending.push(row);
    }
    return before(pending, current.before(null));
  }

  private static HeldRow before(Deque<HeldRow> rows, HeldRow tail) {
    HeldRow head = tail;
    while (!rows.isEmpty()) {
      head = rows.pop().before(head);
    }
    return head;
  }

  private HeldRow before(@Nullable HeldRow newNext) {
    return new HeldRow(event, known, sequence, values, newNext);
  }

  private long visibleFrom() {
    return Math.max(event, known);
  }

  /** Returns whether this row, from now on, may be served whenever the other one may. */
  private boolean isServedBefore(HeldRow other, long now) {
    return visibleFrom() <= Math.max(other.visibleFrom(), now);
  }

  /** Of equal rows, which only one record can hold, none is greater: the later one is kept. */
  private boolean isGreaterThan(HeldRow other) {
    if (event != other.event) {
      return event > other.event;
    }
    return known != other.known ? known > other.known : sequence > other.sequence;
  }
}
