package io.synkro.predict.engine;

import io.synkro.predict.SynkroPredictException;
import java.util.List;

/** No engine of that name is on the class path. */
public final class EngineNotFoundException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String engine;

  EngineNotFoundException(String engine, List<String> found, String remedy) {
    super(
        "Engine \"%s\" is not on the class path (found: %s). Maybe %s."
            .formatted(engine, found.isEmpty() ? "none" : String.join(", ", found), remedy));
    this.engine = engine;
  }

  /**
   * Returns the name that was asked for.
   *
   * @return the engine's name
   */
  public String engine() {
    return engine;
  }
}
