package io.synkro.predict.search;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A journal that is damaged, belongs to another study, or is in use. */
public final class StudyJournalException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /** A problem may quote the file. */
  private static final int MOST = 300;

  private final String file;
  private final int line;

  /**
   * Creates an exception.
   *
   * @param file the journal
   * @param line the line at fault, from 1; 0 if it is the file as a whole
   * @param problem what is wrong, a clause without a full stop
   * @param remedy what to try
   * @param cause what happened below, or null
   */
  public StudyJournalException(
      Path file, int line, String problem, String remedy, @Nullable Throwable cause) {
    super(
        "The journal %s cannot be used%s: %s. Maybe %s."
            .formatted(
                file,
                line == 0 ? "" : ", line " + line,
                Require.abbreviated(problem, MOST),
                remedy),
        cause);
    this.file = file.toString();
    this.line = line;
  }

  /**
   * Returns which journal.
   *
   * @return its path as it was given
   */
  public String file() {
    return file;
  }

  /**
   * Returns which line is at fault.
   *
   * @return from 1; 0 if it is the file as a whole
   */
  public int line() {
    return line;
  }
}
