package io.synkro.predict.features.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRetentionTest {
  private static final LogOptions KEEPING = Logs.SMALL.untilReleased();

  private final Path folder;

  LogRetentionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void segmentsStayUntilASnapshotCoversThemAndTheyAreReleased() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, KEEPING)) {
      for (int segment = 0; segment < 3; segment++) {
        log.append(Logs.bytes("a" + segment));
        log.append(Logs.bytes("b" + segment));
        log.seal();
      }
      log.seal(); // nothing to seal
      List<SealedSegment> sealed = log.sealed();
      assertThat(sealed).extracting(SealedSegment::lastSequence).containsExactly(2L, 4L, 6L);

      List<String> read = new ArrayList<>();
      log.read(sealed.get(1), (n, p) -> read.add(n + " " + Logs.text(p)));
      assertThat(read).containsExactly("3 a1", "4 b1");

      log.release(sealed.get(1));
      assertThat(log.sealed()).containsExactly(sealed.get(2));
      assertThat(Logs.files(folder, ".log")).hasSize(4); // no snapshot covers them
      log.snapshot(3, p -> {});
      assertThat(Logs.files(folder, ".log")).hasSize(3);
      log.snapshot(6, p -> {});
      assertThat(Logs.files(folder, ".log")).hasSize(2); // the third is not released
    }
    try (ChangeLog log = ChangeLog.open(folder, KEEPING)) {
      assertThat(log.sealed()).extracting(SealedSegment::lastSequence).containsExactly(6L);
      assertThat(Logs.content(log)).isEmpty();
      log.release(log.sealed().get(0));
      assertThat(Logs.files(folder, ".log")).hasSize(1);
      assertThat(log.append(Logs.bytes("next"))).isEqualTo(7);
    }
    assertThat(Logs.reopened(folder, KEEPING)).containsExactly("7 next");
  }

  @Test
  void withoutAConsumerTheSnapshotDecides() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, Logs.SMALL)) {
      log.append(Logs.bytes("a"));
      log.seal();
      assertThat(log.sealed()).isEmpty();
      log.snapshot(1, p -> {});
      assertThat(Logs.files(folder, ".log")).hasSize(1);
    }
  }
}
