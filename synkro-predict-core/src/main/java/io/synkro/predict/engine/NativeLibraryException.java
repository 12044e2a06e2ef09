package io.synkro.predict.engine;

import io.synkro.predict.SynkroPredictException;

/** An engine is on the class path, but its native library cannot be loaded on this machine. */
public final class NativeLibraryException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String engine;

  /**
   * Creates an exception.
   *
   * @param engine name of the engine
   * @param problem what is missing or refused, such as "libgomp.so.1 is missing"
   * @param remedy what to try, such as "run apt-get install libgomp1"
   * @param cause the loader's error
   */
  public NativeLibraryException(String engine, String problem, String remedy, Throwable cause) {
    super(
        "The native library of engine \"%s\" cannot be used on %s %s: %s. Maybe %s."
            .formatted(
                engine,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                problem,
                remedy),
        cause);
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
