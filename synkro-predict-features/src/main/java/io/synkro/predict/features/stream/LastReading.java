package io.synkro.predict.features.stream;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The last of some prices or stocks: that of the latest event time, of these the one known latest,
 * and of these the largest, so that it is the same in whatever order they come.
 *
 * @param time when it happened
 * @param knownAt when it was received
 * @param value price or stock; no negative zero
 * @param promotion whether it is the price of a promotion
 */
record LastReading(LocalDateTime time, Instant knownAt, double value, boolean promotion) {
  static @Nullable LastReading later(@Nullable LastReading a, @Nullable LastReading b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    int order = a.time.compareTo(b.time);
    order = order != 0 ? order : a.knownAt.compareTo(b.knownAt);
    order = order != 0 ? order : Double.compare(a.value, b.value);
    order = order != 0 ? order : Boolean.compare(a.promotion, b.promotion);
    return order < 0 ? b : a;
  }
}
