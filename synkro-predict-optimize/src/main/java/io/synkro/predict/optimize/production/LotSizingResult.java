package io.synkro.predict.optimize.production;

import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.engine.PlanStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a search for lot sizes has found: status, plan and proven bound apart. Immutable; safe for
 * use by many threads.
 */
public final class LotSizingResult {
  private final PlanStatus status;
  private final @Nullable LotSizingPlan plan;
  private final @Nullable LotSizingCheck check;
  private final Proof proof;
  private final List<String> conflict;

  /** What was proven, and by how many parts of the search in how many seconds. */
  record Proof(double lowerBound, List<Double> prices, int parts, double seconds) {
    Proof {
      prices = List.copyOf(prices);
    }
  }

  private LotSizingResult(Found found, PlanStatus status, Proof proof, List<String> conflict) {
    this.status = status;
    this.plan = found.plan;
    this.check = found.check;
    this.proof = proof;
    this.conflict = conflict;
  }

  private record Found(@Nullable LotSizingPlan plan, @Nullable LotSizingCheck check) {}

  /** A result with a plan, which is checked once more. */
  static LotSizingResult of(
      CapacitatedLotSizing problem, LotSizingPlan plan, PlanStatus status, Proof proof) {
    LotSizingCheck check = LotSizingCheck.of(problem, plan);
    if (!check.isFeasible()) {
      throw new IllegalStateException("A plan breaks rules: " + check.violations());
    }
    return new LotSizingResult(new Found(plan, check), status, proof, List.of());
  }

  /** A result without a plan. */
  static LotSizingResult without(PlanStatus status, Proof proof, List<String> conflict) {
    return new LotSizingResult(new Found(null, null), status, proof, List.copyOf(conflict));
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
  public Optional<LotSizingPlan> plan() {
    return Optional.ofNullable(plan);
  }

  /**
   * Returns the check of the plan, with its costs.
   *
   * @return empty if there is no plan; else feasible
   */
  public Optional<LotSizingCheck> check() {
    return Optional.ofNullable(check);
  }

  /**
   * Returns what no plan costs less than, proven.
   *
   * @return money; positive infinity if it is proven that there is no plan
   */
  public double lowerBound() {
    return proof.lowerBound;
  }

  /**
   * Returns how much cheaper than the plan another can be at most.
   *
   * @return share of its cost; positive infinity without a plan
   */
  public double gap() {
    if (check == null) {
      return Double.POSITIVE_INFINITY;
    }
    double difference = check.total() - proof.lowerBound;
    return difference <= 0 ? 0 : difference / check.total();
  }

  /**
   * Returns what more capacity would be worth at the first bound, before any set-up was decided.
   *
   * @param period from 0
   * @return money per unit of capacity, zero or more
   */
  public double capacityPrice(int period) {
    return proof.prices.get(Require.index("period", period, proof.prices.size()));
  }

  /**
   * Returns what contradicts each other, if it is proven that there is no plan.
   *
   * @return sentences; otherwise empty
   */
  public List<String> conflict() {
    return conflict;
  }

  /**
   * Returns how many parts the search was divided into.
   *
   * @return zero or more
   */
  public int parts() {
    return proof.parts;
  }

  /**
   * Returns how long the search took.
   *
   * @return seconds
   */
  public double seconds() {
    return proof.seconds;
  }
}
