package io.synkro.predict.features.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the tests of logs have in common. */
final class Logs {
  /** Segments that are full after a few records. */
  static final LogOptions SMALL = new LogOptions(Durability.PROCESS_CRASH, 1024, false);

  private Logs() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(ByteBuffer payload) {
    return StandardCharsets.UTF_8.decode(payload).toString();
  }

  /** Returns payloads of the snapshot, and then records as "number text". */
  static List<String> content(ChangeLog log) throws IOException {
    List<String> content = new ArrayList<>();
    log.replay(p -> content.add(text(p)), (n, p) -> content.add(n + " " + text(p)));
    return content;
  }

  static List<String> reopened(Path folder, LogOptions options) throws IOException {
    try (ChangeLog log = ChangeLog.open(folder, options)) {
      return content(log);
    }
  }

  static List<Path> files(Path folder, String ending) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ending)) {
      all.forEach(files::add);
    }
    files.sort(null);
    return files;
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(from, "")) {
      if (!Files.exists(to.resolve(file.getFileName()))) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
