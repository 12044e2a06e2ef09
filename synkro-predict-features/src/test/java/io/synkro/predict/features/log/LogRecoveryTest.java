package io.synkro.predict.features.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRecoveryTest {
  private static final LogOptions LARGE = LogOptions.of(Durability.PROCESS_CRASH);
  private static final List<String> THREE = List.of("1 first", "2 second", "3 third");

  private final Path folder;

  LogRecoveryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path writeThree() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, LARGE)) {
      log.append(Logs.bytes("first"));
      log.append(Logs.bytes("second"));
      log.append(Logs.bytes("third"));
    }
    return Logs.files(folder, ".log").get(0);
  }

  @Test
  void aRecordThatWasCutOffIsForgotten() throws IOException {
    Path file = writeThree();
    byte[] whole = Files.readAllBytes(file);
    int last = Frame.HEAD + 5 + Frame.TAIL;
    for (int missing = 1; missing <= last; missing++) {
      Files.write(file, Arrays.copyOf(whole, whole.length - missing));
      assertThat(Logs.reopened(folder, LARGE)).isEqualTo(THREE.subList(0, 2));
      assertThat(Files.size(file)).isEqualTo(whole.length - last);
    }
    try (ChangeLog log = ChangeLog.open(folder, LARGE)) {
      assertThat(log.append(Logs.bytes("again"))).isEqualTo(3);
    }
    assertThat(Logs.reopened(folder, LARGE)).containsExactly("1 first", "2 second", "3 again");
  }

  @Test
  void whatAPowerLossFilledWithZerosIsForgotten() throws IOException {
    Path file = writeThree();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 5000));
    assertThat(Logs.reopened(folder, LARGE)).isEqualTo(THREE);
    int last = Frame.HEAD + 5 + Frame.TAIL;
    for (int zeros = 1; zeros <= last; zeros++) {
      byte[] bytes = whole.clone();
      Arrays.fill(bytes, whole.length - zeros, whole.length, (byte) 0);
      Files.write(file, bytes);
      assertThat(Logs.reopened(folder, LARGE)).isEqualTo(THREE.subList(0, 2));
    }
  }

  @Test
  void aSegmentWithoutItsStartIsBegunAgain() throws IOException {
    Path file = writeThree();
    for (int length = 0; length < FrameReader.START; length++) {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
      assertThat(Logs.reopened(folder, LARGE)).isEmpty();
    }
  }

  @Test
  void everyFlippedBitOfTheLastSegmentIsFound() throws IOException {
    Path file = writeThree();
    assertEveryFlipIsFound(file, LARGE);
  }

  @Test
  void everyFlippedBitBeforeTheLastSegmentIsFound() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, LARGE)) {
      log.append(Logs.bytes("first"));
      log.append(Logs.bytes("second"));
      log.seal();
      log.append(Logs.bytes("third"));
    }
    Path file = Logs.files(folder, ".log").get(0);
    assertEveryFlipIsFound(file, LARGE);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Logs.reopened(folder, LARGE))
          .isInstanceOf(CorruptLogException.class);
    }
    Files.delete(file);
    assertThatThrownBy(() -> Logs.reopened(folder, LARGE))
        .isInstanceOf(CorruptLogException.class)
        .hasMessageContaining("00000000000000000001.log is damaged at byte 0: it is missing");
  }

  @Test
  void everyFlippedBitOfASnapshotIsFound() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, LARGE)) {
      log.append(Logs.bytes("first"));
      log.snapshot(1, p -> p.add(ByteBuffer.wrap(Logs.bytes("first"))));
      log.append(Logs.bytes("second"));
    }
    assertThat(Logs.reopened(folder, LARGE)).containsExactly("first", "2 second");
    assertEveryFlipIsFound(Logs.files(folder, ".snapshot").get(0), LARGE);
  }

  private void assertEveryFlipIsFound(Path file, LogOptions options) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      for (int bit : new int[] {1, 128}) {
        byte[] bytes = whole.clone();
        bytes[i] ^= (byte) bit;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Logs.reopened(folder, options))
            .as("byte %d, bit %d", i, bit)
            .isInstanceOf(CorruptLogException.class)
            .hasMessageContaining(file.toString());
      }
    }
    Files.write(file, whole);
  }

  @Test
  void anUnfinishedOrFailedSnapshotChangesNothing() throws IOException {
    writeThree();
    Files.write(folder.resolve("00000000000000000003.snapshot-1.part"), new byte[100]);
    try (ChangeLog log = ChangeLog.open(folder, LARGE)) {
      assertThat(Logs.files(folder, ".part")).isEmpty();
      SnapshotContent full =
          payloads -> {
            payloads.add(ByteBuffer.wrap(new byte[100_000]));
            throw new IOException("No space left on device");
          };
      assertThatThrownBy(() -> log.snapshot(3, full)).hasMessage("No space left on device");
      assertThat(Logs.content(log)).isEqualTo(THREE);
    }
    assertThat(Logs.files(folder, "")).hasSize(2); // the lock and the segment
  }

  @Test
  void aCrashBeforeOldFilesAreDeletedChangesNothing(@TempDir Path before) throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, Logs.SMALL)) {
      for (int i = 1; i <= 30; i++) {
        log.append(Logs.bytes("x".repeat(100)));
        if (i == 10) {
          log.snapshot(10, p -> p.add(ByteBuffer.wrap(Logs.bytes("ten"))));
        }
      }
      Logs.copy(folder, before);
      log.snapshot(25, p -> p.add(ByteBuffer.wrap(Logs.bytes("twenty-five"))));
      assertThat(Logs.files(folder, ".log").size()).isLessThan(Logs.files(before, ".log").size());
    }
    List<String> after = Logs.reopened(folder, Logs.SMALL);
    assertThat(after).hasSize(6).startsWith("twenty-five", "26 " + "x".repeat(100));
    int files = Logs.files(folder, "").size();
    Logs.copy(before, folder); // what was deleted is there again
    assertThat(Logs.reopened(folder, Logs.SMALL)).isEqualTo(after);
    assertThat(Logs.files(folder, "")).hasSize(files);
  }

  @Test
  void aLogThatEndsBeforeItsSnapshotIsRefused() throws IOException {
    Path file = writeThree();
    try (ChangeLog log = ChangeLog.open(folder, LARGE)) {
      log.snapshot(3, p -> {});
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));
    assertThatThrownBy(() -> Logs.reopened(folder, LARGE))
        .isInstanceOf(CorruptLogException.class)
        .hasMessageContaining("it ends before record 3 of the snapshot");
  }
}
