package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.Require;
import java.util.Optional;
import java.util.Set;

/**
 * What an engine can do, and up to which size it takes models.
 *
 * @param features what it can do
 * @param mostColumns most columns of a model
 * @param mostRows most rows
 * @param mostNonzeros most coefficients
 */
public record LinearCapabilities(
    Set<Feature> features, int mostColumns, int mostRows, int mostNonzeros) {

  /** Something that not every engine can do. */
  public enum Feature {
    /** Integer columns. */
    INTEGERS,
    /** Shadow prices of linear programs. */
    DUALS,
    /** A point to start with. */
    START,
    /** More than one thread. */
    THREADS,
    /** It loads native code, which can end the whole process when it fails. */
    NATIVE_CODE
  }

  /** {@inheritDoc} */
  public LinearCapabilities {
    features = Set.copyOf(features);
    Require.atLeast("mostColumns", mostColumns, 1, "");
    Require.atLeast("mostRows", mostRows, 1, "");
    Require.atLeast("mostNonzeros", mostNonzeros, 1, "");
  }

  /**
   * Says why an engine does not take a model.
   *
   * @param model the model
   * @return the reason, or empty if it takes it
   */
  public Optional<String> refusal(LinearModel model) {
    if (model.integerColumns() > 0 && !features.contains(Feature.INTEGERS)) {
      return Optional.of("It takes no integer columns");
    }
    if (model.columns() > mostColumns) {
      return tooMany("columns", model.columns(), mostColumns);
    }
    if (model.rows() > mostRows) {
      return tooMany("rows", model.rows(), mostRows);
    }
    return model.matrix().nonzeros() > mostNonzeros
        ? tooMany("coefficients", model.matrix().nonzeros(), mostNonzeros)
        : Optional.empty();
  }

  private static Optional<String> tooMany(String what, int count, int most) {
    return Optional.of("The model has %d %s; it takes at most %d".formatted(count, what, most));
  }
}
