package io.synkro.predict.tabular;

import io.synkro.predict.internal.Require;
import java.util.Map;

/**
 * Options of gradient-boosted trees, in words that every engine understands. An engine that cannot
 * honour one refuses it with an {@link UnsupportedOptionException}.
 *
 * @param objective what to minimise
 * @param rounds number of boosting rounds, at least 1
 * @param learningRate shrinkage of each round, above 0, at most 1
 * @param leaves most leaves of a tree, at least 2
 * @param minRowsPerLeaf fewest rows of a leaf, at least 1
 * @param rowFraction share of rows that each tree sees, above 0, at most 1
 * @param featureFraction share of features that each tree sees, above 0, at most 1
 * @param nodeFeatureFraction share of a tree's features that each split may choose from, above 0,
 *     at most 1
 * @param maxDepth most splits between root and leaf, 0 for no limit
 * @param minGainToSplit least reduction of the loss that a split must bring, zero or more
 * @param monotone features that predictions may only rise or only fall with; numbers, by name
 * @param l2 L2 penalty of leaf values, zero or more
 * @param maxBins most bins of a feature, from 2 to 255; data in bins keep those they have
 * @param threads threads of the native engine, at least 1; more than one is only faster on idle
 *     cores
 * @param seed equal seeds give equal models, whatever the number of threads
 */
public record LearnerOptions(
    Objective objective,
    int rounds,
    double learningRate,
    int leaves,
    int minRowsPerLeaf,
    double rowFraction,
    double featureFraction,
    double nodeFeatureFraction,
    int maxDepth,
    double minGainToSplit,
    Map<String, Direction> monotone,
    double l2,
    int maxBins,
    int threads,
    int seed) {
  /** How predictions may change when a feature rises and nothing else changes. */
  public enum Direction {
    /** They rise or stay. */
    INCREASING,
    /** They fall or stay, as demand does with the price. */
    DECREASING
  }

  /** {@inheritDoc} */
  public LearnerOptions {
    Require.atLeast("rounds", rounds, 1, "");
    requireShare("learningRate", learningRate);
    Require.atLeast("leaves", leaves, 2, "start with 31");
    Require.atLeast("minRowsPerLeaf", minRowsPerLeaf, 1, "");
    requireShare("rowFraction", rowFraction);
    requireShare("featureFraction", featureFraction);
    requireShare("nodeFeatureFraction", nodeFeatureFraction);
    Require.atLeast("maxDepth", maxDepth, 0, "write 0 for no limit");
    Require.nonNegative("minGainToSplit", minGainToSplit, "");
    monotone = Map.copyOf(monotone);
    Require.nonNegative("l2", l2, "");
    Require.that(maxBins >= 2 && maxBins <= 255, "maxBins", maxBins, "must be from 2 to 255", "");
    Require.atLeast("threads", threads, 1, "");
    Require.atLeast("seed", seed, 0, "");
  }

  private static void requireShare(String name, double value) {
    Require.that(value > 0 && value <= 1, name, value, "must be above 0 and at most 1", "");
  }

  /**
   * Returns how predictions may change with each column, for authors of engines.
   *
   * @param schema columns to train on
   * @return one number a column: 1 if predictions may only rise with it, -1 if they may only fall,
   *     0 if they are free
   * @throws io.synkro.predict.InvalidInputException if {@link #monotone} names a column that there
   *     is not, or one of categories
   */
  public int[] directions(FeatureSchema schema) {
    int[] directions = new int[schema.size()];
    monotone.forEach(
        (name, direction) -> {
          int column = schema.names().indexOf(name);
          Require.that(
              column >= 0 && !schema.features().get(column).isCategory(),
              "monotone",
              name,
              "must name a column of numbers",
              "look at the names of the schema");
          directions[column] = direction == Direction.INCREASING ? 1 : -1;
        });
    return directions;
  }

  /**
   * Starts from options that are a good start: 300 rounds of 31 leaves at a rate of 0.05, half of
   * the rows and features for each tree, one thread.
   *
   * @param objective what to minimise
   * @return a builder
   */
  public static Builder builder(Objective objective) {
    return new Builder(objective);
  }

  /**
   * Returns the options that {@link #builder} starts from.
   *
   * @param objective what to minimise
   * @return the options
   */
  public static LearnerOptions of(Objective objective) {
    return builder(objective).build();
  }

  /**
   * Returns the same options with another seed.
   *
   * @param newSeed zero or more
   * @return the options
   */
  public LearnerOptions withSeed(int newSeed) {
    return toBuilder().seed(newSeed).build();
  }

  /**
   * Starts from these options.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    return new Builder(objective)
        .rounds(rounds)
        .learningRate(learningRate)
        .leaves(leaves)
        .minRowsPerLeaf(minRowsPerLeaf)
        .rowFraction(rowFraction)
        .featureFraction(featureFraction)
        .nodeFeatureFraction(nodeFeatureFraction)
        .maxDepth(maxDepth)
        .minGainToSplit(minGainToSplit)
        .monotone(monotone)
        .l2(l2)
        .maxBins(maxBins)
        .threads(threads)
        .seed(seed);
  }

  /** Collects options; {@link #build()} checks them. Not safe for use by many threads. */
  public static final class Builder {
    private final Objective objective;
    private int rounds = 300;
    private double learningRate = 0.05;
    private int leaves = 31;
    private int minRowsPerLeaf = 20;
    private double rowFraction = 0.5;
    private double featureFraction = 0.5;
    private double nodeFeatureFraction = 1;
    private int maxDepth;
    private double minGainToSplit;
    private Map<String, Direction> monotone = Map.of();
    private double l2 = 0.1;
    private int maxBins = 63;
    private int threads = 1;
    private int seed = 42;

    private Builder(Objective objective) {
      this.objective = objective;
    }

    /**
     * Sets an option.
     *
     * @param value number of boosting rounds, at least 1
     * @return this builder
     */
    public Builder rounds(int value) {
      this.rounds = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value shrinkage of each round, above 0, at most 1
     * @return this builder
     */
    public Builder learningRate(double value) {
      this.learningRate = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value most leaves of a tree, at least 2
     * @return this builder
     */
    public Builder leaves(int value) {
      this.leaves = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value fewest rows of a leaf, at least 1
     * @return this builder
     */
    public Builder minRowsPerLeaf(int value) {
      this.minRowsPerLeaf = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value share of rows that each tree sees, above 0, at most 1
     * @return this builder
     */
    public Builder rowFraction(double value) {
      this.rowFraction = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value share of features that each tree sees, above 0, at most 1
     * @return this builder
     */
    public Builder featureFraction(double value) {
      this.featureFraction = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value share of a tree's features that each split may choose from, above 0, at most 1
     * @return this builder
     */
    public Builder nodeFeatureFraction(double value) {
      this.nodeFeatureFraction = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value most splits between root and leaf, 0 for no limit
     * @return this builder
     */
    public Builder maxDepth(int value) {
      this.maxDepth = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value least reduction of the loss that a split must bring, zero or more
     * @return this builder
     */
    public Builder minGainToSplit(double value) {
      this.minGainToSplit = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value features that predictions may only rise or only fall with, such as {@code
     *     Map.of("price", Direction.DECREASING)}; all must be numbers
     * @return this builder
     */
    public Builder monotone(Map<String, Direction> value) {
      this.monotone = Map.copyOf(value);
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value L2 penalty of leaf values, zero or more
     * @return this builder
     */
    public Builder l2(double value) {
      this.l2 = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value most bins of a feature, from 2 to 255
     * @return this builder
     */
    public Builder maxBins(int value) {
      this.maxBins = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value threads of the native engine, at least 1
     * @return this builder
     */
    public Builder threads(int value) {
      this.threads = value;
      return this;
    }

    /**
     * Sets an option.
     *
     * @param value zero or more
     * @return this builder
     */
    public Builder seed(int value) {
      this.seed = value;
      return this;
    }

    /**
     * Builds the options.
     *
     * @return checked options
     */
    public LearnerOptions build() {
      return new LearnerOptions(
          objective,
          rounds,
          learningRate,
          leaves,
          minRowsPerLeaf,
          rowFraction,
          featureFraction,
          nodeFeatureFraction,
          maxDepth,
          minGainToSplit,
          monotone,
          l2,
          maxBins,
          threads,
          seed);
    }
  }
}
