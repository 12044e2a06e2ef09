package io.synkro.predict.trees;

import io.synkro.predict.SynkroPredictException;

/** A sound model that uses something this library does not evaluate, such as linear leaves. */
public final class UnsupportedModelException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String feature;

  /**
   * Creates an exception.
   *
   * @param engine the engine that wrote the model
   * @param feature what the model uses, in the words of the engine
   * @param remedy what to try
   */
  public UnsupportedModelException(String engine, String feature, String remedy) {
    super(
        "The model of engine \"%s\" uses %s, which is not supported. Maybe %s."
            .formatted(engine, feature, remedy));
    this.feature = feature;
  }

  /**
   * Returns what is not supported.
   *
   * @return a setting of the engine, such as {@code "is_linear=1"}
   */
  public String feature() {
    return feature;
  }
}
