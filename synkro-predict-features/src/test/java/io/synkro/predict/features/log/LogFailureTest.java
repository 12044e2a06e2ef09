package io.synkro.predict.features.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFailureTest {
  private final Path folder;
  private final FaultyOutput.Faults faults = new FaultyOutput.Faults();

  LogFailureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ChangeLog open(LogOptions options) throws IOException {
    return ChangeLog.open(folder, options, faults::open);
  }

  @Test
  void aFullDiskAcknowledgesNothingAndLosesNothing() throws IOException {
    try (ChangeLog log = open(Logs.SMALL)) {
      log.append(Logs.bytes("a"));
      faults.writing = true;
      LogWriteException full =
          catchThrowableOfType(
              LogWriteException.class, () -> log.append(Logs.bytes("never acknowledged")));
      assertThat(full).hasMessageContaining("No space left on device");
      assertThat(full.usable()).isTrue();
      assertThatThrownBy(() -> log.append(new byte[5000])) // needs another segment
          .isInstanceOf(LogWriteException.class);
      faults.writing = false;
      assertThat(log.append(Logs.bytes("b"))).isEqualTo(2);
      assertThat(Logs.content(log)).containsExactly("1 a", "2 b");
    }
    assertThat(Logs.reopened(folder, Logs.SMALL)).containsExactly("1 a", "2 b");
  }

  @Test
  void aLogThatCannotBeRepairedRefusesFurtherRecords() throws IOException {
    try (ChangeLog log = open(Logs.SMALL)) {
      log.append(Logs.bytes("a"));
      faults.writing = true;
      faults.truncating = true;
      LogWriteException broken =
          catchThrowableOfType(
              LogWriteException.class, () -> log.append(Logs.bytes("never acknowledged")));
      assertThat(broken.usable()).isFalse();
      faults.writing = false;
      faults.truncating = false;
      assertThatThrownBy(() -> log.append(Logs.bytes("b")))
          .isInstanceOf(LogWriteException.class)
          .hasMessageContaining("open the log again");
    }
    assertThat(Logs.reopened(folder, Logs.SMALL)).containsExactly("1 a");
  }

  @Test
  void aDiskThatDoesNotForceEndsTheLog() throws IOException {
    try (ChangeLog log = open(new LogOptions(Durability.POWER_LOSS, 1024, false))) {
      log.append(Logs.bytes("a"));
      faults.forcing = true;
      assertThatThrownBy(() -> log.append(Logs.bytes("b"))).isInstanceOf(LogWriteException.class);
      faults.forcing = false;
      assertThatThrownBy(() -> log.append(Logs.bytes("c"))).isInstanceOf(LogWriteException.class);
    }
  }

  @Test
  void threadsThatWaitShareOneForce() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (ChangeLog log = open(LogOptions.of(Durability.POWER_LOSS))) {
      int started = faults.writes.get();
      int forces = faults.forces.get();
      faults.beforeForce = () -> awaitWrites(started + threads);
      List<Future<Long>> appended = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        appended.add(pool.submit(() -> log.append(Logs.bytes("a"))));
      }
      for (Future<Long> each : appended) {
        assertThat(each.get()).isBetween(1L, (long) threads);
      }
      assertThat(faults.forces.get() - forces).isBetween(1, 2);
    } finally {
      pool.shutdownNow();
    }
  }

  private void awaitWrites(int count) {
    while (faults.writes.get() < count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aSnapshotForcesWhatItStandsFor() throws IOException {
    try (ChangeLog log = open(Logs.SMALL)) {
      log.append(Logs.bytes("a"));
      assertThat(faults.forces.get()).isZero();
      log.snapshot(1, p -> {});
      assertThat(faults.forces.get()).isEqualTo(1);
    }
  }
}
