package io.synkro.predict.features.validation;

import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How the values of one feature are distributed: counts in bins between quantiles, or of each
 * category code. Immutable.
 *
 * @param feature name of the feature
 * @param categories 0 for a number, else the number of categories
 * @param edges for a number the smallest value, some quantiles and the largest one, ascending,
 *     finite and unique; empty for a category and where no value is finite
 * @param counts rows by bin. For a category: one for each code, and one for values that are no
 *     code. For a number: below the first edge, equal to it, from there up to and with each later
 *     edge, above the last one; without edges one bin for all values.
 * @param missing rows without a value
 */
public record FeatureDistribution(
    String feature, int categories, List<Double> edges, List<Integer> counts, int missing) {
  /** {@inheritDoc} */
  public FeatureDistribution {
    edges = List.copyOf(edges);
    counts = List.copyOf(counts);
    String name = "distribution of feature " + feature;
    Require.that(
        edges.equals(new ArrayList<>(new TreeSet<>(edges)))
            && edges.stream().allMatch(Double::isFinite),
        "edges of the " + name,
        edges,
        "must be finite and ascending",
        "");
    Require.that(
        counts.size() == bins(categories, edges.size()),
        "counts of the " + name,
        counts.size(),
        "must be " + bins(categories, edges.size()),
        "");
    Require.that(
        missing >= 0 && counts.stream().allMatch(count -> count >= 0),
        "counts of the " + name,
        counts + " and " + missing,
        "must be zero or more",
        "");
  }

  /** Counts the values of a column. */
  static FeatureDistribution of(FeatureTable table, int column, int bins) {
    Feature feature = table.schema().features().get(column);
    List<Double> edges = feature.isCategory() ? List.of() : quantiles(finite(table, column), bins);
    return count(feature, edges, table, column);
  }

  private static FeatureDistribution count(
      Feature feature, List<Double> edges, FeatureTable table, int column) {
    double[] sorted = edges.stream().mapToDouble(Double::doubleValue).toArray();
    Integer[] counts = new Integer[bins(feature.categories(), sorted.length)];
    Arrays.fill(counts, 0);
    int missing = 0;
    for (int row = 0; row < table.rows(); row++) {
      float value = table.value(row, column);
      if (Float.isNaN(value)) {
        missing++;
      } else {
        counts[bin(value, feature.categories(), sorted)]++;
      }
    }
    return new FeatureDistribution(
        feature.name(), feature.categories(), edges, List.of(counts), missing);
  }

  /** Counts the values of another table in the bins of this distribution. */
  FeatureDistribution recount(FeatureTable table, int column) {
    return count(new Feature(feature, categories), edges, table, column);
  }

  /**
   * Returns the number of rows.
   *
   * @return missing ones included
   */
  public int rows() {
    return missing + counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static int bins(int categories, int edges) {
    if (categories > 0) {
      return categories + 1;
    }
    return edges == 0 ? 1 : edges + 2;
  }

  private static int bin(float value, int categories, double[] edges) {
    if (categories > 0) {
      return ValueChecks.isCode(value, categories) ? (int) value : categories;
    }
    if (edges.length == 0 || value < edges[0]) {
      return 0;
    }
    int found = Arrays.binarySearch(edges, value);
    return 1 + (found >= 0 ? found : -found - 1);
  }

  private static float[] finite(FeatureTable table, int column) {
    float[] values = new float[table.rows()];
    int count = 0;
    for (int row = 0; row < values.length; row++) {
      float value = table.value(row, column);
      if (Float.isFinite(value)) {
        values[count++] = value == 0 ? 0f : value; // -0 and 0 are one value
      }
    }
    float[] found = Arrays.copyOf(values, count);
    Arrays.sort(found);
    return found;
  }

  private static List<Double> quantiles(float[] sorted, int bins) {
    TreeSet<Double> edges = new TreeSet<>();
    for (int i = 0; i <= bins && sorted.length > 0; i++) {
      edges.add((double) sorted[(int) ((sorted.length - 1L) * i / bins)]);
    }
    return List.copyOf(edges);
  }
}
