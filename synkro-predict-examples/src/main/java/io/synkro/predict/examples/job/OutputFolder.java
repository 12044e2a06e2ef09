package io.synkro.predict.examples.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is complete or absent: everything is written to a staging folder beside it, which
 * takes its place at the end. Closing without {@link #publish} leaves nothing behind.
 */
public final class OutputFolder implements AutoCloseable {
  /** Every folder that this program has written holds this file. */
  public static final String PAGE = "report.html";

  private final Path target;
  private final Path staging;

  /**
   * Creates the staging folder.
   *
   * @param target folder to write in the end; may exist if this program wrote it, or if it is empty
   * @throws UsageException if the folder holds something else
   * @throws IOException if nothing can be written there
   */
  public OutputFolder(Path target) throws IOException {
    this.target = target.toAbsolutePath().normalize();
    requireOurs(this.target);
    Path parent = this.target.getParent();
    if (parent == null) {
      throw new UsageException(
          "Folder %s cannot be replaced. Maybe name another.".formatted(target));
    }
    Files.createDirectories(parent);
    this.staging = createBeside(this.target);
  }

  /** Not a temporary folder of the JDK: that would be closed to everybody else once published. */
  private static Path createBeside(Path target) throws IOException {
    for (int k = 1; ; k++) {
      Path staging = target.resolveSibling(".%s.staging-%d".formatted(target.getFileName(), k));
      try {
        return Files.createDirectory(staging);
      } catch (FileAlreadyExistsException e) {
        // another run is at work there, or one was killed: take the next name
      }
    }
  }

  private static void requireOurs(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.exists(folder.resolve(PAGE))) {
      return;
    }
    boolean empty = false;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> children = Files.list(folder)) {
        empty = children.findAny().isEmpty();
      }
    }
    if (!empty) {
      throw new UsageException(
          "Folder %s exists and holds no report of ours. Maybe choose another with --out."
              .formatted(folder));
    }
  }

  /**
   * Returns where to write a file for now.
   *
   * @param name its name in the folder
   * @return its path in the staging folder
   */
  public Path file(String name) {
    return staging.resolve(name);
  }

  /**
   * Puts the staging folder in the target's place.
   *
   * @return the target
   * @throws IOException if it cannot be moved; the old target is then still there
   */
  public Path publish() throws IOException {
    Path old = staging.resolveSibling(staging.getFileName() + ".old");
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.exists(old)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    deleteTree(old);
    return target;
  }

  @Override
  public void close() throws IOException {
    deleteTree(staging);
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
