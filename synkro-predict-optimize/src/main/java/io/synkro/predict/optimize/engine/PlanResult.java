package io.synkro.predict.optimize.engine;

import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an engine answers: plan, bound and status apart. Immutable; safe for use by many threads.
 */
public final class PlanResult {
  private final PlanStatus status;
  private final @Nullable OrderPlan plan;
  private final @Nullable PlanCheck check;
  private final double lowerBound;
  private final List<LimitPrice> prices;
  private final List<String> conflict;
  private final double seconds;
  private final int iterations;

  private PlanResult(Builder builder) {
    this.status = builder.status;
    this.plan = builder.plan;
    this.check = builder.check;
    this.lowerBound = builder.lowerBound;
    this.prices = List.copyOf(builder.prices);
    this.conflict = List.copyOf(builder.conflict);
    this.seconds = builder.seconds;
    this.iterations = builder.iterations;
  }

  /**
   * Starts a result without a plan.
   *
   * @param status how the search ended
   * @return a builder
   */
  public static Builder builder(PlanStatus status) {
    return new Builder(status);
  }

  /**
   * Returns how the search ended.
   *
   * @return the status
   */
  public PlanStatus status() {
    return status;
  }

  /**
   * Returns the best plan found.
   *
   * @return empty if none was found
   */
  public Optional<OrderPlan> plan() {
    return Optional.ofNullable(plan);
  }

  /**
   * Returns the check of the plan: its costs and what it uses of each limit.
   *
   * @return empty if there is no plan; else feasible
   */
  public Optional<PlanCheck> check() {
    return Optional.ofNullable(check);
  }

  /**
   * Returns what every plan costs at least, proven.
   *
   * @return money; negative infinity if nothing is proven
   */
  public double lowerBound() {
    return lowerBound;
  }

  /**
   * Returns how much cheaper than the plan another can be at most.
   *
   * @return share of the total cost; positive infinity without a plan or a bound
   */
  public double gap() {
    return check == null ? Double.POSITIVE_INFINITY : gap(difference(), check.costs().total());
  }

  /**
   * Returns the gap against what a planner can do something about, {@link
   * io.synkro.predict.optimize.problem.PlanCosts#controllable()}.
   *
   * @return share of the controllable cost; positive infinity without a plan or a bound
   */
  public double controllableGap() {
    return check == null
        ? Double.POSITIVE_INFINITY
        : gap(difference(), check.costs().controllable());
  }

  private double difference() {
    return check == null ? Double.POSITIVE_INFINITY : check.costs().total() - lowerBound;
  }

  static double gap(double difference, double cost) {
    if (!Double.isFinite(difference) || !Double.isFinite(cost)) {
      return Double.POSITIVE_INFINITY;
    }
    return difference <= 0 ? 0 : difference / Math.abs(cost);
  }

  /**
   * Returns what the shared limits are worth.
   *
   * @return one for each limit, in the order of the problem; empty if there are none
   */
  public List<LimitPrice> prices() {
    return prices;
  }

  /**
   * Returns what contradicts each other, if it is proven that no plan exists.
   *
   * @return lines or limits in words; otherwise empty
   */
  public List<String> conflict() {
    return conflict;
  }

  /**
   * Returns how long the search took.
   *
   * @return seconds
   */
  public double seconds() {
    return seconds;
  }

  /**
   * Returns how often the engine went over all lines, or how many nodes it explored.
   *
   * @return zero or more
   */
  public int iterations() {
    return iterations;
  }

  /** Collects a result. Not safe for use by several threads. */
  public static final class Builder {
    private final PlanStatus status;
    private @Nullable OrderPlan plan;
    private @Nullable PlanCheck check;
    private double lowerBound = Double.NEGATIVE_INFINITY;
    private List<LimitPrice> prices = List.of();
    private List<String> conflict = List.of();
    private double seconds;
    private int iterations;

    private Builder(PlanStatus status) {
      this.status = status;
    }

    /**
     * Sets the plan.
     *
     * @param found the plan
     * @param verified its check, feasible
     * @return this builder
     */
    public Builder plan(OrderPlan found, PlanCheck verified) {
      if (!verified.isFeasible()) {
        throw new IllegalStateException(
            "An engine gave a plan that breaks rules: " + verified.violations());
      }
      this.plan = found;
      this.check = verified;
      return this;
    }

    /**
     * Sets what is proven.
     *
     * @param bound what every plan costs at least
     * @param values of the limits at that bound
     * @return this builder
     */
    public Builder bound(double bound, List<LimitPrice> values) {
      this.lowerBound = bound;
      this.prices = values;
      return this;
    }

    /**
     * Sets what contradicts each other.
     *
     * @param reasons lines or limits in words
     * @return this builder
     */
    public Builder conflict(List<String> reasons) {
      this.conflict = reasons;
      return this;
    }

    /**
     * Sets what the search took.
     *
     * @param time seconds
     * @param passes over all lines
     * @return this builder
     */
    public Builder effort(double time, int passes) {
      this.seconds = time;
      this.iterations = passes;
      return this;
    }

    /**
     * Builds the result.
     *
     * @return the result
     */
    public PlanResult build() {
      return new PlanResult(this);
    }
  }
}
