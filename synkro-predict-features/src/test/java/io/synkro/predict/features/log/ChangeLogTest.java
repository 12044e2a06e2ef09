package io.synkro.predict.features.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeLogTest {
  private final Path folder;

  ChangeLogTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void recordsOfAnySizeComeBackInOrder(Durability durability) throws IOException {
    int[] sizes = {0, 1, 300, (1 << 16) - 21, (1 << 16) - 20, (1 << 16) - 16, 1 << 16, 3_000_000};
    List<byte[]> appended = new ArrayList<>();
    try (ChangeLog log = ChangeLog.open(folder, durability)) {
      for (int size : sizes) {
        byte[] payload = new byte[size];
        new SplittableRandom(size).nextBytes(payload);
        appended.add(payload);
        ByteBuffer buffer = ByteBuffer.allocateDirect(size + 2).put(1, payload);
        buffer.position(1).limit(size + 1);
        assertThat(log.append(buffer)).isEqualTo(appended.size());
        assertThat(buffer.remaining()).isEqualTo(size);
      }
    }
    List<byte[]> read = new ArrayList<>();
    try (ChangeLog log = ChangeLog.open(folder, durability)) {
      assertThat(log.lastSequence()).isEqualTo(sizes.length);
      log.replay(
          p -> {},
          (n, p) -> {
            byte[] bytes = new byte[p.remaining()];
            p.get(bytes);
            read.add(bytes);
          });
    }
    assertThat(Arrays.deepEquals(read.toArray(), appended.toArray())).isTrue();
  }

  /** Against a list: whatever is done and however often it is reopened, nothing is lost. */
  @Test
  void randomUseKeepsEverything() throws IOException {
    for (int seed = 0; seed < 6; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Path own = folder.resolve("run" + seed);
      List<String> all = new ArrayList<>();
      long covered = 0;
      ChangeLog log = ChangeLog.open(own, Logs.SMALL);
      for (int step = 0; step < 150; step++) {
        int what = random.nextInt(20);
        if (what == 0) {
          log.close();
          log = ChangeLog.open(own, Logs.SMALL);
          assertThat(Logs.content(log)).isEqualTo(expected(all, covered));
        } else if (what == 1 && !all.isEmpty()) {
          covered = Math.max(Math.max(1, covered), random.nextInt(all.size() + 1));
          log.snapshot(covered, snapshotOf(all, covered));
        } else if (what == 2) {
          log.seal();
        } else {
          String text = "record " + "x".repeat(random.nextInt(200));
          all.add(text);
          assertThat(log.append(Logs.bytes(text))).isEqualTo(all.size());
        }
      }
      assertThat(Logs.content(log)).isEqualTo(expected(all, covered));
      log.close();
    }
  }

  private static SnapshotContent snapshotOf(List<String> all, long covered) {
    return payloads -> {
      for (String text : all.subList(0, (int) covered)) {
        payloads.add(ByteBuffer.wrap(Logs.bytes(text)));
      }
    };
  }

  private static List<String> expected(List<String> all, long covered) {
    return IntStream.range(0, all.size())
        .mapToObj(i -> i < covered ? all.get(i) : (i + 1) + " " + all.get(i))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void manyThreadsAppend(Durability durability) throws Exception {
    LogOptions options = new LogOptions(durability, 4096, false);
    int threads = 6;
    int each = durability == Durability.PROCESS_CRASH ? 500 : 10;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<String> expected = new ArrayList<>();
    try (ChangeLog log = ChangeLog.open(folder, options)) {
      List<Future<List<String>>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        String name = "thread " + t;
        work.add(pool.submit(() -> appendAll(log, name, each)));
      }
      for (Future<List<String>> done : work) {
        expected.addAll(done.get());
      }
    } finally {
      pool.shutdownNow();
    }
    List<String> content = Logs.reopened(folder, options);
    assertThat(new TreeSet<>(content)).isEqualTo(new TreeSet<>(expected));
    assertThat(content).hasSize(threads * each);
    assertThat(content.get(9)).startsWith("10 ");
  }

  private static List<String> appendAll(ChangeLog log, String name, int count) {
    List<String> appended = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = name + " " + i;
      appended.add(log.append(Logs.bytes(text)) + " " + text);
    }
    return appended;
  }

  @Test
  void anInterruptedThreadDoesNotHarmTheLog() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, Durability.POWER_LOSS)) {
      Thread.currentThread().interrupt();
      log.append(Logs.bytes("a"));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(log.append(Logs.bytes("b"))).isEqualTo(2);
    }
  }

  @Test
  void aClosedLogRefusesEverything() throws IOException {
    ChangeLog log = ChangeLog.open(folder, Durability.PROCESS_CRASH);
    log.append(Logs.bytes("a"));
    log.close();
    try (ChangeLog next = ChangeLog.open(folder, Durability.PROCESS_CRASH)) {
      log.close(); // a second time: the folder is another's by now
      assertThatThrownBy(() -> log.append(Logs.bytes("b")))
          .isInstanceOf(LogClosedException.class)
          .hasMessageContaining(folder.toString());
      assertThatThrownBy(() -> log.snapshot(1, p -> {})).isInstanceOf(LogClosedException.class);
      assertThatThrownBy(log::seal).isInstanceOf(LogClosedException.class);
      assertThatThrownBy(() -> ChangeLog.open(folder, Durability.PROCESS_CRASH))
          .isInstanceOf(FolderInUseException.class);
      assertThat(next.lastSequence()).isEqualTo(1);
    }
  }

  @Test
  void aSnapshotStandsForRecordsThatExist() throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, Durability.PROCESS_CRASH)) {
      log.append(Logs.bytes("a"));
      assertThatThrownBy(() -> log.snapshot(2, p -> {}))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("through (2) must be from 1 to 1");
      assertThat(Logs.files(folder, ".snapshot")).isEmpty();
      assertThat(Files.exists(folder.resolve("lock"))).isTrue();
    }
  }
}
