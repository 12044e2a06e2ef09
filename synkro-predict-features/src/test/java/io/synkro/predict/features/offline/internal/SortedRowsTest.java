package io.synkro.predict.features.offline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SortedRowsTest {
  @Test
  void sortsByKeyEventAndKnownTimeAndKeepsTheOrderOfEqualRows() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 300; trial++) {
      int size = random.nextInt(200);
      int times = 1 + random.nextInt(20);
      String[] keys = new String[size];
      long[] events = new long[size];
      long[] known = new long[size];
      for (int r = 0; r < size; r++) {
        keys[r] = "k" + random.nextInt(1 + trial % 5);
        events[r] = random.nextInt(times);
        known[r] = random.nextInt(3);
      }
      SortedRows sorted = SortedRows.of(rows(keys, events, known));
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(
                  Comparator.comparing((Integer r) -> keys[r])
                      .thenComparing(r -> events[r])
                      .thenComparing(r -> known[r])) // Java's sort of objects is stable
              .mapToInt(r -> r)
              .toArray();
      assertThat(IntStream.range(0, size).map(sorted::order)).containsExactly(boxed(expected));
      for (int p = 0; p < size; p++) {
        assertThat(sorted.event(p)).isEqualTo(events[expected[p]]);
        assertThat(sorted.known(p)).isEqualTo(known[expected[p]]);
        int key = sorted.find(keys[expected[p]]);
        assertThat(p).isBetween(sorted.start(key), sorted.start(key + 1) - 1);
      }
    }
  }

  @Test
  void leavesOutOtherEventTimes() {
    SortedRows sorted =
        SortedRows.of(
            rows(new String[] {"b", "a", "b", "b"}, new long[] {1, 2, 3, 4}, new long[4]), 2, 3);
    assertThat(sorted.rows()).isEqualTo(2);
    assertThat(sorted.find(sorted.find("b"), 9, 9)).isEqualTo(1);
    assertThat(sorted.find(sorted.find("b"), 2, 9)).isEqualTo(-1);
    assertThat(sorted.find("c")).isEqualTo(-1);
  }

  private static Integer[] boxed(int[] values) {
    return IntStream.of(values).boxed().toArray(Integer[]::new);
  }

  private static Rows rows(String[] keys, long[] events, long[] known) {
    EntityKey[] entities = new EntityKey[keys.length];
    for (int r = 0; r < keys.length; r++) {
      entities[r] = EntityKey.of(keys[r]);
    }
    FeatureSchema schema = new FeatureSchema(List.of(Feature.number("x")));
    FeatureTable values = new FeatureTable(schema, new float[1][keys.length]);
    Rows rows = new Rows(keys.length, 0);
    rows.add(new FeatureBatch(entities, events, known, values), new int[0]);
    return rows;
  }
}
