package io.synkro.predict.features.parity;

import io.synkro.predict.series.SeriesId;
import java.util.List;

/**
 * How the served values of a feature compare with the recomputed ones. Immutable.
 *
 * @param feature name of the feature
 * @param compared number of vectors
 * @param mismatches how many values differ, by whatever bit
 * @param missing how many were served as missing and are there now
 * @param extra how many were served and are missing now
 * @param largestDifference largest size of a difference, 0 without any mismatch
 * @param largestRelative largest difference over the larger of the two sizes, 0 to 2
 * @param examples the first values that are not the same, at most {@link #MOST_EXAMPLES}
 */
public record FeatureParity(
    String feature,
    int compared,
    int mismatches,
    int missing,
    int extra,
    double largestDifference,
    double largestRelative,
    List<Example> examples) {
  /** How many examples are kept of each feature. */
  public static final int MOST_EXAMPLES = 5;

  /** {@inheritDoc} */
  public FeatureParity {
    examples = List.copyOf(examples);
  }

  /**
   * A value that is not the same.
   *
   * @param series the series
   * @param origin origin of the row
   * @param horizon horizon of the row
   * @param served what the model was served, NaN for missing
   * @param recomputed what it is now, NaN for missing
   */
  public record Example(SeriesId series, int origin, int horizon, float served, float recomputed) {}

  /**
   * Returns how many values are not the same.
   *
   * @return mismatches, missing and extra ones
   */
  public int differing() {
    return mismatches + missing + extra;
  }

  /**
   * Returns which share of the values is not the same.
   *
   * @return 0 to 1; 0 if none was compared
   */
  public double share() {
    return compared == 0 ? 0 : (double) differing() / compared;
  }
}
