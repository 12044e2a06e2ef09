package io.synkro.predict.trees;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;
import org.jspecify.annotations.Nullable;

/** A model file or model text that is damaged, cut short, or no model at all. */
public final class CorruptModelException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /** A problem may quote the file. */
  private static final int MOST = 300;

  private final String source;
  private final String problem;

  /**
   * Creates an exception.
   *
   * @param source the file, or the kind of text, that was read
   * @param problem what is wrong with it
   * @param cause what happened below, or null
   */
  public CorruptModelException(String source, String problem, @Nullable Throwable cause) {
    super(
        "The model in %s is corrupt: %s. Maybe restore the file from where it was saved."
            .formatted(source, Require.abbreviated(problem, MOST)),
        cause);
    this.source = source;
    this.problem = Require.abbreviated(problem, MOST);
  }

  /**
   * Returns what was read.
   *
   * @return the file, or the kind of text
   */
  public String source() {
    return source;
  }

  /**
   * Returns what is wrong.
   *
   * @return a clause without a full stop
   */
  public String problem() {
    return problem;
  }
}
