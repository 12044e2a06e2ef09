package io.synkro.predict.features.log;

import io.synkro.predict.SynkroPredictException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A record that could not be written, so it is not acknowledged; those before it are unharmed. If
 * it was written but could not be forced to the disk, the next opening may find it or not.
 */
public final class LogWriteException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final boolean usable;

  /**
   * Creates an exception.
   *
   * @param file file that could not be written to
   * @param usable whether later records may be appended
   * @param cause what the operating system says
   */
  public LogWriteException(Path file, boolean usable, IOException cause) {
    super(
        "%s cannot be written (%s); the record is not acknowledged. Maybe %s."
            .formatted(
                file,
                cause.getMessage(),
                usable
                    ? "make room on the disk and append it again"
                    : "close the log, repair the disk and open the log again"),
        cause);
    this.usable = usable;
  }

  /**
   * Returns whether later records may be appended.
   *
   * @return false if the log refuses all until it is opened again
   */
  public boolean usable() {
    return usable;
  }
}
