package io.synkro.predict.trees;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;
import java.nio.file.Path;

/** A sound model that uses something this library does not evaluate, such as linear leaves. */
public final class UnsupportedModelException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /** A name may come out of the file. */
  private static final int MOST = 300;

  private final String engine;
  private final String feature;
  private final String remedy;

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
            .formatted(engine, Require.abbreviated(feature, MOST), remedy));
    this.engine = engine;
    this.feature = Require.abbreviated(feature, MOST);
    this.remedy = remedy;
  }

  private UnsupportedModelException(UnsupportedModelException cause, Path file) {
    super(
        "The model of engine \"%s\" in %s uses %s, which is not supported. Maybe %s."
            .formatted(cause.engine, file, cause.feature, cause.remedy),
        cause);
    this.engine = cause.engine;
    this.feature = cause.feature;
    this.remedy = cause.remedy;
  }

  /**
   * Returns what is not supported.
   *
   * @return a setting of the engine, such as {@code "is_linear=1"}
   */
  public String feature() {
    return feature;
  }

  /** The same of a model in a file, whose name the message then has. */
  UnsupportedModelException in(Path file) {
    return new UnsupportedModelException(this, file);
  }
}
