package io.synkro.predict.examples.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {
  private final Path parent;
  private final Path target;

  OutputFolderTest(@TempDir Path parent) {
    this.parent = parent;
    this.target = parent.resolve("plan");
  }

  @Test
  void nothingIsAtTheTargetBeforeItIsPublished() throws IOException {
    try (OutputFolder folder = new OutputFolder(target)) {
      write(folder, "new");
      assertThat(target).doesNotExist();

      assertThat(folder.publish()).isEqualTo(target);
    }
    assertThat(target.resolve(OutputFolder.PAGE)).hasContent("new");
    assertThat(children()).containsExactly("plan");
  }

  @Test
  void closingWithoutPublishingLeavesNoTrace() throws IOException {
    Path deep = parent.resolve("a/b/plan");
    try (OutputFolder folder = new OutputFolder(deep)) {
      write(folder, "lost");
      Files.createDirectory(folder.file("data"));
      Files.writeString(folder.file("data").resolve("sales.csv"), "lost");
    }
    assertThat(children()).isEmpty();
  }

  @Test
  void foldersThatOthersBeganToUseAreLeftAlone() throws IOException {
    Path neighbour = parent.resolve("a/neighbour");
    try (OutputFolder folder = new OutputFolder(parent.resolve("a/b/plan"))) {
      write(folder, "lost");
      Files.createDirectory(neighbour);
    }
    assertThat(parent.resolve("a/b")).doesNotExist();
    assertThat(neighbour).isDirectory();
  }

  @Test
  void anOwnReportIsReplacedAsAWhole() throws IOException {
    publish("old", "patterns.txt");
    Path data = Files.createDirectory(target.resolve("data"));
    Files.writeString(data.resolve("sales.csv"), "old");
    try (OutputFolder folder = new OutputFolder(target)) {
      write(folder, "new");
      assertThat(target.resolve(OutputFolder.PAGE)).hasContent("old");
      folder.publish();
    }
    assertThat(target.resolve(OutputFolder.PAGE)).hasContent("new");
    assertThat(target.resolve("patterns.txt")).doesNotExist();
    assertThat(data).doesNotExist();
    assertThat(children()).containsExactly("plan");
  }

  @Test
  void anOldReportSurvivesARunThatFails() throws IOException {
    publish("old");
    try (OutputFolder folder = new OutputFolder(target)) {
      write(folder, "half");
    }
    assertThat(target.resolve(OutputFolder.PAGE)).hasContent("old");
    assertThat(children()).containsExactly("plan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine.txt", "data/mine.txt", "data/deep/er/mine.txt"})
  void aFolderWithForeignFilesIsRefusedAndUntouched(String name) throws IOException {
    publish("old"); // even beside a page of ours
    Path mine = target.resolve(name);
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine");

    assertThatThrownBy(() -> new OutputFolder(target))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(target.toString(), "no report of ours", "Maybe", "--out");
    assertThat(mine).hasContent("mine");
    assertThat(children()).containsExactly("plan");
  }

  @Test
  void filesThatCameMeanwhileAreNotReplaced() throws IOException {
    Path mine = target.resolve("mine.txt");
    try (OutputFolder folder = new OutputFolder(target)) {
      write(folder, "new");
      Files.createDirectory(target);
      Files.writeString(mine, "mine");
      assertThatThrownBy(folder::publish).isInstanceOf(UsageException.class);
    }
    assertThat(mine).hasContent("mine");
    assertThat(children()).containsExactly("plan");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Files.writeString(target, "mine");
    assertThatThrownBy(() -> new OutputFolder(target))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(target.toString(), "is a file", "Maybe");
    assertThat(target).hasContent("mine");
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Files.createDirectory(target);
    publish("new");
    assertThat(target.resolve(OutputFolder.PAGE)).hasContent("new");
  }

  @Test
  void inputThatWouldBeReplacedIsRefused() throws IOException {
    try (OutputFolder folder = new OutputFolder(target)) {
      Path sales = target.resolve("data/../data/sales.csv");
      assertThatThrownBy(() -> folder.requireOutside(sales))
          .isInstanceOf(UsageException.class)
          .hasMessageContainingAll(sales.toString(), target.toString(), "Maybe");
      folder.requireOutside(parent.resolve("planned/sales.csv"));
    }
  }

  @Test
  void permissionsAreTheOrdinaryOnes() throws IOException {
    assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"));
    publish("new");
    Path ordinary = Files.createDirectory(parent.resolve("ordinary"));
    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void twoAtOnceDoNotMix() throws IOException {
    try (OutputFolder first = new OutputFolder(target);
        OutputFolder second = new OutputFolder(target)) {
      write(first, "first");
      write(second, "second");
      first.publish();
      assertThat(target.resolve(OutputFolder.PAGE)).hasContent("first");
      second.publish();
    }
    assertThat(target.resolve(OutputFolder.PAGE)).hasContent("second");
    assertThat(children()).containsExactly("plan");
  }

  private void publish(String page, String... others) throws IOException {
    try (OutputFolder folder = new OutputFolder(target)) {
      write(folder, page);
      for (String other : others) {
        Files.writeString(folder.file(other), page);
      }
      folder.publish();
    }
  }

  private static void write(OutputFolder folder, String page) throws IOException {
    Files.writeString(folder.file(OutputFolder.PAGE), page);
  }

  private List<String> children() throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
