package io.synkro.predict.engine;

import io.synkro.predict.SynkroPredictException;
import org.jspecify.annotations.Nullable;

/** A native engine refused its data or options, or failed while training. */
public final class TrainingFailedException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String engine;

  /**
   * Creates an exception.
   *
   * @param engine name of the engine
   * @param problem what the engine said
   * @param remedy what to try
   * @param cause the engine's error, or null
   */
  public TrainingFailedException(
      String engine, String problem, String remedy, @Nullable Throwable cause) {
    super("Engine \"%s\" could not train: %s. Maybe %s.".formatted(engine, problem, remedy), cause);
    this.engine = engine;
  }

  /**
   * Returns the engine.
   *
   * @return its name
   */
  public String engine() {
    return engine;
  }
}
