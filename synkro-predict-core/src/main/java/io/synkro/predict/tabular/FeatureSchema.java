package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
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
   * Returns the version of the features: equal for schemas whose columns have the same names, kinds
   * and definitions in the same order, and different for all others.
   *
   * @return SHA-256 of the columns, 64 hexadecimal digits
   */
  public String version() {
    StringBuilder text = new StringBuilder();
    for (Feature each : features) {
      text.append(each.name()).append('\t').append(each.categories());
      text.append('\t').append(each.definition()).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(bytes, bytes.length));
  }

  /**
   * Refuses tables of another schema. A column that has no definition is taken to be the one of its
   * name.
   *
   * @param other schema of the table that was given
   * @throws SchemaMismatchException if it differs; the message names the first difference
   */
  public void requireSame(FeatureSchema other) {
    boolean same = features.size() == other.features.size();
    for (int i = 0; same && i < features.size(); i++) {
      same = features.get(i).isCompatible(other.features.get(i));
    }
    if (!same) {
      throw new SchemaMismatchException(this, other);
    }
  }
}
