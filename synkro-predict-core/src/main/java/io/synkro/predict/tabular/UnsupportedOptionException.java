package io.synkro.predict.tabular;

import io.synkro.predict.SynkroPredictException;

/** An engine was asked to train in a way that it cannot. */
public final class UnsupportedOptionException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String engine;
  private final String option;

  /**
   * Creates an exception.
   *
   * @param engine name of the engine
   * @param option what it cannot honour, such as {@code "monotone with AbsoluteError"}
   * @param remedy what to try
   */
  public UnsupportedOptionException(String engine, String option, String remedy) {
    super("Engine \"%s\" cannot train with %s. Maybe %s.".formatted(engine, option, remedy));
    this.engine = engine;
    this.option = option;
  }

  /**
   * Refuses an option, for authors of engines.
   *
   * @param honoured whether the engine can honour it, or was not asked to
   * @param engine name of the engine
   * @param option what it cannot honour
   * @throws UnsupportedOptionException if it cannot
   */
  public static void require(boolean honoured, String engine, String option) {
    if (!honoured) {
      throw new UnsupportedOptionException(
          engine, option, "leave it out, or use the engine \"lightgbm\"");
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

  /**
   * Returns what the engine cannot honour.
   *
   * @return the option
   */
  public String option() {
    return option;
  }
}
