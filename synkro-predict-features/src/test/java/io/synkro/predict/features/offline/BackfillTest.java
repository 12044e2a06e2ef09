package io.synkro.predict.features.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
  private static final int DAYS = 5;

  private final Path folder;
  private final OfflineStore store;
  private final List<Integer> computed = new ArrayList<>();

  BackfillTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    store = OfflineStore.open(folder);
  }

  /** A power failure, which nothing catches. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private Partition day(int day) {
    return new Partition(
        "day-" + day,
        () -> {
          computed.add(day);
          return new Partition.Computed(Cases.row(1, day, day, day), Cases.lineage(day, day + 1));
        });
  }

  private List<Partition> days() {
    return new ArrayList<>(IntStream.range(0, DAYS).mapToObj(this::day).toList());
  }

  private BackfillReport run(List<Partition> partitions) throws IOException {
    return Backfill.of(OfflineStore.open(folder), Cases.VIEW).run(partitions);
  }

  private void assertAllThereOnce() throws IOException {
    assertThat(store.history(Cases.VIEW).rows()).isEqualTo(DAYS);
    assertThat(store.commits(Cases.VIEW).stream().map(Commit::batchId))
        .containsExactlyInAnyOrderElementsOf(
            days().stream().map(day -> Backfill.batchId(Cases.VIEW, day.id())).toList());
  }

  @Test
  void aSecondRunComputesNothing() throws IOException {
    assertThat(run(days()).outcomes())
        .hasSize(DAYS)
        .allMatch(PartitionOutcome.Done.class::isInstance);
    BackfillReport again = run(days());
    assertThat(again.outcomes()).allMatch(PartitionOutcome.Skipped.class::isInstance);
    assertThat(again.isComplete()).isTrue();
    assertThat(computed).containsExactly(0, 1, 2, 3, 4);
    assertAllThereOnce();
  }

  @Test
  void goesOnWhereAnyPartitionCrashed() throws IOException {
    for (int crash = 0; crash < DAYS; crash++) {
      List<Partition> partitions = days();
      partitions.set(
          crash,
          new Partition(
              "day-" + crash,
              () -> {
                throw new Crash();
              }));
      assertThatThrownBy(() -> run(partitions)).isInstanceOf(Crash.class);
      assertThat(store.commits(Cases.VIEW)).hasSize(crash);
    }
    assertThat(run(days()).isComplete()).isTrue();
    assertThat(computed).containsExactly(0, 1, 2, 3, 4);
    assertAllThereOnce();
  }

  /** A commit that is stopped leaves some of: part of a segment, the segment, part of a commit. */
  @Test
  void goesOnWhereACommitWasStopped() throws IOException {
    run(days().subList(0, 2));
    Path version = folder.resolve("views/demand").resolve(Cases.VIEW.version());
    Path segment =
        version.resolve("segments").resolve(store.commits(Cases.VIEW).get(0).segment().name());
    Files.write(version.resolve("segments/1.seg-2.part"), new byte[] {(byte) 0x89, 'S'});
    Files.copy(segment, version.resolve("segments/1.seg"));
    Files.write(version.resolve("commits/0000000003.json-4.part"), new byte[] {'{'});
    assertThat(run(days()).isComplete()).isTrue();
    assertThat(computed).containsExactly(0, 1, 2, 3, 4);
    assertAllThereOnce();
  }

  @Test
  void goesOnWhereTheViewHadOnlyItsFolders() throws IOException {
    Files.createDirectories(
        folder.resolve("views/demand").resolve(Cases.VIEW.version()).resolve("commits"));
    assertThat(store.views()).isEmpty();
    assertThat(run(days()).isComplete()).isTrue();
    assertAllThereOnce();
  }

  @Test
  void onePartitionThatFailsDoesNotStopTheOthers() throws IOException {
    List<Partition> partitions = days();
    partitions.set(
        1,
        new Partition(
            "day-1",
            () -> {
              throw new IOException("no such table");
            }));
    partitions.set(
        3,
        new Partition(
            "day-3",
            () ->
                new Partition.Computed(
                    Cases.row(1, 3, 3, Float.POSITIVE_INFINITY), Cases.lineage(0, 1))));
    BackfillReport report = run(partitions);
    assertThat(report.isComplete()).isFalse();
    assertThat(report.failures().stream().map(PartitionOutcome::partition))
        .containsExactly("day-1", "day-3");
    assertThat(report.failures().get(0).cause()).hasMessage("no such table");
    assertThat(report.failures().get(1).cause()).isInstanceOf(InvalidInputException.class);
    assertThat(run(days()).isComplete()).isTrue();
    assertThat(computed).containsExactly(0, 2, 4, 1, 3);
    assertAllThereOnce();
  }

  @Test
  void partitionsWithoutRowsAreNotComputedAgain() throws IOException {
    Partition empty =
        new Partition(
            "holiday",
            () -> {
              computed.add(99);
              return new Partition.Computed(
                  Cases.random(Cases.VIEW, 0, new SplittableRandom(1)), Cases.lineage(0, 0));
            });
    run(List.of(empty));
    assertThat(run(List.of(empty)).outcomes().get(0)).isInstanceOf(PartitionOutcome.Skipped.class);
    assertThat(computed).containsExactly(99);
    assertThat(store.history(Cases.VIEW).rows()).isZero();
  }

  @Test
  void aChangedViewIsFilledAnew() throws IOException {
    run(days());
    FeatureView longer =
        FeatureView.of("demand", Cases.VIEW.entity(), Cases.VIEW.schema(), Freshness.FOREVER);
    Backfill.of(store, longer).run(days());
    assertThat(computed).hasSize(2 * DAYS);
    assertThat(store.history(longer).rows()).isEqualTo(DAYS);
    assertAllThereOnce();
  }

  @Test
  void tellsHowFarItHasCome() {
    List<String> heard = new ArrayList<>();
    Backfill.of(store, Cases.VIEW)
        .progress((stage, done, total) -> heard.add("%s: %d of %d".formatted(stage, done, total)))
        .run(days().subList(0, 2));
    assertThat(heard)
        .containsExactly("backfill of view demand: 1 of 2", "backfill of view demand: 2 of 2");
  }

  @Test
  void refusesTwoPartitionsOfOneName() {
    assertThatThrownBy(() -> run(List.of(day(1), day(1)))).hasMessageContaining("must be unique");
    assertThat(computed).isEmpty();
  }
}
