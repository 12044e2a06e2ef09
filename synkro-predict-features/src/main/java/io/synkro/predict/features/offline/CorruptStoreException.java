package io.synkro.predict.features.offline;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of a store that is damaged, cut off, missing, or not what its name says. */
public final class CorruptStoreException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /** A problem may quote the file. */
  private static final int MOST = 300;

  private final String file;
  private final String problem;

  CorruptStoreException(Path file, String problem) {
    this(file, problem, null);
  }

  CorruptStoreException(Path file, String problem, @Nullable Throwable cause) {
    super(
        "%s is corrupt: %s. Maybe restore it from a copy of the store."
            .formatted(file, Require.abbreviated(problem, MOST)),
        cause);
    this.file = file.toString();
    this.problem = Require.abbreviated(problem, MOST);
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
   * Returns what is wrong with it.
   *
   * @return a clause without a full stop
   */
  public String problem() {
    return problem;
  }
}
