package io.synkro.predict.features.validation;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.validation.QuarantineFile.Content;
import io.synkro.predict.features.validation.QuarantineFile.DiscardLine;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Lineage;
import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows that did not meet their expectations, on disk until somebody looks at them: a folder for
 * each view, in it a file of JSON lines for each entry. A file is whole or absent, whatever happens
 * to the process. Files are for people to read and not to edit: they carry a checksum.
 *
 * <p>Rows leave the quarantine at least once: {@link #replay} removes them after the sink has
 * accepted them, so a crash in between hands them over again. That is harmless for a feature store,
 * in which a row of the same key, event time and known-at time takes the place of the earlier one.
 *
 * <p>Safe for use by many threads and processes, in this sense: nothing is lost, and two that
 * replay one entry at the same time may both hand its rows over.
 */
public final class Quarantine {
  private static final String ENDING = ".jsonl";
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}/[0-9]{8}T[0-9]{9}Z-[0-9a-f]{16}");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path entries;
  private final Path discards;
  private final Clock clock;

  private Quarantine(Path folder, Clock clock) {
    this.entries = folder.resolve("entries");
    this.discards = folder.resolve("discarded");
    this.clock = clock;
  }

  /**
   * Opens a quarantine.
   *
   * @param folder where it lies; created if it does not exist
   * @param clock tells when rows are set aside, replayed and discarded
   * @return the quarantine
   * @throws IOException if the folder cannot be created
   */
  public static Quarantine open(Path folder, Clock clock) throws IOException {
    Quarantine quarantine = new Quarantine(folder.toAbsolutePath(), clock);
    Files.createDirectories(quarantine.entries);
    Files.createDirectories(quarantine.discards);
    return quarantine;
  }

  /**
   * Sets rows aside. They are on the disk when this method returns.
   *
   * @param view the view that they were to be written to
   * @param rows at least one row, such as {@link ValidationOutcome.Accepted#quarantined()}
   * @param lineage where they come from
   * @return the id of the entry; the same if the same rows are added in the same millisecond
   * @throws IOException if they cannot be written
   */
  public String add(FeatureView view, QuarantinedRows rows, Lineage lineage) throws IOException {
    Require.atLeast("quarantined rows", rows.batch().rows(), 1, "add only what was set aside");
    Instant now = clock.instant();
    QuarantineEntry entry =
        new QuarantineEntry("", view.name(), view.version(), 0, Map.of(), lineage, now);
    byte[] bytes = QuarantineFile.encode(entry, rows);
    String hash = HexFormat.of().formatHex(Sha256.of(bytes, bytes.length)).substring(0, 16);
    String id = "%s/%s-%s".formatted(view.name(), STAMP.format(now), hash);
    Files.createDirectories(entries.resolve(view.name()));
    QuarantineFile.write(file(id), bytes);
    return id;
  }

  /**
   * Lists the entries of a view, whatever its version, without reading their rows.
   *
   * @param view the view
   * @return the entries, oldest first; empty if none of its rows is in quarantine
   * @throws IOException if a file cannot be read
   * @throws CorruptQuarantineException if the first line of a file is damaged
   */
  public List<QuarantineEntry> entries(FeatureView view) throws IOException {
    List<QuarantineEntry> found = new ArrayList<>();
    for (Path file : files(entries.resolve(view.name()))) {
      found.add(QuarantineFile.entry(file, view.name() + '/' + stem(file)));
    }
    return found;
  }

  /**
   * Reads an entry.
   *
   * @param id its id
   * @return its rows, bit for bit (of the many NaNs there is one), and why they were set aside
   * @throws IOException if the file cannot be read
   * @throws CorruptQuarantineException if the file is damaged; names file and line
   */
  public QuarantinedRows read(String id) throws IOException {
    return content(id).rows();
  }

  /**
   * Validates entries again and hands the rows that now pass to a sink, entry by entry. Rows that
   * still fail stay, with their new reasons. Expectations on a batch as a whole judge the rows of
   * an entry as a batch; give {@link Expectations#withoutBatchWide()} where that makes no sense.
   *
   * @param ids the entries
   * @param expectations what to expect of the rows now; their view goes to the sink
   * @param sink takes the rows
   * @return what became of each entry, in order
   * @throws IOException if a file or the sink fails; entries before are done, that one stays whole
   * @throws CorruptQuarantineException if a file is damaged; as above
   */
  public List<Replay> replay(List<String> ids, Expectations expectations, QuarantineSink sink)
      throws IOException {
    List<Replay> replays = new ArrayList<>();
    for (String id : ids) {
      replays.add(replay(id, expectations, sink));
    }
    return replays;
  }

  private Replay replay(String id, Expectations expectations, QuarantineSink sink)
      throws IOException {
    Content content = content(id);
    FeatureView view = expectations.view();
    Require.that(
        view.name().equals(content.entry().view()),
        "view",
        view.name(),
        "must be that of entry " + id,
        "replay the entries of each view with its own expectations");
    ValidationOutcome outcome = expectations.validate(content.rows().batch(), clock.instant());
    if (!(outcome instanceof ValidationOutcome.Accepted accepted)) {
      return new Replay(id, 0, content.entry().rows(), outcome.report());
    }
    if (accepted.batch().rows() > 0) {
      sink.accept(view, accepted.batch(), content.entry().lineage());
    }
    int kept = accepted.quarantined().batch().rows();
    if (kept == 0) {
      Files.deleteIfExists(file(id));
    } else {
      QuarantineFile.write(
          file(id), QuarantineFile.encode(content.entry(), accepted.quarantined()));
    }
    return new Replay(id, accepted.batch().rows(), kept, accepted.report());
  }

  /**
   * Throws an entry away. That it was there, and why it was thrown away, stays.
   *
   * @param id its id
   * @param reason why, 1 to 256 characters
   * @throws IOException if a file cannot be written or removed
   */
  public void discard(String id, String reason) throws IOException {
    Require.identifier("reason", reason);
    QuarantineEntry entry = QuarantineFile.entry(existing(id), id);
    byte[] line =
        QuarantineFile.JSON.writeValueAsBytes(DiscardLine.of(entry, reason, clock.instant()));
    // the line first: after a crash in between the entry is still there and can be discarded again
    QuarantineFile.write(discards.resolve(id.replace('/', '@') + ENDING), line);
    Files.deleteIfExists(file(id));
  }

  /**
   * Lists what was thrown away.
   *
   * @return ordered by view, oldest first
   * @throws IOException if a file cannot be read
   * @throws CorruptQuarantineException if a file is damaged
   */
  public List<Discard> discards() throws IOException {
    List<Discard> found = new ArrayList<>();
    for (Path file : files(discards)) {
      String line = Files.readString(file, StandardCharsets.UTF_8);
      found.add(QuarantineFile.parse(file, 1, line, DiscardLine.class).discard());
    }
    return found;
  }

  private Content content(String id) throws IOException {
    return QuarantineFile.read(existing(id), id);
  }

  private Path existing(String id) {
    Path file = file(id);
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          "entry", id, "must be in the quarantine", "it was replayed or discarded; see entries()");
    }
    return file;
  }

  private Path file(String id) {
    Require.that(
        ID.matcher(id).matches(), "entry", id, "must be an id that this quarantine gave", "");
    return entries.resolve(id + ENDING);
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ENDING.length());
  }

  /** Files that are whole, in the order of their names. */
  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + ENDING)) {
        stream.forEach(files::add);
      }
    }
    files.sort(null);
    return files;
  }
}
