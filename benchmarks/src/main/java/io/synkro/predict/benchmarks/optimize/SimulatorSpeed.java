package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.inventory.LeadTime;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.simulate.DemandDraws;
import io.synkro.predict.optimize.simulate.DemandReplay;
import io.synkro.predict.optimize.simulate.InventorySimulator;
import io.synkro.predict.optimize.simulate.OrderUpToPolicy;
import io.synkro.predict.optimize.simulate.ReplenishmentTerms;
import io.synkro.predict.optimize.simulate.SimulationCosts;
import java.util.ArrayList;
import java.util.List;

/**
 * How many product-days the simulator does in a second on one thread: 200 products of five years,
 * weekly orders up to a level, lead times that vary, lost sales, packs. The best of several seconds
 * counts, since machines that share their cores are slow at times.
 */
final class SimulatorSpeed {
  private static final int PRODUCTS = 200;
  private static final int DAYS = 1_825;
  private static final int ROUNDS = 12;
  private static final long ROUND_NANOS = 500_000_000;

  private SimulatorSpeed() {}

  static double productDaysPerSecond() {
    List<DemandReplay> replays = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      double[] demand = DemandDraws.of(new PoissonDemand(0.2 + 0.1 * i), DAYS, i);
      replays.add(DemandReplay.of(demand, 0, 10));
    }
    ReplenishmentTerms terms =
        ReplenishmentTerms.of(LeadTime.ofProbabilities(0, 0, 0, 0.1, 0.2, 0.4, 0.2, 0.1), 7)
            .withPacks(6, 6);
    InventorySimulator simulator = new InventorySimulator(terms, new SimulationCosts(0.01, 5, 1));
    double best = 0;
    double unused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long days = 0;
      long start = System.nanoTime();
      while (System.nanoTime() - start < ROUND_NANOS) {
        for (int i = 0; i < PRODUCTS; i++) {
          OrderUpToPolicy policy = OrderUpToPolicy.level(14 * (0.2 + 0.1 * i) + 10);
          unused += simulator.run(replays.get(i), policy, i).totalCost();
          days += DAYS;
        }
      }
      best = Math.max(best, days * 1e9 / (System.nanoTime() - start));
    }
    if (Double.isNaN(unused)) {
      throw new IllegalStateException("The costs are not a number.");
    }
    return best;
  }
}
