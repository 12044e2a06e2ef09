package io.synkro.predict.optimize.simulate;

import java.util.SplittableRandom;

/**
 * Simulates the stock of one product in one warehouse, period by period: what is due arrives and
 * serves backorders; at a review the policy orders; then demand comes. Equal input gives an equal
 * result. Immutable; safe for use by many threads, each with a policy of its own if the policy
 * remembers.
 */
public final class InventorySimulator {
  private final ReplenishmentTerms terms;
  private final SimulationCosts costs;

  /**
   * Creates a simulator.
   *
   * @param terms how stock is replenished
   * @param costs what units, orders and shortages cost
   */
  public InventorySimulator(ReplenishmentTerms terms, SimulationCosts costs) {
    this.terms = terms;
    this.costs = costs;
  }

  /**
   * Simulates with a fixed lead time, or random ones from seed 0.
   *
   * @param replay demand
   * @param policy decides what is ordered
   * @return what it came to
   */
  public StockRun run(DemandReplay replay, ReplenishmentPolicy policy) {
    return run(replay, policy, 0);
  }

  /**
   * Simulates. Two policies that order at the same reviews see the same lead times if their seeds
   * are equal.
   *
   * @param replay demand
   * @param policy decides what is ordered
   * @param seed of the lead times
   * @return what it came to
   */
  public StockRun run(DemandReplay replay, ReplenishmentPolicy policy, long seed) {
    Shelf shelf = new Shelf(replay, terms, new SplittableRandom(seed));
    return shelf.simulate(policy).result(costs);
  }
}
