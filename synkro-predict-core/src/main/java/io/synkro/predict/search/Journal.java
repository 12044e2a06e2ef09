package io.synkro.predict.search;

import io.synkro.predict.InvalidInputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that a study can be resumed from, locked while it is open. Each trial is a line that is
 * on the disk before the next trial begins, so that whatever stops the study can damage the last
 * line alone; see {@link JournalFormat}. Not safe for use by many threads.
 */
final class Journal implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int MOST_BYTES = 1 << 30;
  private static final String OTHER_FILE =
      "give another file, or the options of the study that began it";

  private final Path file;
  private final JournalLock lock;
  private final FileChannel channel;
  private final List<TrialResult> finished = new ArrayList<>();

  private Journal(Path file, JournalLock lock) {
    this.file = file;
    this.lock = lock;
    this.channel = lock.channel();
  }

  /**
   * Opens a journal, or begins one if the file is new or empty.
   *
   * @throws StudyJournalException if it is damaged, of another study, or in use
   */
  static Journal open(Path file, StudyPlan plan) throws IOException {
    Journal journal = new Journal(file, JournalLock.acquire(file));
    boolean opened = false;
    try {
      journal.load(plan);
      opened = true;
    } finally {
      if (!opened) {
        journal.close();
      }
    }
    return journal;
  }

  private void load(StudyPlan plan) throws IOException {
    String expected = new String(JournalFormat.header(plan), StandardCharsets.ISO_8859_1);
    String text = read();
    if (text.indexOf('\n') < 0) {
      if (!expected.startsWith(text)) { // whatever it is, it is not ours to overwrite
        throw refused(1, "it is no journal of a study", OTHER_FILE, null);
      }
      keep(0);
      append(JournalFormat.header(plan));
      return;
    }
    int end = text.indexOf('\n') + 1;
    requireHeader(text.substring(0, end), expected);
    int line = 2;
    while (text.indexOf('\n', end) >= 0) {
      int next = text.indexOf('\n', end) + 1;
      String content = text.substring(end, next - 1);
      if (!JournalFormat.intact(content)) {
        if (next == text.length()) {
          break; // the disk may have got the end of a line and not its middle
        }
        throw refused(line, "it is damaged", "restore the file, or cut it off before it", null);
      }
      finished.add(trial(content, line, plan));
      end = next;
      line++;
    }
    if (end < text.length()) {
      LOG.warn("Dropped the unfinished line {} of the journal {}.", line, file);
    }
    keep(end);
  }

  private String read() throws IOException {
    if (channel.size() > MOST_BYTES) {
      throw refused(0, "it has more than %d bytes".formatted(MOST_BYTES), OTHER_FILE, null);
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // a read may give less than there is
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
  }

  private void requireHeader(String header, String expected) {
    if (header.equals(expected)) {
      return;
    }
    String problem = "it is no journal of a study, or damaged";
    if (JournalFormat.intact(header.substring(0, header.length() - 1))) {
      problem = JournalFormat.difference(header, expected);
    }
    throw refused(1, problem, OTHER_FILE, null);
  }

  private TrialResult trial(String content, int line, StudyPlan plan) {
    try {
      return JournalFormat.trial(content, line - 2, plan.space());
    } catch (InvalidInputException e) {
      String problem = String.valueOf(e.getMessage());
      throw refused(
          line,
          problem.endsWith(".") ? problem.substring(0, problem.length() - 1) : problem,
          "restore the file, or cut it off before it",
          e);
    }
  }

  private StudyJournalException refused(
      int line, String problem, String remedy, @Nullable Throwable cause) {
    return new StudyJournalException(file, line, problem, remedy, cause);
  }

  private void keep(long bytes) throws IOException {
    channel.truncate(bytes);
    channel.position(bytes);
  }

  /** Trials that were there when it was opened. */
  List<TrialResult> finished() {
    return finished;
  }

  void append(TrialResult result) throws IOException {
    append(JournalFormat.trial(result));
  }

  /** Where the lock was lost, another may have written meanwhile; see {@link JournalLock}. */
  private void append(byte[] line) throws IOException {
    if (channel.size() != channel.position()) {
      throw JournalLock.inUse(file, null);
    }
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Gives up the lock as well. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
