package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import java.util.SplittableRandom;

/** Problems for tests. */
final class LotCases {
  private LotCases() {}

  /** Whole numbers below 4, with a capacity that may be too small. */
  static CapacitatedLotSizing tiny(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int periods = 2 + random.nextInt(3);
    CapacitatedLotSizing.Builder builder = CapacitatedLotSizing.builder();
    double[] capacity = new double[periods];
    for (int t = 0; t < periods; t++) {
      capacity[t] = 3 + random.nextInt(7);
    }
    builder.capacity(capacity);
    for (int i = 0; i < 2; i++) {
      double[] demand = new double[periods];
      for (int t = 0; t < periods; t++) {
        demand[t] = random.nextInt(4);
      }
      builder.item(
          ProductionItem.builder("item" + i)
              .demand(demand)
              .setup(random.nextInt(20), random.nextInt(3))
              .holdingCost(1 + random.nextInt(5))
              .build());
    }
    return builder.build();
  }

  /** Like those of Trigeiro, Thomas and McClain, with a tight capacity. */
  static CapacitatedLotSizing tight(int seed, int items, int periods, double load) {
    SplittableRandom random = new SplittableRandom(seed);
    CapacitatedLotSizing.Builder builder = CapacitatedLotSizing.builder();
    double needed = 0;
    for (int i = 0; i < items; i++) {
      double[] demand = new double[periods];
      double unit = 0.5 + random.nextInt(3) / 2.0;
      double time = 10 + 10 * random.nextInt(4);
      for (int t = 0; t < periods; t++) {
        demand[t] = t < 2 && random.nextInt(3) == 0 ? 0 : 75 + random.nextInt(50);
        needed += unit * demand[t] + 0.7 * time;
      }
      builder.item(
          ProductionItem.builder("item" + i)
              .demand(demand)
              .setup(200 + 200 * random.nextInt(5), time)
              .holdingCost(1 + random.nextInt(5))
              .unitCapacity(unit)
              .build());
    }
    return builder.constantCapacity(periods, Math.ceil(needed / periods / load)).build();
  }

  /** The same with other costs and another capacity. */
  static CapacitatedLotSizing scaled(CapacitatedLotSizing problem, double cost, double capacity) {
    CapacitatedLotSizing.Builder builder = CapacitatedLotSizing.builder();
    double[] room = new double[problem.periods()];
    for (int t = 0; t < room.length; t++) {
      room[t] = capacity * problem.capacity(t);
    }
    for (ProductionItem item : problem.items()) {
      double[] demand = new double[room.length];
      for (int t = 0; t < room.length; t++) {
        demand[t] = item.demand(t);
      }
      builder.item(
          ProductionItem.builder(item.name())
              .demand(demand)
              .setup(cost * item.setupCost(), item.setupTime())
              .holdingCost(cost * item.holdingCost())
              .unitCapacity(item.unitCapacity())
              .build());
    }
    return builder.capacity(room).build();
  }

  static LotSizingResult optimum(CapacitatedLotSizing problem) {
    return new LotSizingSolver()
        .solve(problem, SolveOptions.builder().targetGap(0).build(), SolveMonitor.none());
  }

  static double cost(LotSizingResult result) {
    return result.check().map(LotSizingCheck::total).orElse(Double.POSITIVE_INFINITY);
  }
}
