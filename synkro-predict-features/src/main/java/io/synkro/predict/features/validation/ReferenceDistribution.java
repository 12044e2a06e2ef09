package io.synkro.predict.features.validation;

import io.synkro.predict.features.view.FeatureBatch;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.FeatureTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the features of a past batch were distributed, to compare others with. Small: it holds counts
 * and no rows, and can be written and read by Jackson. Immutable.
 *
 * @param features the features, at least one, names unique, all of the same number of rows
 */
public record ReferenceDistribution(List<FeatureDistribution> features) {
  private static final int DECILES = 10;

  /** {@inheritDoc} */
  public ReferenceDistribution {
    features = List.copyOf(features);
    Require.that(!features.isEmpty(), "features", "none", "must be at least one", "");
    Set<String> names = new HashSet<>();
    for (FeatureDistribution each : features) {
      Require.that(names.add(each.feature()), "feature", each.feature(), "must be unique", "");
      Require.that(
          each.rows() == features.get(0).rows() && each.rows() > 0,
          "rows of feature " + each.feature(),
          each.rows(),
          "must be at least one, and as many as of the first feature",
          "");
    }
  }

  /**
   * Describes a table in bins between its deciles.
   *
   * @param table the rows, at least one; a few thousand describe a feature well
   * @return their distribution
   */
  public static ReferenceDistribution of(FeatureTable table) {
    return new ReferenceDistribution(
        IntStream.range(0, table.schema().size())
            .mapToObj(column -> FeatureDistribution.of(table, column, DECILES))
            .toList());
  }

  /**
   * Describes a batch in bins between its deciles.
   *
   * @param batch the rows, at least one
   * @return their distribution
   */
  public static ReferenceDistribution of(FeatureBatch batch) {
    return of(batch.values());
  }
}
