package io.synkro.predict.features.validation;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of a quarantine that is damaged or cut short. */
public final class CorruptQuarantineException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /** A problem may quote the file. */
  private static final int MOST = 300;

  private final String file;
  private final int line;

  /**
   * Creates an exception.
   *
   * @param file the file
   * @param line its first line that is wrong, from 1
   * @param problem what is wrong with it, a clause without a full stop
   * @param cause what happened below, or null
   */
  public CorruptQuarantineException(
      Path file, int line, String problem, @Nullable Throwable cause) {
    super(
        "Line %d of %s is corrupt: %s. Maybe restore the file, or move it away and write its rows again."
            .formatted(line, file, Require.abbreviated(problem, MOST)),
        cause);
    this.file = file.toString();
    this.line = line;
  }

  /**
   * Returns the file.
   *
   * @return its path
   */
  public String file() {
    return file;
  }

  /**
   * Returns where the file is wrong.
   *
   * @return number of the first wrong line, from 1
   */
  public int line() {
    return line;
  }
}
