package io.synkro.predict.csv;

import io.synkro.predict.SynkroPredictException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a whole: no tolerance for single lines would help. */
public final class UnreadableFileException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;

  /**
   * Creates an exception whose message reads "file:line: problem. Maybe remedy."
   *
   * @param file the file
   * @param line line at which the problem shows, from 1; 0 if it belongs to no line
   * @param problem what is wrong, a sentence without its full stop
   * @param remedy how to mend it, to be read after "Maybe"; empty if there is nothing to add
   * @param cause what happened below, or null
   */
  public UnreadableFileException(
      Path file, long line, String problem, String remedy, @Nullable Throwable cause) {
    super(
        "%s%s: %s.%s"
            .formatted(
                file,
                line > 0 ? ":" + line : "",
                problem,
                remedy.isEmpty() ? "" : " Maybe " + remedy + "."),
        cause);
    this.file = file.toString();
    this.line = line;
  }

  UnreadableFileException(Path file, long line, String problem, String remedy) {
    this(file, line, problem, remedy, null);
  }

  /**
   * Returns the file.
   *
   * @return its path as it was given
   */
  public String file() {
    return file;
  }

  /**
   * Returns the line at which the problem shows.
   *
   * @return from 1; 0 if it belongs to no line
   */
  public long line() {
    return line;
  }
}
