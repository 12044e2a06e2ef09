package io.synkro.predict.pattern;

import io.synkro.predict.SynkroPredictException;

/** A file that should hold an LSTM classifier is cut off, damaged or of another format. */
public final class CorruptLstmException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String source;

  CorruptLstmException(String source, String problem, String remedy) {
    super("LSTM file %s cannot be used: %s. Maybe %s.".formatted(source, problem, remedy));
    this.source = source;
  }

  /**
   * Returns where the bytes came from.
   *
   * @return the file's path, or "(bytes)"
   */
  public String source() {
    return source;
  }
}
