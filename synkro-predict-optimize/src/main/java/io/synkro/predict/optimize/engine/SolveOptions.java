package io.synkro.predict.optimize.engine;

import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The limits of a search. Immutable; safe for use by many threads if the executor is. */
public final class SolveOptions {
  private final Duration timeLimit;
  private final double targetGap;
  private final Executor executor;
  private final int tasks;
  private final long seed;
  private final @Nullable WarmStart warmStart;

  private SolveOptions(Builder builder) {
    this.timeLimit = builder.timeLimit;
    this.targetGap = builder.targetGap;
    this.executor = builder.executor;
    this.tasks = builder.tasks;
    this.seed = builder.seed;
    this.warmStart = builder.warmStart;
  }

  /**
   * Starts options: at most a minute, a gap of 0.02 %, on the calling thread alone.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts options from these.
   *
   * @return a builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.timeLimit = timeLimit;
    builder.targetGap = targetGap;
    builder.executor = executor;
    builder.tasks = tasks;
    builder.seed = seed;
    builder.warmStart = warmStart;
    return builder;
  }

  /**
   * Returns how long the search may take.
   *
   * @return positive; kept within 5 %
   */
  public Duration timeLimit() {
    return timeLimit;
  }

  /**
   * Returns at which gap the search ends.
   *
   * @return share of the total cost, zero or more
   */
  public double targetGap() {
    return targetGap;
  }

  /**
   * Returns what runs the tasks beside the calling thread.
   *
   * @return the executor
   */
  public Executor executor() {
    return executor;
  }

  /**
   * Returns how many threads work at most, the calling one among them.
   *
   * @return at least 1; no figure of the result depends on it
   */
  public int tasks() {
    return tasks;
  }

  /**
   * Returns the seed of all random choices.
   *
   * @return any number
   */
  public long seed() {
    return seed;
  }

  /**
   * Returns what is known from a similar problem.
   *
   * @return empty unless set
   */
  public Optional<WarmStart> warmStart() {
    return Optional.ofNullable(warmStart);
  }

  /** Collects options. Not safe for use by several threads. */
  public static final class Builder {
    private Duration timeLimit = Duration.ofMinutes(1);
    private double targetGap = 2e-4;
    private Executor executor = Runnable::run;
    private int tasks = 1;
    private long seed = 1;
    private @Nullable WarmStart warmStart;

    private Builder() {}

    /**
     * Sets how long the search may take.
     *
     * @param limit positive, at most ten years
     * @return this builder
     */
    public Builder timeLimit(Duration limit) {
      Require.that(
          limit.compareTo(Duration.ZERO) > 0 && limit.compareTo(Duration.ofDays(3653)) < 0,
          "timeLimit",
          limit,
          "must be positive and below ten years",
          "");
      this.timeLimit = limit;
      return this;
    }

    /**
     * Sets at which gap the search ends.
     *
     * @param gap share of the total cost; 0 searches until nothing gets better or time is up
     * @return this builder
     */
    public Builder targetGap(double gap) {
      this.targetGap = Require.nonNegative("targetGap", gap, "");
      return this;
    }

    /**
     * Lets threads of the caller help.
     *
     * @param executor runs the tasks; one that has no thread to spare does no harm
     * @param tasks most threads, the calling one among them, at least 1
     * @return this builder
     */
    public Builder parallel(Executor executor, int tasks) {
      this.executor = executor;
      this.tasks = Require.atLeast("tasks", tasks, 1, "");
      return this;
    }

    /**
     * Sets the seed of all random choices.
     *
     * @param seed any number
     * @return this builder
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Starts from a similar problem.
     *
     * @param start its prices
     * @return this builder
     */
    public Builder warmStart(WarmStart start) {
      this.warmStart = start;
      return this;
    }

    /**
     * Builds the options.
     *
     * @return the options
     */
    public SolveOptions build() {
      return new SolveOptions(this);
    }
  }
}
