package io.synkro.predict.features.log;

import io.synkro.predict.SynkroPredictException;
import java.nio.file.Path;

/** A log, or a store on top of one, that was used after it had been closed. */
public final class LogClosedException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String folder;

  /**
   * Creates an exception.
   *
   * @param folder folder of the log
   */
  public LogClosedException(Path folder) {
    super("The log in folder %s has been closed. Maybe open it again.".formatted(folder));
    this.folder = folder.toString();
  }

  /**
   * Returns the folder of the log.
   *
   * @return its path
   */
  public String folder() {
    return folder;
  }
}
