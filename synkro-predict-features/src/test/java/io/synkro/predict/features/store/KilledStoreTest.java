package io.synkro.predict.features.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.offline.EntityRows;
import io.synkro.predict.features.offline.FeatureHistory;
import io.synkro.predict.features.offline.OfflineStore;
import io.synkro.predict.features.offline.TrainingSet;
import io.synkro.predict.features.online.Retrieval;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTest {
  private static final int KILLS = 3;
  private static final List<FeatureSelection> ALL = List.of(FeatureSelection.of(StoreMain.VIEW));

  private final Path folder;

  KilledStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatWasAcknowledgedIsServedAndTrainedOnAfterKills() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    long next = StoreMain.FIRST;
    for (int kill = 0; kill < KILLS; kill++) {
      long acknowledged = StoreMain.runAndKill(folder, next, random.nextInt(300, 2_000));
      try (FeatureStore store = StoreMain.open(folder)) {
        next = assertServed(store, acknowledged) + 1;
        assertTrainedOn(store, next);
      }
      FeatureHistory history = OfflineStore.open(folder.resolve("offline")).history(StoreMain.VIEW);
      assertThat(history.rows()).as("rows, none twice").isEqualTo(next - StoreMain.FIRST);
    }
  }

  /** Returns the last row that was written; one more than acknowledged may be there. */
  private static long assertServed(FeatureStore store, long acknowledged) {
    Retrieval retrieval = store.prepare(Entity.SERIES, ALL);
    boolean more = retrieval.read(StoreMain.key(acknowledged + 1)).value(0) == acknowledged + 1;
    long last = more ? acknowledged + 1 : acknowledged;
    for (long n = Math.max(StoreMain.FIRST, last - StoreMain.ENTITIES + 1); n <= last; n++) {
      assertThat(retrieval.read(StoreMain.key(n)).value(0)).isEqualTo((float) n);
      assertThat(retrieval.read(StoreMain.key(n)).value(1)).isEqualTo((float) (2 * n));
    }
    return last;
  }

  /** Each row is found at its own time. */
  private static void assertTrainedOn(FeatureStore store, long next) throws IOException {
    long[] times = LongStream.range(StoreMain.FIRST, next).toArray();
    EntityKey[] keys = LongStream.of(times).mapToObj(StoreMain::key).toArray(EntityKey[]::new);
    TrainingSet training = store.training(EntityRows.of(Entity.SERIES, keys, times), ALL);
    for (int row = 0; row < times.length; row++) {
      assertThat(training.table().value(row, 0)).isEqualTo((float) times[row]);
      assertThat(training.table().value(row, 1)).isEqualTo((float) (2 * times[row]));
    }
  }
}
