package io.synkro.predict;

import org.jspecify.annotations.Nullable;

/**
 * Root of every exception that this library throws on purpose. Its message names what was refused,
 * its value, the limit and, after "Maybe", a remedy.
 */
public abstract class SynkroPredictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what was refused, its value, the limit and a remedy
   */
  protected SynkroPredictException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what was refused, its value, the limit and a remedy
   * @param cause what happened below, or null
   */
  protected SynkroPredictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
