package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.List;
import java.util.SplittableRandom;

/** Random problems for tests. */
final class Problems {
  static final WarehouseId WAREHOUSE = WarehouseId.of("W");

  private Problems() {}

  /** A line with whatever lines can have: minimum orders, maxima, discounts, floors, old stock. */
  static StockLine line(int number, int periods, SplittableRandom random) {
    double[] demand = random.doubles(periods).map(u -> Math.floor(5 * u)).toArray();
    StockLine.Builder line =
        StockLine.builder(SeriesId.of("P" + number, WAREHOUSE.value()), demand)
            .initialStock(random.nextInt(12) - 2)
            .packSize(1 + random.nextInt(3))
            .space(Space.VOLUME, 0.5 + random.nextDouble())
            .cost(cost(random));
    if (random.nextInt(3) == 0) {
      line.arrival(random.nextInt(periods), random.nextInt(6));
    }
    int options = 1 + random.nextInt(2);
    for (int k = 0; k < options; k++) {
      line.supply(option(k, random));
    }
    if (random.nextInt(3) == 0) {
      line.minimumStock(periods - 1, random.nextInt(4));
    }
    if (random.nextInt(4) == 0) {
      line.shelfLife(2);
    }
    if (random.nextInt(4) == 0) {
      line.frozenPeriods(1);
    }
    return line.terminalValue(random.nextInt(3), 10).build();
  }

  private static StockCost cost(SplittableRandom random) {
    double backorder = 2 + 6 * random.nextDouble();
    return StockCost.linear(0.2 + random.nextDouble(), backorder)
        .withFloor(random.nextInt(5), random.nextDouble());
  }

  private static SupplyOption option(int number, SplittableRandom random) {
    int least = 1 + random.nextInt(2);
    int most = random.nextBoolean() ? SupplyOption.ANY : least + 2 + random.nextInt(3);
    double unitCost = 3 + 2 * random.nextDouble();
    List<PriceBreak> breaks =
        random.nextBoolean() ? List.of() : List.of(new PriceBreak(3, 0.8 * unitCost));
    SupplierId supplier = SupplierId.of("S" + number);
    double orderCost = random.nextInt(8);
    int lead = random.nextInt(2);
    return new SupplyOption(supplier, lead, unitCost, orderCost, least, most, breaks);
  }

  /** Lines that share money, room and a supplier, which are short. */
  static StockProblem shared(int lines, int periods, long seed, double price) {
    SplittableRandom random = new SplittableRandom(seed);
    StockProblem.Builder builder = StockProblem.builder(periods);
    for (int i = 0; i < lines; i++) {
      double[] demand = random.doubles(periods).map(u -> Math.floor(20 * u)).toArray();
      SupplierId supplier = SupplierId.of("S" + random.nextInt(2));
      int lead = random.nextInt(2);
      int least = 1 + random.nextInt(3);
      builder.add(
          StockLine.builder(SeriesId.of("P" + i, WAREHOUSE.value()), demand)
              .initialStock(random.nextInt(40))
              .packSize(1 + random.nextInt(6))
              .space(Space.VOLUME, 0.5 + random.nextDouble())
              .cost(cost(random))
              .terminalValue(2, 10)
              .supply(new SupplyOption(supplier, lead, 3, 10, least, SupplyOption.ANY, List.of()))
              .build());
    }
    for (int t = 0; t < periods; t++) {
      builder.limit(new SharedLimit.Budget(t, 9.0 * lines, price));
      builder.limit(new SharedLimit.Room(WAREHOUSE, Space.VOLUME, t, 16.0 * lines, price));
      builder.limit(new SharedLimit.Capacity(SupplierId.of("S0"), t, 4.0 * lines, price));
    }
    return builder.build();
  }

  /**
   * Products in several warehouses, each of which sends to the next: with or without time on the
   * way, a most, frozen lines, minimum stocks and goods that perish.
   */
  static StockProblem joined(int products, int warehouses, int periods, long seed, double price) {
    return joined(new int[] {products, warehouses, periods}, seed, price, 0);
  }

  /** The same with goods that arrive, or are sold, before others can be sent. */
  static StockProblem joinedLate(int[] size, long seed) {
    return joined(size, seed, SharedLimit.HARD, 3);
  }

  private static StockProblem joined(int[] size, long seed, double price, double withheld) {
    int products = size[0];
    int warehouses = size[1];
    int periods = size[2];
    SplittableRandom random = new SplittableRandom(seed);
    StockProblem.Builder builder = StockProblem.builder(periods);
    for (int p = 0; p < products; p++) {
      int pack = 1 + random.nextInt(4);
      for (int w = 0; w < warehouses; w++) {
        StockLine.Builder line = joinedLine(SeriesId.of("P" + p, "W" + w), pack, periods, random);
        for (int t = 0; t < periods; t++) {
          line.withheld(t, withheld).arrival(t, t == w ? withheld : 0);
        }
        builder.add(line.build());
      }
      for (int w = 0; w < warehouses; w++) {
        int lead = w + 1 < warehouses ? random.nextInt(2) : 1;
        int most = random.nextBoolean() ? SupplyOption.ANY : 1 + random.nextInt(3);
        SeriesId from = SeriesId.of("P" + p, "W" + w);
        SeriesId to = SeriesId.of("P" + p, "W" + (w + 1) % warehouses);
        builder.lane(new Lane(from, to, lead, random.nextDouble() * pack, most));
      }
    }
    for (int t = 0; t < periods; t++) {
      builder.limit(new SharedLimit.Budget(t, 14.0 * products * warehouses, price));
      builder.limit(
          new SharedLimit.Room(WarehouseId.of("W0"), Space.VOLUME, t, 16.0 * products, price));
    }
    return builder.build();
  }

  private static StockLine.Builder joinedLine(
      SeriesId id, int pack, int periods, SplittableRandom random) {
    double[] demand = random.doubles(periods).map(u -> Math.floor(8 * u)).toArray();
    StockLine.Builder line =
        StockLine.builder(id, demand)
            .initialStock(random.nextInt(14) - 2)
            .packSize(pack)
            .space(Space.VOLUME, 0.5 + random.nextDouble() / 2)
            .cost(cost(random))
            .terminalValue(random.nextInt(3), 10);
    if (random.nextInt(5) > 0) {
      line.supply(option(random.nextInt(2), random));
    }
    if (random.nextInt(4) == 0) {
      line.minimumStock(periods - 1, -6);
    }
    if (random.nextInt(6) == 0) {
      line.shelfLife(2);
    }
    if (random.nextInt(5) == 0) {
      line.frozenPeriods(1);
    }
    return line;
  }
}
