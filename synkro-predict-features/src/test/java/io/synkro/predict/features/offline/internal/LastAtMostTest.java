package io.synkro.predict.features.offline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LastAtMostTest {
  @Test
  void findsWhatAWalkBackFinds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int size : new int[] {0, 1, 15, 16, 17, 255, 256, 257, 5_000}) {
      long[] values = random.longs(size, 0, 1_000).toArray();
      LastAtMost search = new LastAtMost(values);
      for (int trial = 0; trial < 2_000; trial++) {
        int from = random.nextInt(size + 1);
        int to = from + random.nextInt(size - from + 1);
        // low limits are rare, so that the search climbs
        long limit = random.nextBoolean() ? random.nextLong(-1, 5) : random.nextLong(-1, 1_001);
        int expected = to - 1;
        while (expected >= from && values[expected] > limit) {
          expected--;
        }
        assertThat(search.find(from, to, limit)).isEqualTo(expected < from ? -1 : expected);
      }
    }
  }

  @Test
  void takesFewStepsWhereAWalkBackWouldTakeMany() {
    long[] values = new long[1 << 20];
    Arrays.fill(values, 1);
    values[0] = 0;
    LastAtMost search = new LastAtMost(values);
    // walking back would be 10^11 steps here, minutes; this is 2 * 10^7
    for (int i = 0; i < 100_000; i++) {
      assertThat(search.find(0, values.length - i, 0) == 0).isTrue();
    }
  }
}
