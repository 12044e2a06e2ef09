package io.synkro.predict.tabular;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;

/** A table whose columns are not those that a model was trained on. */
public final class SchemaMismatchException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception that names the first difference.
   *
   * @param expected columns of the model
   * @param actual columns of the table
   */
  public SchemaMismatchException(FeatureSchema expected, FeatureSchema actual) {
    super(
        "%s Maybe compute the features with the pipeline that the model was trained with."
            .formatted(difference(expected, actual)));
  }

  private static String difference(FeatureSchema expected, FeatureSchema actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      if (!expected.features().get(i).isCompatible(actual.features().get(i))) {
        return "Column %d is %s; the model expects %s."
            .formatted(i, text(actual.features().get(i)), text(expected.features().get(i)));
      }
    }
    return "The table has %d columns; the model expects %d."
        .formatted(actual.size(), expected.size());
  }

  private static String text(Feature feature) {
    String kind =
        feature.isCategory() ? "%d categories".formatted(feature.categories()) : "a number";
    String text = "%s (%s".formatted(feature.name(), kind);
    return feature.definition().isEmpty()
        ? text + ")"
        : "%s, %s)".formatted(text, Require.abbreviated(feature.definition(), 200));
  }
}
