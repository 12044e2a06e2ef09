package io.synkro.predict.features.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
  private static final int ROUNDS = 3;

  /** Two processes at a time are killed (SIGKILL) in the middle of whatever they do. */
  @Test
  void whatWasAcknowledgedOutlivesItsWriter(@TempDir Path folder) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Process> processes = List.of(start(folder, round, "a"), start(folder, round, "b"));
      try {
        for (Process process : processes) {
          BufferedReader out = reader(process);
          for (int line = 0; line < 10 + 7 * round; line++) {
            acknowledged.add(out.readLine());
          }
        }
      } finally {
        processes.forEach(Process::destroyForcibly);
      }
      for (Process process : processes) {
        assertThat(process.waitFor()).isEqualTo(128 + 9);
      }
      assertWhole(folder, acknowledged);
    }
    OfflineStore store = OfflineStore.open(folder);
    store.sweep(Instant.now().plusSeconds(60));
    assertWhole(folder, acknowledged);
  }

  private static void assertWhole(Path folder, List<String> acknowledged) throws IOException {
    OfflineStore store = OfflineStore.open(folder);
    List<Commit> commits = store.commits(Cases.VIEW);
    assertThat(commits.stream().map(Commit::batchId)).doesNotHaveDuplicates();
    assertThat(commits.stream().map(Commit::batchId)).containsAll(acknowledged);
    assertThat(commits.stream().map(Commit::number))
        .isEqualTo(IntStream.rangeClosed(1, commits.size()).boxed().toList());
    assertThat(store.history(Cases.VIEW).rows()).isEqualTo(CommittingProcess.ROWS * commits.size());
  }

  private static Process start(Path folder, int round, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CommittingProcess.class.getName(),
            folder.toString(),
            "round-" + round,
            name)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
