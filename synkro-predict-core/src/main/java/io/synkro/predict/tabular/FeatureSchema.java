package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a feature table, in order. A model only takes tables of the schema it was trained
 * on.
 *
 * @param features at least one column, names unique
 */
public record FeatureSchema(List<Feature> features) {
  /** {@inheritDoc} */
  public FeatureSchema {
    features = List.copyOf(features);
    Require.that(!features.isEmpty(), "features", "none", "must be at least one", "");
    Set<String> names = new HashSet<>();
    for (Feature feature : features) {
      Require.that(names.add(feature.name()), "feature", feature.name(), "must be unique", "");
    }
  }

  /**
   * Returns the number of columns.
   *
   * @return at least 1
   */
  public int size() {
    return features.size();
  }

  /**
   * Returns the names of the columns.
   *
   * @return names in order
   */
  public List<String> names() {
    return features.stream().map(Feature::name).toList();
  }

  /**
   * Refuses tables of another schema.
   *
   * @param other schema of the table that was given
   * @throws SchemaMismatchException if it differs; the message names the first difference
   */
  public void requireSame(FeatureSchema other) {
    if (!equals(other)) {
      throw new SchemaMismatchException(this, other);
    }
  }
}
