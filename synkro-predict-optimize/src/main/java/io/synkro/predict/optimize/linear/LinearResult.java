package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.Require;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an engine has found out about a model: status, incumbent and proven lower bound, each apart.
 * Immutable.
 */
public final class LinearResult {
  private final String engine;
  private final LinearStatus status;
  private final @Nullable LinearSolution incumbent;
  private final double lowerBound;
  private final @Nullable LinearDuals duals;
  private final long nodes;
  private final Duration elapsed;
  private final String detail;

  private LinearResult(Builder builder) {
    this.engine = builder.engine;
    this.status = builder.status;
    this.incumbent = builder.incumbent;
    this.lowerBound = builder.lowerBound;
    this.duals = builder.duals;
    this.nodes = builder.nodes;
    this.elapsed = builder.elapsed;
    this.detail = builder.detail;
  }

  /**
   * Starts a result, for authors of engines.
   *
   * @param engine id of the engine
   * @param status its verdict
   * @return a builder
   */
  public static Builder builder(String engine, LinearStatus status) {
    return new Builder(engine, status);
  }

  /**
   * Returns who answers.
   *
   * @return id of the engine
   */
  public String engine() {
    return engine;
  }

  /**
   * Returns the verdict.
   *
   * @return the status
   */
  public LinearStatus status() {
    return status;
  }

  /**
   * Returns the best point that was found and has passed the check.
   *
   * @return the incumbent, or empty if there is none
   */
  public Optional<LinearSolution> incumbent() {
    return Optional.ofNullable(incumbent);
  }

  /**
   * Returns what no feasible point's objective is below.
   *
   * @return the proven bound; negative infinity if nothing was proven, infinity if the model is
   *     infeasible
   */
  public double lowerBound() {
    return lowerBound;
  }

  /**
   * Returns how far the incumbent can be from the optimum at most.
   *
   * @return (objective - bound) / |objective|, zero or more; zero if the difference is at most
   *     {@link LinearOptions#ABSOLUTE_GAP}, infinite without incumbent or bound
   */
  public double relativeGap() {
    if (incumbent == null || Double.isInfinite(lowerBound)) {
      return Double.POSITIVE_INFINITY;
    }
    double gap = Math.max(0, incumbent.objective() - lowerBound);
    return gap <= LinearOptions.ABSOLUTE_GAP ? 0 : gap / Math.abs(incumbent.objective());
  }

  /**
   * Returns the shadow prices of the optimum of a linear program.
   *
   * @return prices, or empty if there are integer columns, no optimum or no such capability
   */
  public Optional<LinearDuals> duals() {
    return Optional.ofNullable(duals);
  }

  /**
   * Returns how many nodes of the search tree were looked at.
   *
   * @return zero or more
   */
  public long nodes() {
    return nodes;
  }

  /**
   * Returns how long the engine took.
   *
   * @return wall-clock time
   */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * Says more on the status in words.
   *
   * @return a sentence, or empty
   */
  public String detail() {
    return detail;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s, objective %s, bound %s, %d nodes, %.3f s%s",
        engine,
        status,
        incumbent == null ? "none" : Double.toString(incumbent.objective()),
        lowerBound,
        nodes,
        elapsed.toNanos() / 1e9,
        detail.isEmpty() ? "" : ". " + detail);
  }

  /** Collects a result; {@link #build} refuses one that contradicts itself. */
  public static final class Builder {
    private final String engine;
    private final LinearStatus status;
    private @Nullable LinearSolution incumbent;
    private double lowerBound = Double.NEGATIVE_INFINITY;
    private @Nullable LinearDuals duals;
    private long nodes;
    private Duration elapsed = Duration.ZERO;
    private String detail = "";

    private Builder(String engine, LinearStatus status) {
      this.engine = Require.identifier("engine", engine);
      this.status = status;
    }

    /**
     * Sets the best point.
     *
     * @param solution a checked point, or null if there is none
     * @return this builder
     */
    public Builder incumbent(@Nullable LinearSolution solution) {
      incumbent = solution;
      return this;
    }

    /**
     * Sets the proven bound.
     *
     * @param bound a number or an infinity
     * @return this builder
     */
    public Builder lowerBound(double bound) {
      lowerBound = bound;
      return this;
    }

    /**
     * Sets the shadow prices.
     *
     * @param prices prices, or null if there are none
     * @return this builder
     */
    public Builder duals(@Nullable LinearDuals prices) {
      duals = prices;
      return this;
    }

    /**
     * Sets how many nodes were looked at.
     *
     * @param count zero or more
     * @return this builder
     */
    public Builder nodes(long count) {
      nodes = count;
      return this;
    }

    /**
     * Sets the time taken.
     *
     * @param time wall-clock time
     * @return this builder
     */
    public Builder elapsed(Duration time) {
      elapsed = time;
      return this;
    }

    /**
     * Sets what there is to add.
     *
     * @param text a sentence, or empty
     * @return this builder
     */
    public Builder detail(String text) {
      detail = text;
      return this;
    }

    /**
     * Makes the result.
     *
     * @return the result
     */
    public LinearResult build() {
      boolean needsIncumbent =
          status == LinearStatus.OPTIMAL_PROVEN || status == LinearStatus.FEASIBLE;
      boolean mayHaveIncumbent =
          needsIncumbent || status == LinearStatus.CANCELLED || status == LinearStatus.UNBOUNDED;
      Require.that(
          incumbent == null ? !needsIncumbent : mayHaveIncumbent,
          "status",
          status,
          incumbent == null ? "must come with an incumbent" : "must not come with an incumbent",
          "");
      Require.that(!Double.isNaN(lowerBound), "lowerBound", lowerBound, "must be a number", "");
      return new LinearResult(this);
    }
  }
}
