package io.synkro.predict.examples.job;

import io.synkro.predict.SynkroPredictException;

/** A command line that cannot be understood. */
public final class UsageException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what is wrong and what to write instead
   */
  public UsageException(String message) {
    super(message);
  }
}
