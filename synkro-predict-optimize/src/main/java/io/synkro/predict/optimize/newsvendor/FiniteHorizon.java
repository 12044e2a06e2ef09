package io.synkro.predict.optimize.newsvendor;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * What to order in each of several periods with random demand, with or without fixed order costs:
 * unmet demand waits, and orders arrive at once. The dynamic program θ_t(x) = min over y ≥ x of K
 * δ(y − x) + c (y − x) + g(y) + γ E[θ_{t+1}(y − D)] is solved exactly over whole units. Source:
 * Snyder &amp; Shen (2019), Fundamentals of Supply Chain Theory, 2nd edition, equation 4.66 and
 * algorithm 4.1. Immutable; safe for use by many threads.
 */
public final class FiniteHorizon {
  private final List<StockPeriod> periods;
  private final MismatchCosts terminal;
  private final List<DemandGrid> demands;

  private FiniteHorizon(
      List<StockPeriod> periods, MismatchCosts terminal, List<DemandGrid> demands) {
    this.periods = List.copyOf(periods);
    this.terminal = terminal;
    this.demands = demands;
  }

  /**
   * Creates the problem.
   *
   * @param periods the periods in their order, at least one; demand that is not in whole units is
   *     rounded to them
   * @param terminal costs of units left and of units still owed after the last period
   * @return the problem
   */
  public static FiniteHorizon of(List<StockPeriod> periods, MismatchCosts terminal) {
    Require.atLeast("periods.size()", periods.size(), 1, "");
    List<DemandGrid> demands = new ArrayList<>();
    for (int t = 0; t < periods.size(); t++) {
      boolean again = t > 0 && periods.get(t).demand().equals(periods.get(t - 1).demand());
      demands.add(again ? demands.get(t - 1) : DemandGrid.of(periods.get(t).demand()));
    }
    return new FiniteHorizon(periods, terminal, demands);
  }

  /**
   * Leaves demand outside a range out of account, as hand calculations and textbooks do: the cost
   * that would follow it is lost, so the total is too low by about its probability.
   *
   * @param low least demand of a period, units, zero or more
   * @param high largest demand of a period, units, at most a million above {@code low}
   * @return the problem with this range instead of all that matters
   */
  public FiniteHorizon withDemandBetween(long low, long high) {
    Require.that(low >= 0, "low", low, "must be zero or more", "");
    Require.that(
        high >= low && high - low < 1_000_000,
        "high",
        high,
        "must be from %d to a million above it".formatted(low),
        "");
    List<DemandGrid> cut = new ArrayList<>();
    for (StockPeriod period : periods) {
      cut.add(DemandGrid.between(period.demand(), low, high));
    }
    return new FiniteHorizon(periods, terminal, List.copyOf(cut));
  }

  /**
   * Solves the problem.
   *
   * @param initialStock stock before the first order, units; negative if units are owed
   * @return what to order, and the cost
   * @throws io.synkro.predict.InvalidInputException if the best levels are so far apart that the
   *     recursion would need more than about ten seconds or 100 MB
   */
  public FiniteHorizonPlan solve(long initialStock) {
    return new BackwardRecursion(periods, terminal, demands).solve(initialStock);
  }
}
