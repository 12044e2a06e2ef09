package io.synkro.predict.features.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.log.Durability;
import io.synkro.predict.features.log.LogOptions;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineStoreConcurrencyTest {
  private static final FeatureView VIEW = Stores.view("demand", Entity.PRODUCT, "a", "b");
  private static final List<EntityKey> KEYS =
      IntStream.range(0, 50).mapToObj(i -> EntityKey.of("P-" + i)).toList();

  private final Path folder;
  private final Stores.SetClock clock = new Stores.SetClock();

  OnlineStoreConcurrencyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Rows are never torn and never go back, and what is served last is what a restart serves. */
  @Test
  void readersWritersAndSnapshotsDoNotDisturbOneAnother() throws Exception {
    clock.millis = 1_000_000;
    LogOptions small = new LogOptions(Durability.PROCESS_CRASH, 1 << 14, false);
    ExecutorService pool = Executors.newFixedThreadPool(5);
    List<String> served;
    try (OnlineStore store = OnlineStore.in(folder, clock).log(small).open()) {
      store.register(VIEW);
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        int seed = writer;
        work.add(() -> write(store, new SplittableRandom(seed)));
      }
      work.add(() -> read(store));
      work.add(() -> snapshot(store));
      for (Future<Boolean> done : pool.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
      served = served(store);
    } finally {
      pool.shutdownNow();
    }
    try (OnlineStore store = OnlineStore.in(folder, clock).log(small).open()) {
      assertThat(served(store)).isEqualTo(served);
    }
  }

  /** The clock is asked after the log has the batch and before memory has it. */
  @Test
  void aSnapshotWaitsForBatchesThatOnlyTheLogHas() throws Exception {
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Stores.SetClock slow =
        new Stores.SetClock() {
          @Override
          public long millis() {
            if (Thread.currentThread().getName().equals("writer")) {
              appended.countDown();
              awaitQuietly(mayGoOn);
            }
            return super.millis();
          }
        };
    try (OnlineStore store = OnlineStore.in(folder, slow).open()) {
      store.register(VIEW);
      Thread writer =
          new Thread(
              () -> store.put(VIEW, Stores.row(VIEW, KEYS.get(0), 0, 0, 1, -1), Stores.TEST),
              "writer");
      writer.start();
      appended.await();
      Thread snapshot = new Thread(() -> snapshotQuietly(store), "snapshot");
      snapshot.start();
      while (snapshot.isAlive() && snapshot.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      mayGoOn.countDown();
      writer.join();
      snapshot.join();
    }
    try (OnlineStore store = OnlineStore.in(folder, clock).open()) {
      assertThat(store.entities(VIEW)).isEqualTo(1);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void snapshotQuietly(OnlineStore store) {
    try {
      store.snapshot();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean write(OnlineStore store, SplittableRandom random) {
    for (int i = 0; i < 5_000; i++) {
      EntityKey key = KEYS.get(random.nextInt(KEYS.size()));
      int event = random.nextInt(1_000); // ties between writers are wanted
      float value = event * 1_000f + random.nextInt(1_000);
      store.put(VIEW, Stores.row(VIEW, key, event, event, value, -value), Stores.TEST);
    }
    return true;
  }

  private static boolean read(OnlineStore store) {
    Retrieval retrieval = store.prepare(Entity.PRODUCT, List.of(FeatureSelection.of(VIEW)));
    long[] last = new long[KEYS.size()];
    for (int round = 0; round < 300; round++) {
      OnlineTable table = retrieval.read(KEYS);
      for (int k = 0; k < last.length; k++) {
        OnlineVector vector = table.vectors().get(k);
        long event = vector.eventTime(0).map(Instant::toEpochMilli).orElse(0L);
        assertThat(event).isGreaterThanOrEqualTo(last[k]);
        last[k] = event;
      }
    }
    return true;
  }

  private static boolean snapshot(OnlineStore store) throws IOException {
    for (int i = 0; i < 20; i++) {
      store.snapshot();
    }
    return true;
  }

  private static List<String> served(OnlineStore store) {
    FeatureSelection all = FeatureSelection.of(VIEW);
    ViewRows rows = store.rows(VIEW);
    Retrieval retrieval = store.prepare(Entity.PRODUCT, List.of(all));
    List<String> served = new ArrayList<>();
    for (EntityKey key : KEYS) {
      OnlineVector vector = retrieval.read(key);
      HeldRow row = rows.current(key, 1_000_000);
      float[] values = row == null ? new float[2] : row.values();
      assertThat(values[0]).isEqualTo(-values[1]);
      served.add(key + " " + vector.eventTime(0) + " " + values[0] + " " + vector.status(0));
    }
    return served;
  }
}
