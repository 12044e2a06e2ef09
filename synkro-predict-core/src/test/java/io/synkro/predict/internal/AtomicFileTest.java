package io.synkro.predict.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private final Path folder;
  private final Path file;

  AtomicFileTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("model");
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    Files.writeString(file, "old and longer");
    AtomicFile.write(file, out -> out.write(new byte[] {110, 101, 119}));
    assertThat(file).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("model");
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("model");
  }

  @Test
  void permissionsAreThoseOfAnyOtherNewFile() throws IOException {
    AtomicFile.write(file, out -> out.write(1));
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }
}
