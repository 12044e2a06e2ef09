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
   * Refuses to go on if the thread is interrupted, for authors of engines. The thread stays
   * interrupted.
   *
   * @param engine name of the engine
   * @param done rounds or steps that are done
   * @param planned rounds or steps that there should be
   * @throws TrainingFailedException if the thread is interrupted
   */
  public static void ifInterrupted(String engine, int done, int planned) {
    if (Thread.currentThread().isInterrupted()) {
      throw new TrainingFailedException(
          engine,
          "the thread was interrupted after %d of %d rounds".formatted(done, planned),
          "train again",
          null);
    }
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
