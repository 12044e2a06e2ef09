package io.synkro.predict.features.store;

import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.internal.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The folder of the online store: {@code log}, {@code id} and, for each version of a view, {@code
 * loaded/NAME/VERSION} with the number of the last commit of the offline store that has been looked
 * at for it. All of it can be made again from the offline store, if the log has been compacted.
 */
final class OnlineFolder {
  private final Path root;

  OnlineFolder(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root);
  }

  Path log() {
    return root.resolve("log");
  }

  /**
   * Returns what tells this log from one that lies here after the folder has been deleted: numbers
   * of records then begin at 1 again, and would name other rows.
   */
  String id() throws IOException {
    Path file = root.resolve("id");
    if (!Files.exists(file)) {
      write(file, UUID.randomUUID().toString());
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** Returns the last commit that has been looked at, or nothing if none ever was. */
  OptionalInt loaded(FeatureView view) throws IOException {
    Path file = file(view);
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  void setLoaded(FeatureView view, int commit) throws IOException {
    Files.createDirectories(root.resolve("loaded").resolve(view.name()));
    write(file(view), Integer.toString(commit));
  }

  private Path file(FeatureView view) {
    return root.resolve("loaded").resolve(view.name()).resolve(view.version());
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
