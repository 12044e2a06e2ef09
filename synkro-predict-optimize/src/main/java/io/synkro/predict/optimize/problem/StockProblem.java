package io.synkro.predict.optimize.problem;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines and the limits that they share: see the package for the model. Immutable; safe for use by
 * many threads.
 */
public final class StockProblem {
  private final int periods;
  private final List<StockLine> lines;
  private final List<SharedLimit> limits;

  private StockProblem(int periods, List<StockLine> lines, List<SharedLimit> limits) {
    this.periods = periods;
    this.lines = List.copyOf(lines);
    this.limits = List.copyOf(limits);
  }

  /**
   * Starts a problem.
   *
   * @param periods number of periods, at least 1
   * @return a builder
   */
  public static Builder builder(int periods) {
    return new Builder(Require.atLeast("periods", periods, 1, ""));
  }

  /**
   * Returns the number of periods.
   *
   * @return at least 1
   */
  public int periods() {
    return periods;
  }

  /**
   * Returns the lines.
   *
   * @return at least one
   */
  public List<StockLine> lines() {
    return lines;
  }

  /**
   * Returns the shared limits.
   *
   * @return may be none
   */
  public List<SharedLimit> limits() {
    return limits;
  }

  /**
   * Returns the same lines under other limits.
   *
   * @param others limits
   * @return a problem
   */
  public StockProblem withLimits(List<SharedLimit> others) {
    Builder builder = builder(periods);
    lines.forEach(builder::add);
    others.forEach(builder::limit);
    return builder.build();
  }

  /** Collects lines and limits. Not safe for use by several threads. */
  public static final class Builder {
    private final int periods;
    private final List<StockLine> lines = new ArrayList<>();
    private final List<SharedLimit> limits = new ArrayList<>();
    private final Set<SeriesId> ids = new HashSet<>();

    private Builder(int periods) {
      this.periods = periods;
    }

    /**
     * Adds a line.
     *
     * @param line a line of as many periods
     * @return this builder
     */
    public Builder add(StockLine line) {
      Require.that(
          line.periods() == periods,
          "periods of " + line.id(),
          line.periods(),
          "must be those of the problem, " + periods,
          "");
      Require.that(ids.add(line.id()), "line", line.id(), "must be there once", "add them up");
      lines.add(line);
      return this;
    }

    /**
     * Adds a shared limit.
     *
     * @param limit its period must be before the last one's end; one of each kind, subject and
     *     period
     * @return this builder
     */
    public Builder limit(SharedLimit limit) {
      Require.index("period of " + limit, limit.period(), periods);
      limits.add(limit);
      return this;
    }

    /**
     * Builds the problem.
     *
     * @return the problem
     */
    public StockProblem build() {
      Require.atLeast("lines", lines.size(), 1, "add what is to be planned");
      return new StockProblem(periods, lines, limits);
    }
  }
}
