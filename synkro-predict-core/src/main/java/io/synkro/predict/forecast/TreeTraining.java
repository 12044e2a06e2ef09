package io.synkro.predict.forecast;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.tabular.LearnerOptions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the trees of a {@link DemandForecaster} are trained: from how many examples, which of them
 * count more, how they reach several steps ahead and when they stop. Immutable; safe for use by
 * many threads.
 */
public final class TreeTraining {
  private static final int SPARSE_MODELS = 3;
  private static final int SPARSE_ROWS = 120_000;
  private static final int DENSE_ROWS = 250_000;

  private final Set<TreeStrategy> strategies;
  private final @Nullable LearnerOptions options;
  private final int maxRows;
  private final int models;
  private final double halfLife;
  private final @Nullable String valueCovariate;
  private final Set<String> decreasing;
  private final int patience;

  private TreeTraining(Builder builder) {
    this.strategies = Collections.unmodifiableSet(EnumSet.copyOf(builder.strategies));
    this.options = builder.options;
    this.maxRows = builder.maxRows;
    this.models = builder.models;
    this.halfLife = builder.halfLife;
    this.valueCovariate = builder.valueCovariate;
    this.decreasing = builder.decreasing;
    this.patience = builder.patience;
  }

  /**
   * Returns the training that a forecaster has unless it is given another.
   *
   * @return direct trees, as many examples and models as {@link #maxRows} and {@link #models} say,
   *     examples that count alike, a fixed number of rounds
   */
  public static TreeTraining standard() {
    return builder().build();
  }

  /**
   * Starts from the {@link #standard()} training.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns how trees reach several steps ahead.
   *
   * @return at least one strategy
   */
  public Set<TreeStrategy> strategies() {
    return strategies;
  }

  /**
   * Returns the options of trees of counts.
   *
   * @return empty for the standard options
   */
  public Optional<LearnerOptions> options() {
    return Optional.ofNullable(options);
  }

  /**
   * Returns about how many examples a training has at the most.
   *
   * @param frequency length of a step
   * @return at least 1000; unless it was set, 250,000 for hourly and daily series and 120,000 for
   *     others, of whose few steps more examples would be but more views
   */
  public int maxRows(Frequency frequency) {
    return maxRows > 0 ? maxRows : isDense(frequency) ? DENSE_ROWS : SPARSE_ROWS;
  }

  /**
   * Returns how many models are averaged.
   *
   * @param frequency length of a step
   * @return at least 1; unless it was set, one for hourly and daily series, which have examples
   *     enough, and three for others
   */
  public int models(Frequency frequency) {
    return models > 0 ? models : isDense(frequency) ? 1 : SPARSE_MODELS;
  }

  private static boolean isDense(Frequency frequency) {
    return frequency == Frequency.HOURLY || frequency == Frequency.DAILY;
  }

  /**
   * Returns after how many steps an example counts half.
   *
   * @return steps, positive; infinite if all count alike
   */
  public double halfLife() {
    return halfLife;
  }

  /**
   * Returns the covariate with the value of a unit, such as its price.
   *
   * @return empty if units count alike
   */
  public Optional<String> valueCovariate() {
    return Optional.ofNullable(valueCovariate);
  }

  /**
   * Returns the covariates in which demand must not rise.
   *
   * @return names, such as that of the price
   */
  public Set<String> decreasing() {
    return decreasing;
  }

  /**
   * Returns how many rounds without a lower loss of the latest steps end a training.
   *
   * @return rounds; 0 for a fixed number of rounds
   */
  public int patience() {
    return patience;
  }

  /** Collects options; {@link #build()} makes a training. Not safe for use by many threads. */
  public static final class Builder {
    private Set<TreeStrategy> strategies = EnumSet.of(TreeStrategy.DIRECT);
    private @Nullable LearnerOptions options;
    private int maxRows;
    private int models;
    private double halfLife = Double.POSITIVE_INFINITY;
    private @Nullable String valueCovariate;
    private Set<String> decreasing = Set.of();
    private int patience;

    private Builder() {}

    /**
     * Sets how trees reach several steps ahead; the backtest chooses among several. Blocks cost up
     * to four trainings, recursion a computation of features for each step.
     *
     * @param first a strategy
     * @param more further strategies
     * @return this builder
     */
    public Builder strategies(TreeStrategy first, TreeStrategy... more) {
      this.strategies = EnumSet.of(first, more);
      return this;
    }

    /**
     * Sets how trees of counts are trained, instead of the standard options.
     *
     * @param learnerOptions the options; their seed counts
     * @return this builder
     */
    public Builder options(LearnerOptions learnerOptions) {
      this.options = learnerOptions;
      return this;
    }

    /**
     * Sets about how many examples a training has at the most. Beyond it older steps are left out,
     * and if two horizons of every series are still too many, a random part of them.
     *
     * @param rows at least 1000
     * @return this builder
     */
    public Builder maxRows(int rows) {
      this.maxRows = Require.atLeast("maxRows", rows, 1000, "");
      return this;
    }

    /**
     * Sets how many models, which differ in their seeds alone, are averaged.
     *
     * @param count at least 1
     * @return this builder
     */
    public Builder models(int count) {
      this.models = Require.atLeast("models", count, 1, "");
      return this;
    }

    /**
     * Lets old examples count less: half after so many steps, a quarter after twice as many.
     *
     * @param steps positive
     * @return this builder
     */
    public Builder halfLife(double steps) {
      Require.that(steps > 0, "halfLife", steps, "must be above 0", "try two seasons");
      this.halfLife = steps;
      return this;
    }

    /**
     * Lets errors count by the value of the units, not by their number; those of unknown value do
     * not count, unless all are unknown.
     *
     * @param covariate with the value of a unit, such as {@code price}
     * @return this builder
     */
    public Builder weightedBy(String covariate) {
      this.valueCovariate = covariate;
      return this;
    }

    /**
     * Forbids demand to rise with covariates, such as the price. It needs an engine that keeps
     * monotone constraints.
     *
     * @param covariates their names
     * @return this builder
     */
    public Builder decreasingIn(String... covariates) {
      this.decreasing = Set.of(covariates);
      return this;
    }

    /**
     * Ends trainings early: a first training leaves the latest horizon out, and the second one, on
     * all examples, has as many rounds as forecast that best. It costs twice the time and needs an
     * engine that takes validation data.
     *
     * @param rounds how many rounds without a lower loss end the first training, at least 1
     * @return this builder
     */
    public Builder earlyStopping(int rounds) {
      this.patience = Require.atLeast("rounds", rounds, 1, "start with 50");
      return this;
    }

    /**
     * Builds the training.
     *
     * @return a training
     */
    public TreeTraining build() {
      return new TreeTraining(this);
    }
  }
}
