package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to solve a model. Immutable; one set of options serves many models. */
public final class LinearOptions {
  /** A difference between incumbent and bound that counts as none, whatever the relative gap. */
  public static final double ABSOLUTE_GAP = 1e-7;

  private final Duration timeLimit;
  private final double relativeGap;
  private final long nodeLimit;
  private final int threads;
  private final int seed;
  private final double @Nullable [] start;
  private final LinearTolerances tolerances;

  private LinearOptions(Builder builder) {
    this.timeLimit = builder.timeLimit;
    this.relativeGap = builder.relativeGap;
    this.nodeLimit = builder.nodeLimit;
    this.threads = builder.threads;
    this.seed = builder.seed;
    this.start = builder.start;
    this.tolerances = builder.tolerances;
  }

  /**
   * Starts with a time limit of one minute, a relative gap of 1e-6, no limit of nodes, one thread,
   * seed 0, no start and the standard tolerances.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns when to end at the latest, with what there is by then.
   *
   * @return wall-clock time, positive
   */
  public Duration timeLimit() {
    return timeLimit;
  }

  /**
   * Returns the gap between incumbent and bound at which the search ends; it ends at {@link
   * #ABSOLUTE_GAP} as well.
   *
   * @return share of the incumbent's objective, zero or more
   */
  public double relativeGap() {
    return relativeGap;
  }

  /**
   * Returns after how many nodes of the tree the search ends. Unlike the time limit it gives the
   * same answer on every machine.
   *
   * @return zero or more; {@code Long.MAX_VALUE} for no limit
   */
  public long nodeLimit() {
    return nodeLimit;
  }

  /**
   * Returns how many threads a native engine may start. Pure Java engines use the calling thread.
   *
   * @return one or more
   */
  public int threads() {
    return threads;
  }

  /**
   * Returns the seed of whatever an engine decides by chance.
   *
   * @return zero or more
   */
  public int seed() {
    return seed;
  }

  /**
   * Returns the point to start with.
   *
   * @param model the model to be solved
   * @return a copy, shape {@code [columns]}, {@code NaN} where the engine is to complete it; or
   *     empty if there is none
   * @throws io.synkro.predict.InvalidInputException if it has another length
   */
  public Optional<double[]> start(LinearModel model) {
    if (start == null) {
      return Optional.empty();
    }
    Require.that(
        start.length == model.columns(),
        "length of the start",
        start.length,
        "must be the number of columns " + model.columns(),
        "");
    return Optional.of(start.clone());
  }

  /**
   * Returns how far off an incumbent may be.
   *
   * @return the tolerances of {@link LinearCheck}
   */
  public LinearTolerances tolerances() {
    return tolerances;
  }

  /** Collects options. */
  public static final class Builder {
    private Duration timeLimit = Duration.ofMinutes(1);
    private double relativeGap = 1e-6;
    private long nodeLimit = Long.MAX_VALUE;
    private int threads = 1;
    private int seed;
    private double @Nullable [] start;
    private LinearTolerances tolerances = LinearTolerances.STANDARD;

    private Builder() {}

    /**
     * Sets when to end at the latest.
     *
     * @param limit positive, at most a year
     * @return this builder
     */
    public Builder timeLimit(Duration limit) {
      Require.that(
          !limit.isNegative() && !limit.isZero() && limit.compareTo(Duration.ofDays(366)) < 0,
          "timeLimit",
          limit,
          "must be positive and at most a year",
          "");
      timeLimit = limit;
      return this;
    }

    /**
     * Sets the gap at which the search ends.
     *
     * @param gap share of the incumbent's objective, zero or more
     * @return this builder
     */
    public Builder relativeGap(double gap) {
      relativeGap = Require.nonNegative("relativeGap", gap, "write 1 % as 0.01");
      return this;
    }

    /**
     * Sets after how many nodes the search ends.
     *
     * @param limit zero or more
     * @return this builder
     */
    public Builder nodeLimit(long limit) {
      Require.that(limit >= 0, "nodeLimit", limit, "must be zero or more", "");
      nodeLimit = limit;
      return this;
    }

    /**
     * Sets how many threads a native engine may start.
     *
     * @param count one or more
     * @return this builder
     */
    public Builder threads(int count) {
      threads = Require.atLeast("threads", count, 1, "");
      return this;
    }

    /**
     * Sets the seed.
     *
     * @param value zero or more
     * @return this builder
     */
    public Builder seed(int value) {
      seed = Require.atLeast("seed", value, 0, "");
      return this;
    }

    /**
     * Sets a point to start with. Engines check it like any other; a bad one costs nothing but
     * time.
     *
     * @param values shape {@code [columns]}, {@code NaN} where the engine is to complete it
     * @return this builder
     */
    public Builder start(double[] values) {
      start = values.clone();
      return this;
    }

    /**
     * Sets how far off an incumbent may be.
     *
     * @param limits the tolerances of {@link LinearCheck}
     * @return this builder
     */
    public Builder tolerances(LinearTolerances limits) {
      tolerances = limits;
      return this;
    }

    /**
     * Makes the options.
     *
     * @return the options
     */
    public LinearOptions build() {
      return new LinearOptions(this);
    }
  }
}
