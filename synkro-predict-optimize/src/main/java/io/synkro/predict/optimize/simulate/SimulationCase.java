package io.synkro.predict.optimize.simulate;

import io.synkro.predict.series.SeriesId;
import io.synkro.predict.univariate.DemandClass;
import io.synkro.predict.univariate.DemandProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One product in one warehouse to be simulated.
 *
 * @param id product and warehouse
 * @param terms how stock is replenished
 * @param costs what units, orders and shortages cost
 * @param replay demand
 */
public record SimulationCase(
    SeriesId id, ReplenishmentTerms terms, SimulationCosts costs, DemandReplay replay) {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L; // spreads seeds, as in SplitMix

  /**
   * Simulates many, one after the other. The lead times of a case depend on its place in the list
   * and the seed only, so that two policies meet the same ones if they order at the same reviews.
   *
   * @param cases products in warehouses
   * @param policies gives each its policy
   * @param seed of the lead times
   * @return one result a case, in the same order
   */
  public static List<SimulatedItem> runAll(
      List<SimulationCase> cases,
      Function<? super SimulationCase, ? extends ReplenishmentPolicy> policies,
      long seed) {
    List<SimulatedItem> items = new ArrayList<>(cases.size());
    for (int i = 0; i < cases.size(); i++) {
      items.add(cases.get(i).run(policies.apply(cases.get(i)), seed + i * GOLDEN_GAMMA));
    }
    return items;
  }

  /**
   * Simulates this one.
   *
   * @param policy decides what is ordered
   * @param seed of the lead times
   * @return what it came to
   */
  public SimulatedItem run(ReplenishmentPolicy policy, long seed) {
    StockRun run = new InventorySimulator(terms, costs).run(replay, policy, seed);
    return new SimulatedItem(id, demandClass(), run);
  }

  /**
   * Returns the class of the demand before the simulation.
   *
   * @return the class
   */
  public DemandClass demandClass() {
    return DemandProfile.of(id, replay.history()).demandClass();
  }
}
