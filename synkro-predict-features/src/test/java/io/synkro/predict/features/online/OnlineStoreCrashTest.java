package io.synkro.predict.features.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineStoreCrashTest {
  private static final int KILLS = 3;

  private final Path folder;

  OnlineStoreCrashTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatWasAcknowledgedIsThereAfterKills() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    long next = CrashMain.FIRST;
    for (int kill = 0; kill < KILLS; kill++) {
      long last = CrashMain.runAndKill(folder, next, random.nextInt(1, 10_000));
      next = assertServed(last) + 1;
    }
  }

  /** Returns the last row that was put; one more than acknowledged may be there. */
  private long assertServed(long acknowledged) throws IOException {
    try (OnlineStore store = CrashMain.open(folder)) {
      assertThat(store.views()).containsExactly(CrashMain.VIEW);
      Retrieval retrieval =
          store.prepare(Entity.SERIES, List.of(FeatureSelection.of(CrashMain.VIEW)));
      boolean more = number(retrieval, acknowledged + 1) == acknowledged + 1;
      long last = more ? acknowledged + 1 : acknowledged;
      long oldest = Math.max(CrashMain.FIRST, last - CrashMain.ENTITIES + 1);
      for (long n = oldest; n <= last; n++) {
        OnlineVector vector = retrieval.read(CrashMain.key(n));
        assertThat(vector.value(0)).isEqualTo((float) n);
        assertThat(vector.value(1)).isEqualTo((float) (2 * n));
        assertThat(vector.status(0)).isEqualTo(FeatureStatus.FRESH);
        assertThat(vector.eventTime(0).orElseThrow().toEpochMilli()).isEqualTo(n);
      }
      return last;
    }
  }

  private static long number(Retrieval retrieval, long n) {
    return (long) retrieval.read(CrashMain.key(n)).value(0);
  }
}
