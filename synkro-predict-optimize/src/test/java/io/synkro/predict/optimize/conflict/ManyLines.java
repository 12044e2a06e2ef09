package io.synkro.predict.optimize.conflict;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.SplittableRandom;

/** Random problems of many lines whose demand must be met out of a budget. */
final class ManyLines {
  private ManyLines() {}

  /**
   * Makes a problem.
   *
   * @param tightness budget of a period as a share of what its demand costs
   */
  static StockProblem problem(int lines, int periods, double tightness) {
    SplittableRandom random = new SplittableRandom(7);
    StockProblem.Builder builder = StockProblem.builder(periods);
    double money = 0;
    double volume = 0;
    for (int i = 0; i < lines; i++) {
      double mean = random.nextDouble(2, 40);
      double cost = random.nextDouble(1, 50);
      double space = random.nextDouble(0.01, 0.2);
      double[] demand = new double[periods];
      for (int t = 0; t < periods; t++) {
        demand[t] = Math.floor(mean * random.nextDouble(0.5, 1.5));
      }
      int lead = random.nextInt(3);
      StockLine.Builder line =
          StockLine.builder(SeriesId.of("p" + i, "W2"), demand)
              .initialStock(1.5 * (lead + 1) * mean)
              .packSize(random.nextInt(1, 13))
              .space(Space.VOLUME, space)
              .supply(SupplyOption.of(SupplierId.of("Acme"), lead, cost));
      for (int t = lead; t < periods; t++) {
        line.minimumStock(t, 0.3 * mean);
      }
      builder.add(line.build());
      money += cost * mean;
      volume += space * mean;
    }
    for (int t = 0; t < periods; t++) {
      builder.limit(new SharedLimit.Budget(t, 0.7 * tightness * money, SharedLimit.HARD));
      builder.limit(
          new SharedLimit.Room(
              WarehouseId.of("W2"), Space.VOLUME, t, 5 * volume, SharedLimit.HARD));
    }
    return builder.build();
  }
}
