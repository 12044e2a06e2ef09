package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commits of one version of a view: files with rising numbers, each of which is written once. A
 * writer takes number n + 1 only after it has read commits 1 to n and has not found its batch among
 * them; so however many processes write, numbers have no gaps and no batch is committed twice. What
 * has been read is kept, since commits never change. Safe for use by many threads.
 */
final class CommitLog {
  private final Path folder;
  private final Path commitFolder;
  private final List<Commit> commits = new ArrayList<>();
  private final Map<String, Commit> byBatch = new HashMap<>();
  private String lastDigest = "";

  /** Whether commits have been looked for that lie behind a gap. */
  private boolean complete;

  CommitLog(Path folder) {
    this.folder = folder;
    this.commitFolder = folder.resolve("commits");
  }

  Path folder() {
    return folder;
  }

  Path segmentFolder() {
    return folder.resolve("segments");
  }

  Path viewFile() {
    return folder.resolve("view.json");
  }

  Path commitFolder() {
    return commitFolder;
  }

  /** Makes the folders and describes the view, unless that has been done. */
  void create(FeatureView view) throws IOException {
    if (!Files.exists(viewFile())) {
      Folders.create(commitFolder);
      Folders.create(segmentFolder());
      ViewFile.write(viewFile(), view); // of two writers both write the same
      Folders.sync(folder);
    }
  }

  /** Returns all commits that are there now, in order. */
  synchronized List<Commit> read() throws IOException {
    int last = complete ? 0 : lastNumber();
    readOn();
    if (commits.size() < last) {
      throw new CorruptStoreException(
          commitFolder.resolve(CommitFile.name(commits.size() + 1)),
          "it is missing, though there is a commit %d".formatted(last));
    }
    complete = true;
    return List.copyOf(commits);
  }

  /** Returns the commit of a batch, which is then on the disk. */
  synchronized Optional<Commit> find(String batchId) throws IOException {
    read();
    Optional<Commit> found = Optional.ofNullable(byBatch.get(batchId));
    if (found.isPresent()) {
      Folders.sync(commitFolder); // its writer may not have come to that yet
    }
    return found;
  }

  /** Commits a segment that is on the disk, unless its batch has been committed. */
  synchronized Commit append(String batchId, Segment segment, Lineage lineage) throws IOException {
    while (true) {
      Optional<Commit> earlier = find(batchId);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      if (!Files.exists(segmentFolder().resolve(segment.name()))) {
        throw new IOException("Segment %s was swept before its commit".formatted(segment.name()));
      }
      int number = Math.addExact(commits.size(), 1);
      Commit commit = new Commit(number, batchId, segment, lineage, lastDigest);
      byte[] bytes = CommitFile.encode(commit);
      if (Folders.writeIfAbsent(commitFolder.resolve(CommitFile.name(number)), bytes)) {
        Folders.sync(commitFolder);
        add(commit, SealedJson.digest(bytes));
        return commit;
      }
    }
  }

  private void readOn() throws IOException {
    while (true) {
      Path file = commitFolder.resolve(CommitFile.name(commits.size() + 1));
      if (!Files.exists(file)) {
        return;
      }
      SealedJson json = SealedJson.read(file);
      add(CommitFile.decode(file, json, lastDigest), json.digest());
    }
  }

  private void add(Commit commit, String digest) {
    commits.add(commit);
    byBatch.put(commit.batchId(), commit);
    lastDigest = digest;
  }

  private int lastNumber() throws IOException {
    if (!Files.isDirectory(commitFolder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(commitFolder)) {
      return files
          .mapToInt(file -> CommitFile.number(String.valueOf(file.getFileName())))
          .max()
          .orElse(0);
    }
  }
}
