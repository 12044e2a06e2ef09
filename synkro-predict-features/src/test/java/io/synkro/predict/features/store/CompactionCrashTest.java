package io.synkro.predict.features.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.features.log.Durability;
import io.synkro.predict.features.log.LogOptions;
import io.synkro.predict.features.offline.Commit;
import io.synkro.predict.features.offline.EntityRows;
import io.synkro.predict.features.offline.OfflineStore;
import io.synkro.predict.features.offline.TrainingSet;
import io.synkro.predict.features.online.OnlineStore;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the folder of a store apart into what a crash may leave: some of the commits of a
 * compaction and some of its releases.
 */
class CompactionCrashTest {
  private static final int ROWS = 16;
  private static final EntityKey KEY = EntityKey.of("p", "w");
  private static final EntityKey PRODUCT = EntityKey.of("p");
  private static final List<FeatureSelection> SELECTIONS =
      List.of(FeatureSelection.of(Cases.SALES), FeatureSelection.of(Cases.PRICE));

  private final Cases.SetClock clock = new Cases.SetClock(1_000);
  private final Path before;
  private final Path after;
  private final Path crashed;

  /** Files of the commits, by the first record of the segment that they hold. */
  private final SortedMap<Long, List<Path>> segments = new TreeMap<>();

  private final List<Path> commits = new ArrayList<>();

  CompactionCrashTest(@TempDir Path folder) {
    before = folder.resolve("before");
    after = folder.resolve("after");
    crashed = folder.resolve("crashed");
  }

  private FeatureStore open(Path folder) throws IOException {
    FeatureStore store = FeatureStore.in(folder, clock).sizes(1 << 10, 1 << 20).open();
    store.register(Cases.SALES);
    store.register(Cases.PRICE);
    return store;
  }

  /** Several segments, each with rows of both views; equal times, so that the last one counts. */
  @BeforeEach
  void fillAndCompact() throws IOException {
    try (FeatureStore store = open(before)) {
      for (int n = 0; n < ROWS; n++) {
        store.write(Cases.SALES, Cases.row(Cases.SALES, KEY, 999, 999, n, 1), Cases.TEST);
        store.write(Cases.PRICE, Cases.row(Cases.PRICE, PRODUCT, n / 2, 500, n, -n), Cases.TEST);
      }
    }
    copy(before, after);
    try (FeatureStore store = open(after)) {
      assertThat(store.compact()).isEqualTo(2 * ROWS);
    }
    for (FeatureView view : List.of(Cases.SALES, Cases.PRICE)) {
      for (Commit commit : OfflineStore.open(after.resolve("offline")).commits(view)) {
        // the id names the log and the records of the segment: log 3f2a… 12-17
        String records = commit.batchId().substring(commit.batchId().lastIndexOf(' ') + 1);
        long first = Long.parseLong(records.substring(0, records.indexOf('-')));
        segments.computeIfAbsent(first, n -> new ArrayList<>()).add(file(view, commit));
      }
    }
    assertThat(segments).hasSizeGreaterThan(2);
    segments.values().forEach(commits::addAll);
    assertThat(commits).allSatisfy(file -> assertThat(after.resolve(file)).exists());
  }

  @Test
  void aCrashBeforeTheFirstReleaseLosesAndDoublesNothing() throws IOException {
    for (int done = 0; done <= commits.size(); done++) {
      crash(before, done);
      assertComplete();
    }
  }

  @Test
  void aCrashAfterARelease() throws IOException {
    Path log = Path.of("online", "log", "released");
    int done = 0;
    int released = 0;
    for (List<Path> segment : segments.values()) {
      done += segment.size();
      released++;
      for (int more = 0; more <= 1 && done + more <= commits.size(); more++) {
        crash(before, done + more);
        Files.copy(releasedAfter(released).resolve(log), crashed.resolve(log));
        assertComplete();
      }
    }
  }

  @Test
  void anOnlineFolderThatWasDeletedIsMadeAgain() throws IOException {
    delete(after.resolve("online"));
    try (FeatureStore store = open(after)) {
      assertServed(store);
    }
  }

  @Test
  void changesOfANewLogAreNotTakenForThoseOfADeletedOne() throws IOException {
    try (FeatureStore store = FeatureStore.in(crashed, clock).open()) {
      store.register(Cases.PRICE);
      write(store, 1); // record 2, after the view
      write(store, 2); // record 3
    }
    delete(crashed.resolve("online"));
    try (FeatureStore store = FeatureStore.in(crashed, clock).open()) {
      store.register(Cases.PRICE); // records 1 and 2: the view and its rows
      write(store, 3); // record 3
      assertThat(store.lineage(Cases.PRICE)).hasSize(3);
    }
  }

  private static void write(FeatureStore store, int value) throws IOException {
    store.write(Cases.PRICE, Cases.row(Cases.PRICE, PRODUCT, value, 500, value, 0), Cases.TEST);
    store.compact();
  }

  private void assertComplete() throws IOException {
    try (FeatureStore store = open(crashed)) {
      assertServed(store);
      TrainingSet training = training(store);
      assertThat(training.table().value(0, 0)).isEqualTo(ROWS - 1);
      assertThat(training.table().value(0, 2)).isEqualTo(ROWS - 1);
      assertServed(store);
    }
    OfflineStore offline = OfflineStore.open(crashed.resolve("offline"));
    for (FeatureView view : List.of(Cases.SALES, Cases.PRICE)) {
      assertThat(offline.history(view).rows()).isEqualTo(ROWS);
      assertThat(offline.commits(view))
          .hasSize((int) commits.stream().filter(each -> each.startsWith(folder(view))).count());
    }
  }

  private static void assertServed(FeatureStore store) {
    assertThat(store.prepare(Entity.SERIES, SELECTIONS).read(KEY).value(0)).isEqualTo(ROWS - 1);
    assertThat(store.prepare(Entity.SERIES, SELECTIONS).read(KEY).value(2)).isEqualTo(ROWS - 1);
  }

  private TrainingSet training(FeatureStore store) throws IOException {
    long[] now = {clock.millis()};
    return store.training(EntityRows.of(Entity.SERIES, new EntityKey[] {KEY}, now), SELECTIONS);
  }

  /** A store that ended after so many commits; segments of the others are there, but no commit. */
  private void crash(Path online, int done) throws IOException {
    if (Files.exists(crashed)) {
      delete(crashed);
    }
    copy(after.resolve("offline"), crashed.resolve("offline"));
    copy(online.resolve("online"), crashed.resolve("online"));
    copy(before.resolve("quarantine"), crashed.resolve("quarantine"));
    for (Path commit : commits.subList(done, commits.size())) {
      Files.delete(crashed.resolve(commit));
    }
    Files.deleteIfExists(crashed.resolve("online/log/released"));
  }

  /** A store in which so many segments were released. */
  private Path releasedAfter(int segments) throws IOException {
    Path folder = crashed.resolveSibling("released-" + segments);
    if (!Files.exists(folder)) {
      copy(before, folder);
      try (OnlineStore online =
          OnlineStore.in(folder.resolve("online/log"), clock)
              .log(new LogOptions(Durability.PROCESS_CRASH, 1 << 10, true))
              .open()) {
        online.releaseChanges(online.sealChanges().get(segments - 1));
      }
    }
    return folder;
  }

  private static Path file(FeatureView view, Commit commit) {
    return folder(view).resolve("commits").resolve("%010d.json".formatted(commit.number()));
  }

  private static Path folder(FeatureView view) {
    return Path.of("offline", "views", view.name(), view.version());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
