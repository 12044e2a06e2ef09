package io.synkro.predict.features.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that no commit names. Stateless. */
final class Leftovers {
  private Leftovers() {}

  static List<Path> delete(CommitLog log, Instant writtenBefore) throws IOException {
    // listed before the commits are read: what is committed in between is then not taken for one
    List<Path> candidates = new ArrayList<>(old(log.segmentFolder(), writtenBefore));
    candidates.addAll(old(log.commitFolder(), writtenBefore));
    candidates.addAll(old(log.folder(), writtenBefore));
    Set<String> used =
        log.read().stream().map(commit -> commit.segment().name()).collect(Collectors.toSet());
    List<Path> deleted = new ArrayList<>();
    for (Path file : candidates) {
      String name = String.valueOf(file.getFileName());
      boolean leftover = name.endsWith(".part") || (name.endsWith(".seg") && !used.contains(name));
      if (leftover && Files.deleteIfExists(file)) {
        deleted.add(file);
      }
    }
    return deleted;
  }

  private static List<Path> old(Path folder, Instant writtenBefore) throws IOException {
    List<Path> old = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (isOld(file, writtenBefore)) {
            old.add(file);
          }
        }
      }
    }
    return old;
  }

  private static boolean isOld(Path file, Instant writtenBefore) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(writtenBefore);
    } catch (NoSuchFileException e) { // it has been moved to its place
      return false;
    }
  }
}
