package io.synkro.predict.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may write a journal, within a process and from another. */
class JournalLockTest {
  private static final int LOCKED = 3;
  private static final int FREE = 4;

  private Path file;

  /** Runs as a process of its own and tells by its end whether a file is locked. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) throws IOException {
      try (FileChannel channel =
          FileChannel.open(
              Path.of(arguments[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        System.exit(channel.tryLock() == null ? LOCKED : FREE);
      }
    }
  }

  @BeforeEach
  void chooseFile(@TempDir Path folder) {
    file = folder.resolve("study.jsonl");
  }

  private int seenByAnotherProcess() {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              OtherProcess.class.getName(),
              file.toString())
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StudyResult run(Objective objective, Path journal) throws IOException {
    return Study.builder(SearchSpace.builder().uniform("x", 0, 1).build())
        .maxTrials(2)
        .build()
        .run(objective, journal);
  }

  private static void refused(Path journal) {
    assertThatThrownBy(() -> run(trial -> 1, journal))
        .isInstanceOf(StudyJournalException.class)
        .hasMessageContaining("another study uses it");
  }

  /** On POSIX a process that closes any descriptor of a file loses all its locks of the file. */
  @Test
  void aStudyKeepsItsJournalFromOtherProcessesAfterARefusal() throws IOException {
    Path alias = Files.createSymbolicLink(file.resolveSibling("alias.jsonl"), file);
    run(
        trial -> {
          refused(file);
          refused(alias);
          assertThat(seenByAnotherProcess()).isEqualTo(LOCKED);
          return 1;
        },
        file);
    assertThat(seenByAnotherProcess()).isEqualTo(FREE);
  }

  @Test
  void nothingButTheJournalIsLeft() throws IOException {
    // of this number, but an earlier one than this process
    String number = "study.jsonl.%d-1.lock".formatted(ProcessHandle.current().pid());
    Path dead = Files.createFile(file.resolveSibling(number));
    Path others = Files.createFile(file.resolveSibling("study.jsonl.mine.lock"));
    run(trial -> 1, file);
    assertThat(file).isNotEmptyFile();
    assertThat(dead).doesNotExist();
    assertThat(others).exists();
    Files.writeString(file, "notes\n");
    assertThatThrownBy(() -> run(trial -> 1, file)).hasMessageContaining("no journal");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactlyInAnyOrder(file, others);
    }
  }

  @Test
  void aTrialIsNotAddedToWhatSomeoneElseWrote() {
    assertThatThrownBy(
            () ->
                run(
                    trial -> {
                      append("{}\n");
                      return 1;
                    },
                    file))
        .isInstanceOf(StudyJournalException.class)
        .hasMessageContaining("another study uses it");
    assertThat(file).content().endsWith("{}\n");
  }

  private void append(String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
