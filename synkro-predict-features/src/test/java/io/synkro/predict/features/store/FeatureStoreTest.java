package io.synkro.predict.features.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.offline.BackfillReport;
import io.synkro.predict.features.offline.EntityRows;
import io.synkro.predict.features.offline.Partition;
import io.synkro.predict.features.offline.PartitionOutcome;
import io.synkro.predict.features.offline.TrainingSet;
import io.synkro.predict.features.online.OnlineVector;
import io.synkro.predict.features.validation.Action;
import io.synkro.predict.features.validation.Expectations;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.tabular.FeatureTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureStoreTest {
  private static final EntityKey KEY = EntityKey.of("p0");
  private static final List<FeatureSelection> PRICES = List.of(FeatureSelection.of(Cases.PRICE));

  private final Cases.SetClock clock = new Cases.SetClock(1_000);
  private final Path folder;
  private FeatureStore store;

  FeatureStoreTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = open();
  }

  private FeatureStore open() throws IOException {
    FeatureStore opened = FeatureStore.in(folder, clock).open();
    opened.register(
        Expectations.builder(Cases.PRICE)
            .atLeast("mean", 0, Action.QUARANTINE)
            .atMost("discount", 1, Action.REJECT)
            .build());
    return opened;
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private static FeatureBatch row(long event, float mean) {
    return Cases.row(Cases.PRICE, KEY, event, event, mean, 0);
  }

  private OnlineVector read() {
    return store.prepare(Entity.PRODUCT, PRICES).read(KEY);
  }

  private TrainingSet training(EntityKey... keys) throws IOException {
    long[] now = new long[keys.length];
    Arrays.fill(now, clock.millis());
    return store.training(EntityRows.of(Entity.PRODUCT, keys, now), PRICES);
  }

  @Test
  void acceptedRowsAreServedAndTheOthersSetAside() throws IOException {
    FeatureBatch batch =
        new FeatureBatch(
            new EntityKey[] {KEY, KEY},
            new long[] {10, 20},
            new long[] {10, 20},
            new FeatureTable(Cases.PRICE.schema(), new float[][] {{5, -1}, {0, 0}}));
    WriteResult result = store.write(Cases.PRICE, batch, Cases.TEST);
    assertThat(result).isInstanceOf(WriteResult.Written.class);
    WriteResult.Written written = (WriteResult.Written) result;
    assertThat(written.rows()).isEqualTo(1);
    assertThat(written.quarantined()).isEqualTo(1);
    assertThat(read().value(0)).isEqualTo(5);
    assertThat(store.quarantine().read(written.quarantineId()).batch().eventMillis(0))
        .isEqualTo(20);

    store.register(Expectations.builder(Cases.PRICE).build());
    assertThat(store.replay(Cases.PRICE, List.of(written.quarantineId())))
        .allSatisfy(replay -> assertThat(replay.released()).isEqualTo(1));
    assertThat(read().value(0)).isEqualTo(-1);
    assertThat(training(KEY).table().value(0, 0)).isEqualTo(-1);
    assertThat(store.quarantine().entries(Cases.PRICE)).isEmpty();
  }

  @Test
  void aRejectedBatchLeavesNothing() throws IOException {
    FeatureBatch batch = Cases.row(Cases.PRICE, KEY, 10, 10, -1, 2);
    assertThat(store.write(Cases.PRICE, batch, Cases.TEST))
        .isInstanceOf(WriteResult.Rejected.class);
    assertThat(read().status(0)).isEqualTo(FeatureStatus.MISSING);
    assertThat(store.quarantine().entries(Cases.PRICE)).isEmpty();
    assertThat(store.compact()).isZero();
  }

  @Test
  void whatCouldNeverBeCompactedIsRefused() throws IOException {
    for (FeatureBatch bad :
        List.of(
            row(10, Float.POSITIVE_INFINITY),
            Cases.row(Cases.PRICE, EntityKey.of("\ud800"), 10, 10, 1, 0))) {
      assertThatThrownBy(() -> store.write(Cases.PRICE, bad, Cases.TEST))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThat(read().status(0)).isEqualTo(FeatureStatus.MISSING);
    assertThat(store.compact()).isZero();
  }

  @Test
  void viewsMustBeRegisteredAndHaveRows() throws IOException {
    assertThatThrownBy(() -> store.write(Cases.SALES, row(1, 1), Cases.TEST))
        .hasMessageContaining("call register first");
    assertThatThrownBy(() -> training(KEY)).hasMessageContaining("must have commits in the store");
    store.close();
    store = FeatureStore.in(folder, clock).open();
    assertThat(store.views()).containsExactly(Cases.PRICE);
    assertThatThrownBy(() -> store.write(Cases.PRICE, row(1, 1), Cases.TEST))
        .hasMessageContaining("call register first");
  }

  @Test
  void aBackfillIsServedResumedAndHeldToExpectations() throws IOException {
    List<String> computed = new ArrayList<>();
    List<Partition> days = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      FeatureBatch batch =
          day == 2 ? Cases.row(Cases.PRICE, KEY, day, day, 1, 9) : row(day, day == 3 ? -3 : day);
      String id = "day-" + day;
      days.add(
          new Partition(
              id,
              () -> {
                computed.add(id);
                return new Partition.Computed(batch, Cases.TEST);
              }));
    }
    BackfillReport report = store.backfill(Cases.PRICE, days);
    assertThat(report.failures())
        .singleElement()
        .satisfies(
            failed ->
                assertThat(failed.cause())
                    .isInstanceOf(RejectedBatchException.class)
                    .hasMessageContaining("REJECT range of discount"));
    assertThat(store.quarantine().entries(Cases.PRICE)).hasSize(1);
    assertThat(read().value(0)).isEqualTo(1);

    computed.clear();
    assertThat(store.backfill(Cases.PRICE, days).outcomes())
        .filteredOn(PartitionOutcome.Skipped.class::isInstance)
        .hasSize(2);
    assertThat(computed).containsExactly("day-2");
    assertThat(store.compact()).as("what was loaded is not moved back").isZero();
    store.close();
    store = open();
    assertThat(read().value(0)).isEqualTo(1);
  }

  @Test
  void lineageIsKeptThroughCompaction() throws IOException {
    store.write(Cases.PRICE, row(1, 1), new Lineage("a.csv", 5, 9, List.of("v1")));
    store.write(Cases.PRICE, row(2, 1), new Lineage("a.csv", 9, 12, List.of("v2")));
    store.compact();
    store.write(Cases.PRICE, row(3, 1), Lineage.of("b.csv"));
    store.write(Cases.PRICE, row(4, 1), new Lineage("a.csv", 12, 13, List.of()));
    TrainingSet training = training(KEY);
    assertThat(store.lineage(training)).isEqualTo(store.lineage(Cases.PRICE));
    assertThat(store.lineage(Cases.PRICE))
        .extracting(entry -> entry.commit().lineage())
        .containsExactly(
            new Lineage("a.csv", 5, 12, List.of("v1", "v2")), Lineage.of("a.csv, b.csv"));
  }

  @Test
  void tellsHowViewsAreDoing() throws IOException {
    store.write(Cases.PRICE, row(7, 1), Cases.TEST);
    store.write(Cases.PRICE, row(2_000, 1), Cases.TEST); // yet to come
    read();
    store.prepare(Entity.PRODUCT, PRICES).read(EntityKey.of("p1"));
    assertThat(store.freshness())
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.view()).isEqualTo(Cases.PRICE);
              assertThat(state.entities()).isEqualTo(1);
              assertThat(state.newestEvent()).contains(Instant.ofEpochMilli(7));
              assertThat(state.reads())
                  .containsEntry(FeatureStatus.FRESH, 2L)
                  .containsEntry(FeatureStatus.MISSING, 2L);
            });
  }

  @Test
  void joinsOnManyThreadsWhileOthersWrite() throws Exception {
    store.close();
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      store = FeatureStore.in(folder, clock).parallel(2, pool).sizes(1 << 10, 1 << 12).open();
      store.register(Cases.PRICE);
      store.write(Cases.PRICE, row(1, 1), Cases.TEST);
      var writing =
          pool.submit(
              () -> {
                for (int n = 2; n <= 900; n++) {
                  store.write(Cases.PRICE, row(n, n), Cases.TEST);
                }
                return true;
              });
      while (!writing.isDone()) {
        float before = read().value(0);
        assertThat(training(KEY).table().value(0, 0)).isBetween(before, 900f);
      }
      assertThat(writing.get()).isTrue();
      assertThat(training(KEY).table().value(0, 0)).isEqualTo(900);
    } finally {
      pool.shutdown();
    }
  }
}
