package io.synkro.predict.features.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.SchemaMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineStoreTest {
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private final Path folder;
  private final OfflineStore store;

  OfflineStoreTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    store = OfflineStore.open(folder);
  }

  private Commit commit(int series, long event, String batchId) throws IOException {
    return store.commit(
        Cases.VIEW,
        Cases.row(series, event, event + 1, (float) event),
        Cases.lineage(0, 1),
        batchId);
  }

  @Test
  void aCommitTellsWhatIsInIt() throws IOException {
    FeatureBatch batch = Cases.random(Cases.VIEW, 50, new SplittableRandom(1));
    Commit first = store.commit(Cases.VIEW, batch, Cases.lineage(3, 53), "day-1");
    Commit second = commit(1, 10, "day-2");
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.lineage()).isEqualTo(Cases.lineage(3, 53));
    assertThat(first.segment().rows()).isEqualTo(50);
    assertThat(first.segment().eventTimes())
        .isEqualTo(
            new TimeRange(
                IntStream.range(0, 50).mapToLong(batch::eventMillis).min().orElseThrow(),
                IntStream.range(0, 50).mapToLong(batch::eventMillis).max().orElseThrow()));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.segment().knownTimes()).isEqualTo(new TimeRange(11, 11));
    assertThat(OfflineStore.open(folder).commits(Cases.VIEW)).containsExactly(first, second);
  }

  @Test
  void aBatchIsCommittedOnce() throws IOException {
    Commit first = commit(1, 10, "day-1");
    assertThat(commit(2, 20, "day-1")).isEqualTo(first);
    assertThat(OfflineStore.open(folder).commits(Cases.VIEW)).containsExactly(first);
    assertThat(files("segments")).hasSize(1);
    assertThat(store.find(Cases.VIEW, "day-1")).contains(first);
    assertThat(store.find(Cases.VIEW, "day-2")).isEmpty();
  }

  /** Each store stands for a process, since stores share nothing but the folder. */
  @Test
  void manyWritersLoseNothingAndLeaveNoGaps() throws Exception {
    int writers = 4;
    int batches = 20;
    List<Callable<List<Commit>>> work = new ArrayList<>();
    for (int w = 0; w < writers; w++) {
      OfflineStore own = OfflineStore.open(folder);
      int writer = w;
      work.add(
          () -> {
            List<Commit> commits = new ArrayList<>();
            for (int b = 0; b < batches; b++) {
              // every second batch is written by all of them
              String id = b % 2 == 0 ? "all-" + b : "writer-%d-%d".formatted(writer, b);
              commits.add(own.commit(Cases.VIEW, Cases.row(b, b, b, b), Cases.lineage(0, 1), id));
            }
            return commits;
          });
    }
    Map<String, Commit> acknowledged = new HashMap<>();
    ExecutorService executor = Executors.newFixedThreadPool(writers);
    try {
      for (Future<List<Commit>> each : executor.invokeAll(work)) {
        for (Commit commit : each.get()) {
          Commit same = acknowledged.putIfAbsent(commit.batchId(), commit);
          assertThat(same == null || same.equals(commit)).isTrue();
        }
      }
    } finally {
      executor.shutdownNow();
    }
    List<Commit> commits = OfflineStore.open(folder).commits(Cases.VIEW);
    assertThat(commits).hasSize(batches / 2 + writers * batches / 2);
    assertThat(commits).containsExactlyInAnyOrderElementsOf(acknowledged.values());
    assertThat(commits.stream().map(Commit::number))
        .isEqualTo(IntStream.rangeClosed(1, commits.size()).boxed().toList());
    assertThat(files("segments")).hasSize(commits.size());
    assertThat(files("commits")).hasSize(commits.size());
  }

  @Test
  void restatedRowsAreAddedAndOldOnesStay() throws IOException {
    commit(1, 10, "day-1");
    store.commit(Cases.VIEW, Cases.row(1, 10, 15, 99), Cases.lineage(0, 1), "correction");
    FeatureBatch before = store.latest(Cases.VIEW, Instant.ofEpochMilli(14));
    FeatureBatch after = store.latest(Cases.VIEW, Instant.ofEpochMilli(15));
    assertThat(before.values().value(0, 0)).isEqualTo(10);
    assertThat(after.values().value(0, 0)).isEqualTo(99);
    FeatureHistory asItWas =
        store.history(FeatureSelection.of(Cases.VIEW), RowRange.ALL.upToCommit(1));
    assertThat(asItWas.latest(Instant.ofEpochMilli(15)).values().value(0, 0)).isEqualTo(10);
  }

  @Test
  void readsOnlySegmentsThatHaveTheTimesAskedFor() throws IOException {
    commit(1, 10, "day-1");
    commit(1, 20, "day-2");
    commit(1, 30, "day-3");
    store.commit(
        Cases.VIEW,
        Cases.random(Cases.VIEW, 0, new SplittableRandom(1)),
        Cases.lineage(0, 0),
        "no rows");
    Commit first = store.commits(Cases.VIEW).get(0);
    Files.delete(version(Cases.VIEW).resolve("segments").resolve(first.segment().name()));
    FeatureHistory history =
        store.history(
            FeatureSelection.of(Cases.VIEW, "band"),
            RowRange.ALL.between(Instant.ofEpochMilli(11), Instant.ofEpochMilli(29)));
    assertThat(history.rows()).isEqualTo(1);
    assertThat(history.lineage().commits()).containsExactly(2);
    assertThat(history.all().eventMillis(0)).isEqualTo(20);
    assertThatThrownBy(() -> store.history(Cases.VIEW))
        .isInstanceOf(CorruptStoreException.class)
        .hasMessageContaining("it is missing, and commit 1 needs it");
  }

  @Test
  void keepsOnlyTheTimesAskedForOfASegment() throws IOException {
    FeatureBatch batch = Cases.random(Cases.VIEW, 100, new SplittableRandom(3));
    store.commit(Cases.VIEW, batch, Cases.lineage(0, 100), "one");
    RowRange range = RowRange.ALL.between(Instant.ofEpochMilli(5), Instant.ofEpochMilli(9));
    long expected =
        IntStream.range(0, 100).mapToLong(batch::eventMillis).filter(e -> e >= 5 && e <= 9).count();
    assertThat(store.history(FeatureSelection.of(Cases.VIEW), range).rows())
        .isEqualTo((int) expected);
  }

  @Test
  void versionsOfAViewStandSideBySide() throws IOException {
    FeatureView longer =
        FeatureView.of("demand", Cases.VIEW.entity(), Cases.VIEW.schema(), Freshness.FOREVER);
    commit(1, 10, "day-1");
    store.commit(longer, Cases.row(1, 10, 10, 1), Cases.lineage(0, 1), "day-1");
    store.commit(longer, Cases.row(1, 11, 11, 1), Cases.lineage(0, 1), "day-2");
    assertThat(OfflineStore.open(folder).views()).containsExactlyInAnyOrder(Cases.VIEW, longer);
    assertThat(store.commits(Cases.VIEW)).hasSize(1);
    assertThat(store.commits(longer)).hasSize(2);
    assertThat(store.commits(Cases.PRICE)).isEmpty();
    assertThatThrownBy(() -> store.history(Cases.PRICE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must have commits in the store");
  }

  @Test
  void refusesBatchesThatAreNotTheViews() throws IOException {
    FeatureBatch price = Cases.random(Cases.PRICE, 3, new SplittableRandom(1));
    assertThatThrownBy(() -> store.commit(Cases.VIEW, price, Cases.lineage(0, 3), "a"))
        .isInstanceOf(SchemaMismatchException.class);
    assertThatThrownBy(
            () ->
                store.commit(
                    Cases.VIEW,
                    new FeatureBatch(
                        new EntityKey[] {EntityKey.of("p1")},
                        new long[1],
                        new long[1],
                        new FeatureTable(Cases.VIEW.schema(), new float[2][1])),
                    Cases.lineage(0, 1),
                    "a"))
        .hasMessageContaining("key of entity series (p1) must have the parts [product, warehouse]");
    assertThatThrownBy(
            () ->
                store.commit(
                    Cases.VIEW,
                    Cases.row(1, 1, 1, Float.NEGATIVE_INFINITY),
                    Cases.lineage(0, 1),
                    "a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("feature mean in row 0 (-Infinity) must be finite or NaN");
    assertThatThrownBy(() -> commit(1, 1, "\ud800"))
        .hasMessageContaining("must have no half of a surrogate pair");
    assertThat(store.commits(Cases.VIEW)).isEmpty();
    assertThat(store.views()).isEmpty();
  }

  @Test
  void leftoversAreIgnoredAndSweptWhenTheyAreOld() throws IOException {
    commit(1, 10, "day-1");
    Path segments = version(Cases.VIEW).resolve("segments");
    Path torn = Files.write(segments.resolve("0a-1b.seg-2c.part"), new byte[3]);
    Path uncommitted = Files.copy(files("segments").get(0), segments.resolve("0a.seg"));
    Path half =
        Files.write(version(Cases.VIEW).resolve("commits/0000000002.json-1.part"), new byte[1]);
    assertThat(store.history(Cases.VIEW).rows()).isEqualTo(1);
    assertThat(store.sweep(Instant.EPOCH)).isEmpty();
    assertThat(store.sweep(LATER)).containsExactlyInAnyOrder(torn, uncommitted, half);
    assertThat(store.sweep(LATER)).isEmpty();
    assertThat(OfflineStore.open(folder).history(Cases.VIEW).rows()).isEqualTo(1);
    Files.write(torn, new byte[3]);
    Files.setLastModifiedTime(torn, FileTime.from(LATER));
    assertThat(store.sweep(LATER)).isEmpty();
  }

  @Test
  void aGapAmongCommitsIsFoundAndNotFilled() throws IOException {
    for (int day = 1; day <= 4; day++) {
      commit(1, day, "day-" + day);
    }
    Files.delete(version(Cases.VIEW).resolve("commits/0000000003.json"));
    OfflineStore reopened = OfflineStore.open(folder);
    for (int trial = 0; trial < 2; trial++) {
      assertThatThrownBy(() -> reopened.commits(Cases.VIEW))
          .isInstanceOf(CorruptStoreException.class)
          .hasMessageContaining(
              "0000000003.json is corrupt: it is missing, though there is a commit 4");
      assertThatThrownBy(
              () ->
                  reopened.commit(Cases.VIEW, Cases.row(1, 9, 9, 9), Cases.lineage(0, 1), "day-9"))
          .isInstanceOf(CorruptStoreException.class);
    }
  }

  @Test
  void aCommitFromElsewhereIsFound() throws IOException {
    commit(1, 1, "day-1");
    commit(1, 2, "day-2");
    Path other = folder.resolve("other");
    OfflineStore elsewhere = OfflineStore.open(other);
    elsewhere.commit(Cases.VIEW, Cases.row(1, 8, 8, 8), Cases.lineage(0, 1), "x");
    Path first = version(Cases.VIEW).resolve("commits/0000000001.json");
    Path foreign =
        other
            .resolve("views/demand")
            .resolve(Cases.VIEW.version())
            .resolve("commits/0000000001.json");
    Files.write(first, Files.readAllBytes(foreign));
    assertThatThrownBy(() -> OfflineStore.open(folder).commits(Cases.VIEW))
        .isInstanceOf(CorruptStoreException.class)
        .hasMessageContaining(
            "0000000002.json is corrupt: it does not follow the commit before it");
  }

  @Test
  void aViewInTheFolderOfAnotherIsFound() throws IOException {
    commit(1, 1, "day-1");
    Files.move(version(Cases.VIEW), version(Cases.VIEW).resolveSibling("0".repeat(64)));
    assertThatThrownBy(() -> OfflineStore.open(folder).views())
        .isInstanceOf(CorruptStoreException.class)
        .hasMessageContaining("it describes the view of another folder");
  }

  @Test
  void lineageLeadsFromATrainingSetToItsSources() throws IOException {
    commit(1, 10, "day-1");
    store.commit(Cases.VIEW, Cases.row(1, 20, 20, 1), Lineage.of("stock"), "day-2");
    store.commit(
        Cases.PRICE,
        Cases.random(Cases.PRICE, 2, new SplittableRandom(1)),
        Cases.lineage(7, 9),
        "prices");
    EntityRows rows =
        EntityRows.of(Entity.SERIES, new EntityKey[] {Cases.series(1)}, new long[] {22});
    TrainingSet set =
        store.join(
            rows, List.of(FeatureSelection.of(Cases.VIEW), FeatureSelection.of(Cases.PRICE)));
    String demand = "demand " + Cases.VIEW.version();
    assertThat(store.lineage(set).stream().map(LineageEntry::toString))
        .containsExactly(
            demand
                + " commit 1 (day-1): 1 rows from orders.csv, rows 0 to 1, computed by pipeline-1",
            demand + " commit 2 (day-2): 1 rows from stock, rows 0 to 0",
            "price %s commit 1 (prices): 2 rows from orders.csv, rows 7 to 9, computed by pipeline-1"
                .formatted(Cases.PRICE.version()));
    assertThat(store.lineage(Cases.VIEW)).isEqualTo(store.lineage(set).subList(0, 2));
    assertThat(set.table().value(0, 0)).isEqualTo(1);
    FeatureHistory memory =
        FeatureHistory.of(FeatureSelection.of(Cases.VIEW), List.of(Cases.row(1, 20, 20, 1)));
    assertThat(store.lineage(PointInTimeJoin.of(List.of(memory)).join(rows))).isEmpty();
  }

  private Path version(FeatureView view) {
    return folder.resolve("views").resolve(view.name()).resolve(view.version());
  }

  private List<Path> files(String name) throws IOException {
    try (var files = Files.list(version(Cases.VIEW).resolve(name))) {
      return files.sorted().toList();
    }
  }
}
