package io.synkro.predict.features.offline;

import io.synkro.predict.SynkroPredictException;
import java.nio.file.Path;

/** A sound file of a store whose format is of a later release than this one. */
public final class StoreTooNewException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int version;

  StoreTooNewException(Path file, int version, int newest) {
    super(
        "%s is too new: it has version %d of its format, which must be at most %d. Maybe use the release that wrote it."
            .formatted(file, version, newest));
    this.file = file.toString();
    this.version = version;
  }

  /**
   * Returns which file.
   *
   * @return its path
   */
  public String file() {
    return file;
  }

  /**
   * Returns the version of its format.
   *
   * @return a version that this release does not know
   */
  public int version() {
    return version;
  }
}
