package io.synkro.predict.features.log;

import io.synkro.predict.SynkroPredictException;
import java.nio.file.Path;

/** A file of a log that is damaged: no later record is read, and none is skipped. */
public final class CorruptLogException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;

  /**
   * Creates an exception.
   *
   * @param file the damaged file
   * @param offset where the damage begins, in bytes from the start of the file
   * @param problem what is wrong there
   */
  public CorruptLogException(Path file, long offset, String problem) {
    super(
        "%s is damaged at byte %d: %s. Maybe restore the folder from a backup."
            .formatted(file, offset, problem));
    this.file = file.toString();
    this.offset = offset;
  }

  /**
   * Returns the damaged file.
   *
   * @return its path
   */
  public String file() {
    return file;
  }

  /**
   * Returns where the damage begins.
   *
   * @return bytes from the start of the file
   */
  public long offset() {
    return offset;
  }
}
