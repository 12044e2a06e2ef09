package io.synkro.predict.features.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldRowTest {
  private static final Comparator<HeldRow> ORDER =
      Comparator.comparingLong(HeldRow::event)
          .thenComparingLong(HeldRow::known)
          .thenComparingLong(HeldRow::sequence);

  /** Against all rows ever put: whatever the order of arrival, the right one is served. */
  @Test
  void servesWhatASearchOfAllRowsFinds() {
    for (int seed = 0; seed < 3_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<HeldRow> all = new ArrayList<>();
      HeldRow held = null;
      long now = 0;
      for (int put = 0; put < 12; put++) {
        now += random.nextInt(3);
        HeldRow row = new HeldRow(random.nextInt(15), random.nextInt(15), put, new float[0]);
        all.add(row);
        HeldRow before = held;
        held = HeldRow.merge(held, row, now);
        for (long later = now; later <= 16; later++) {
          assertServed(seed, HeldRow.current(held, later), expected(all, later));
        }
        if (held != before) {
          assertHoldsNoPast(held, now);
        }
      }
    }
  }

  private static void assertServed(int seed, @Nullable HeldRow served, @Nullable HeldRow expected) {
    assertThat(served == null ? -1 : served.sequence())
        .as("seed %d", seed)
        .isEqualTo(expected == null ? -1 : expected.sequence());
  }

  private static void assertHoldsNoPast(HeldRow held, long now) {
    HeldRow current = HeldRow.current(held, now);
    assertThat(current == null || current.next() == null).isTrue();
  }

  private static @Nullable HeldRow expected(List<HeldRow> all, long now) {
    return all.stream()
        .filter(row -> row.event() <= now && row.known() <= now)
        .max(ORDER)
        .orElse(null);
  }

  @Test
  void thousandsOfPlansNeedNoStack() {
    HeldRow ascending = null;
    HeldRow descending = null;
    for (int day = 1; day <= 5_000; day++) {
      ascending = HeldRow.merge(ascending, new HeldRow(day, 0, day, new float[0]), 0);
      int other = 5_001 - day;
      descending = HeldRow.merge(descending, new HeldRow(other, 0, other, new float[0]), 0);
    }
    for (HeldRow head : new HeldRow[] {ascending, descending}) {
      HeldRow row = HeldRow.current(head, 777);
      assertThat(row == null ? 0 : row.event()).isEqualTo(777);
    }
  }
}
