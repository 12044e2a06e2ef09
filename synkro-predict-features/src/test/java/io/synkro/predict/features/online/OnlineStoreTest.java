package io.synkro.predict.features.online;

import static io.synkro.predict.features.online.Stores.KEY;
import static io.synkro.predict.features.online.Stores.TEST;
import static io.synkro.predict.features.online.Stores.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.log.Durability;
import io.synkro.predict.features.log.FolderInUseException;
import io.synkro.predict.features.log.LogClosedException;
import io.synkro.predict.features.log.LogOptions;
import io.synkro.predict.features.log.SealedSegment;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.tabular.SchemaMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineStoreTest {
  private static final FeatureView DEMAND = Stores.view("demand", Entity.SERIES, "mean", "lag");

  private final Path folder;
  private final Stores.SetClock clock = new Stores.SetClock();

  OnlineStoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private OnlineStore open() throws IOException {
    return OnlineStore.in(folder, clock).open();
  }

  private static Retrieval mean(OnlineStore store) {
    return store.prepare(Entity.SERIES, List.of(FeatureSelection.of(DEMAND, "mean")));
  }

  private static float read(OnlineStore store) {
    return mean(store).read(KEY).value(0);
  }

  @Test
  void lateRowsNeverHideNewerOnesAndRestatedRowsReplaceThem() throws IOException {
    clock.millis = 10;
    try (OnlineStore store = open()) {
      store.register(DEMAND);
      store.put(DEMAND, row(DEMAND, KEY, 5, 5, 1, 0), TEST);
      store.put(DEMAND, row(DEMAND, KEY, 4, 9, 2, 0), TEST);
      assertThat(read(store)).isEqualTo(1);
      store.put(DEMAND, row(DEMAND, KEY, 5, 6, 3, 0), TEST);
      assertThat(read(store)).isEqualTo(3);
      store.put(DEMAND, row(DEMAND, KEY, 5, 5, 4, 0), TEST);
      assertThat(read(store)).isEqualTo(3);
      store.put(DEMAND, row(DEMAND, KEY, 5, 6, 5, 0), TEST);
      assertThat(read(store)).isEqualTo(5);
    }
    try (OnlineStore store = open()) {
      assertThat(read(store)).isEqualTo(5);
    }
  }

  @Test
  void plansAndFutureKnowledgeAreServedOnceTheirTimesHaveCome() throws IOException {
    clock.millis = 10;
    try (OnlineStore store = open()) {
      store.register(DEMAND);
      store.put(DEMAND, row(DEMAND, KEY, 12, 8, 12, 0), TEST);
      store.put(DEMAND, row(DEMAND, KEY, 5, 14, 99, 0), TEST);
      assertThat(mean(store).read(KEY).status(0)).isEqualTo(FeatureStatus.MISSING);
      store.put(DEMAND, row(DEMAND, KEY, 9, 9, 9, 0), TEST);
      assertThat(read(store)).isEqualTo(9);
      store.snapshot(); // plans are a part of it
    }
    try (OnlineStore store = open()) {
      clock.millis = 11;
      assertThat(read(store)).isEqualTo(9);
      clock.millis = 12;
      assertThat(read(store)).isEqualTo(12);
      clock.millis = 14; // of an older event
      assertThat(read(store)).isEqualTo(12);
    }
  }

  @Test
  void everyStatusComesWithItsValueAndEventTime() throws IOException {
    FeatureView view = DEMAND.withDefaults(Map.of("lag", 7f));
    clock.millis = 100;
    try (OnlineStore store = open()) {
      store.register(view);
      Retrieval retrieval = store.prepare(Entity.SERIES, List.of(FeatureSelection.of(view)));
      assertRead(retrieval, "NaN MISSING never, 7.0 DEFAULTED never");
      store.put(view, row(view, KEY, 100, 100, 1, 2), TEST);
      assertRead(retrieval, "1.0 FRESH 100, 2.0 FRESH 100");
      clock.millis = 109;
      assertRead(retrieval, "1.0 FRESH 100, 2.0 FRESH 100");
      clock.millis = 110;
      assertRead(retrieval, "1.0 STALE 100, 2.0 STALE 100");
      clock.millis = 120;
      assertRead(retrieval, "NaN EXPIRED 100, 7.0 DEFAULTED 100");
      store.put(view, row(view, KEY, 115, 115, Float.NaN, Float.NaN), TEST);
      assertRead(retrieval, "NaN MISSING 115, 7.0 DEFAULTED 115");
      clock.millis = 200;
      assertRead(retrieval, "NaN MISSING 115, 7.0 DEFAULTED 115");
      assertThat(store.reads(view))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  FeatureStatus.FRESH, 4L,
                  FeatureStatus.STALE, 2L,
                  FeatureStatus.EXPIRED, 1L,
                  FeatureStatus.MISSING, 3L,
                  FeatureStatus.DEFAULTED, 4L));
    }
  }

  private static void assertRead(Retrieval retrieval, String expected) {
    OnlineVector vector = retrieval.read(KEY);
    List<String> parts = new ArrayList<>();
    for (int c = 0; c < vector.schema().size(); c++) {
      String event = vector.eventTime(c).map(t -> "" + t.toEpochMilli()).orElse("never");
      parts.add(vector.value(c) + " " + vector.status(c) + " " + event);
    }
    assertThat(String.join(", ", parts)).isEqualTo(expected);
  }

  @Test
  void viewsOfCoarserEntitiesAreReadByTheirPartOfTheKey() throws IOException {
    FeatureView price = Stores.view("price", Entity.PRODUCT, "mean");
    FeatureView site = Stores.view("site", Entity.WAREHOUSE, "area");
    FeatureView turned = Stores.view("turned", Entity.of("t", "warehouse", "product"), "rank");
    try (OnlineStore store = open()) {
      Stream.of(DEMAND, price, site, turned).forEach(store::register);
      store.put(DEMAND, row(DEMAND, KEY, 0, 0, 1, 2), TEST);
      store.put(price, row(price, EntityKey.of("P-1"), 0, 0, 3), TEST);
      store.put(site, row(site, EntityKey.of("W-1"), 0, 0, 4), TEST);
      store.put(turned, row(turned, EntityKey.of("W-1", "P-1"), 0, 0, 5), TEST);
      Retrieval retrieval =
          store.prepare(
              Entity.SERIES,
              Stream.of(site, DEMAND, turned, price).map(FeatureSelection::of).toList());
      assertThat(retrieval.schema().names())
          .containsExactly("area", "demand__mean", "lag", "rank", "price__mean");
      OnlineTable table = retrieval.read(List.of(EntityKey.of("P-1", "W-2"), KEY));
      assertThat(values(table, 0)).containsExactly(Float.NaN, Float.NaN, Float.NaN, Float.NaN, 3);
      assertThat(values(table, 1)).containsExactly(4, 1, 2, 5, 3);
      retrieval.schema().requireSame(table.vectors().get(1).table().schema());
      float[] copy = new float[5];
      table.vectors().get(1).copyValues(copy);
      assertThat(copy).containsExactly(4, 1, 2, 5, 3);

      assertThatThrownBy(() -> retrieval.read(EntityKey.of("P-1")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("must have the parts [product, warehouse]");
      assertThatThrownBy(() -> mean(store).read(EntityKey.of("P-1")))
          .isInstanceOf(InvalidInputException.class);
      assertThatThrownBy(() -> store.prepare(Entity.PRODUCT, List.of(FeatureSelection.of(DEMAND))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("view demand (warehouse) must be a key of entity product");
    }
  }

  private static float[] values(OnlineTable table, int row) {
    float[] read = new float[table.table().schema().size()];
    table.table().copyRow(row, read);
    return read;
  }

  @Test
  void versionsOfAViewAreHeldSideBySideAndComeBack() throws IOException {
    FeatureView other = DEMAND.withDefaults(Map.of("lag", 1.5f));
    try (OnlineStore store = open()) {
      store.register(DEMAND);
      store.register(other);
      store.register(Stores.view("demand", Entity.SERIES, "mean", "lag")); // known
      store.put(DEMAND, row(DEMAND, KEY, 0, 0, 1, 1), TEST);
      store.snapshot();
      store.put(other, row(other, KEY, 0, 0, 2, 2), TEST);
    }
    try (OnlineStore store = open()) {
      assertThat(store.views()).containsExactly(DEMAND, other);
      assertThat(store.views().get(1).version()).isEqualTo(other.version());
      assertThat(read(store)).isEqualTo(1);
      assertThat(store.entities(other)).isEqualTo(1);
    }
  }

  @Test
  void refusesBatchesThatAreNotOfTheView() throws IOException {
    try (OnlineStore store = open()) {
      assertThatThrownBy(() -> store.put(DEMAND, row(DEMAND, KEY, 0, 0, 1, 1), TEST))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("call register first");
      store.register(DEMAND);
      FeatureView other = Stores.view("other", Entity.SERIES, "mean");
      assertThatThrownBy(() -> store.put(DEMAND, row(other, KEY, 0, 0, 1), TEST))
          .isInstanceOf(SchemaMismatchException.class);
      EntityKey product = EntityKey.of("P-1");
      assertThatThrownBy(() -> store.put(DEMAND, row(DEMAND, product, 0, 0, 1, 1), TEST))
          .hasMessageContaining("must have the parts");
      assertThat(store.entities(DEMAND)).isZero();
    }
  }

  @Test
  void snapshotsAreWrittenWhenTheyAreDue() throws IOException {
    LogOptions small = new LogOptions(Durability.PROCESS_CRASH, 1024, false);
    try (OnlineStore store =
        OnlineStore.in(folder, clock).log(small).snapshotAfter(10_000).open()) {
      store.register(DEMAND);
      for (int i = 0; i < 2_000; i++) {
        store.put(DEMAND, row(DEMAND, KEY, 0, 0, i, i), TEST);
      }
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).hasSizeBetween(3, 14); // lock, snapshot, and segments of 1 KiB
      }
      assertThat(read(store)).isEqualTo(1_999);
    }
    try (OnlineStore store = open()) {
      assertThat(read(store)).isEqualTo(1_999);
    }
  }

  @Test
  void anExecutorThatRefusesCostsNoBatch() throws IOException {
    try (OnlineStore store =
        OnlineStore.in(folder, clock)
            .snapshotAfter(1)
            .snapshotExecutor(
                task -> {
                  throw new RejectedExecutionException();
                })
            .open()) {
      store.register(DEMAND);
      assertThat(store.put(DEMAND, row(DEMAND, KEY, 0, 0, 1, 1), TEST)).isEqualTo(2);
      assertThat(read(store)).isEqualTo(1);
    }
  }

  @Test
  void sealedChangesCarryBatchesAndTheirLineage() throws IOException {
    LogOptions keeping = LogOptions.of(Durability.PROCESS_CRASH).untilReleased();
    try (OnlineStore store = OnlineStore.in(folder, clock).log(keeping).open()) {
      store.register(DEMAND);
      Lineage lineage = new Lineage("orders.csv", 3, 9, List.of("v1", "v2"));
      store.put(DEMAND, row(DEMAND, KEY, 1, 2, 3, Float.NaN), lineage);
      List<SealedSegment> sealed = store.sealChanges();
      List<String> read = new ArrayList<>();
      store.readChanges(
          sealed.get(0),
          (view, batch, from) -> {
            assertThat(view).isEqualTo(DEMAND);
            assertThat(from).isEqualTo(lineage);
            read.add(batch.key(0) + " " + batch.eventMillis(0) + " " + batch.knownMillis(0));
            read.add(batch.values().value(0, 0) + " " + batch.values().value(0, 1));
          });
      assertThat(read).containsExactly("P-1@W-1 1 2", "3.0 NaN");
      store.releaseChanges(sealed.get(0));
      assertThat(store.sealChanges()).isEmpty();
    }
  }

  @Test
  void aClosedStoreRefusesEverythingAndGivesTheFolderUp() throws IOException {
    OnlineStore store = open();
    store.register(DEMAND);
    Retrieval retrieval = mean(store);
    assertThatThrownBy(this::open).isInstanceOf(FolderInUseException.class);
    try (OnlineStore other = OnlineStore.in(folder.resolve("other"), clock).open()) {
      assertThat(other.views()).isEmpty();
    }
    store.close();
    store.close();
    assertThatThrownBy(() -> retrieval.read(KEY)).isInstanceOf(LogClosedException.class);
    assertThatThrownBy(() -> retrieval.read(List.of(KEY))).isInstanceOf(LogClosedException.class);
    assertThatThrownBy(() -> store.put(DEMAND, row(DEMAND, KEY, 0, 0, 1, 1), TEST))
        .isInstanceOf(LogClosedException.class);
    assertThatThrownBy(store::snapshot).isInstanceOf(LogClosedException.class);
    assertThatThrownBy(() -> store.register(DEMAND)).isInstanceOf(LogClosedException.class);
    open().close();
  }
}
