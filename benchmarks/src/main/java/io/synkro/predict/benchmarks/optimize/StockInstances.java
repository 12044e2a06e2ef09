package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.inventory.NormalDistribution;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.decomposition.DecompositionEngine;
import io.synkro.predict.optimize.engine.SolveMonitor;
import io.synkro.predict.optimize.engine.SolveOptions;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockCost;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Generated planning problems: products with lognormal demand, price and volume, one or two
 * suppliers each, packs of 0.2 to 1.5 weeks of demand, minimum orders and order costs; and limits
 * of money, room and suppliers sized by what a plan without limits uses. Ordering nothing keeps all
 * limits, so every problem has a plan.
 */
public final class StockInstances {
  private static final double[] SAFETY_FACTORS = {1.282, 1.645, 2.054};

  /** What nothing reaches. */
  private static final double PLENTY = 1e15;

  private final Size size;
  private final Random random;

  private StockInstances(Size size, long seed) {
    this.size = size;
    this.random = new Random(seed);
  }

  /** How large a problem is. */
  public enum Size {
    /** 20 lines, 4 periods. */
    TINY(10, 2, 4, 3),
    /** 150 lines, 4 periods. */
    SMALL(50, 3, 4, 3),
    /** 5,000 lines, 8 periods. */
    MEDIUM(1_000, 5, 8, 10),
    /** 100,000 lines, 12 periods. */
    LARGE(10_000, 10, 12, 20);

    private final int products;
    private final int warehouses;
    private final int periods;
    private final int suppliers;

    Size(int products, int warehouses, int periods, int suppliers) {
      this.products = products;
      this.warehouses = warehouses;
      this.periods = periods;
      this.suppliers = suppliers;
    }
  }

  /**
   * Generates a problem.
   *
   * @param size how large
   * @param seed of all draws
   * @param tightness 1 is short of what a plan without limits would use in its busiest periods,
   *     less is shorter
   * @return the problem
   */
  public static StockProblem generate(Size size, long seed, double tightness) {
    StockInstances draws = new StockInstances(size, seed);
    StockProblem.Builder builder = StockProblem.builder(size.periods);
    for (int s = 0; s < size.products; s++) {
      draws.addProduct(s, builder);
    }
    draws.limits(PLENTY).forEach(builder::limit);
    StockProblem free = builder.build();
    return free.withLimits(draws.sized(free, tightness));
  }

  /**
   * Generates a problem whose warehouses stand in a ring, each sending every product to the next
   * one within a period.
   *
   * @param size how large
   * @param seed of all draws
   * @param tightness as without lanes
   * @return the same problem with lanes
   */
  public static StockProblem generateWithLanes(Size size, long seed, double tightness) {
    StockProblem problem = generate(size, seed, tightness);
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < problem.lines().size(); i++) {
      StockLine line = problem.lines().get(i);
      boolean isLast = (i + 1) % size.warehouses == 0;
      StockLine next = problem.lines().get(isLast ? i + 1 - size.warehouses : i + 1);
      double perUnit = 0.02 * line.supply().get(0).unitCost() + 2 * line.unitSpace(Space.VOLUME);
      lanes.add(Lane.of(line.id(), next.id(), 1, 0.5 + perUnit * line.packSize()));
    }
    return problem.withLanes(lanes);
  }

  private void addProduct(int s, StockProblem.Builder builder) {
    double mean = Math.exp(2.7 + 1.1 * random.nextGaussian());
    double cost = Math.exp(2.3 + 0.9 * random.nextGaussian());
    double volume = Math.exp(-4 + 0.8 * random.nextGaussian());
    double pack = Math.max(1, Math.round(mean * (0.2 + 1.3 * random.nextDouble())));
    List<SupplyOption> supply = supply(cost);
    int longest = supply.stream().mapToInt(SupplyOption::leadPeriods).max().orElseThrow();
    double phase = random.nextDouble() * 6.28;
    double season = 0.3 * random.nextDouble();
    double[] shares = random.doubles(size.warehouses).map(u -> 0.3 + u).toArray();
    double total = Arrays.stream(shares).sum();
    for (int w = 0; w < size.warehouses; w++) {
      double level = mean * shares[w] * size.warehouses / total;
      double[] demand = new double[size.periods];
      for (int t = 0; t < size.periods; t++) {
        double seasonal = level * (1 + season * Math.sin(phase + t * 0.5));
        demand[t] = Math.max(0, Math.round(seasonal * (1 + 0.25 * random.nextGaussian())));
      }
      StockLine.Builder line =
          StockLine.builder(SeriesId.of("P" + s, "W" + w), demand)
              .packSize(pack)
              .space(Space.VOLUME, volume);
      supply.forEach(line::supply);
      addStock(line, new Item(cost, volume, level, longest), Arrays.stream(demand).sum());
      builder.add(line.build());
    }
  }

  private record Item(double cost, double volume, double level, int lead) {}

  private List<SupplyOption> supply(double cost) {
    int count = random.nextDouble() < 0.5 ? 1 : 2;
    int first = random.nextInt(size.suppliers);
    double orderCost = 10 + 50 * random.nextDouble();
    List<SupplyOption> options = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int supplier = (first + k * (1 + random.nextInt(size.suppliers - 1))) % size.suppliers;
      int lead = k == 0 ? 1 + random.nextInt(3) : 1;
      int minimum = 1 + random.nextInt(4);
      double unit = cost * (k == 0 ? 1 : 1.08);
      double fixed = orderCost * (k == 0 ? 1 : 0.7);
      SupplierId id = supplier(supplier);
      options.add(new SupplyOption(id, lead, unit, fixed, minimum, SupplyOption.ANY, List.of()));
    }
    if (count == 2 && options.get(0).leadPeriods() == 1) { // the dearer one is the faster one
      SupplyOption slow = options.get(0);
      options.set(
          0,
          new SupplyOption(
              slow.supplier(),
              2,
              slow.unitCost(),
              slow.orderCost(),
              slow.minimumPacks(),
              slow.maximumPacks(),
              List.of()));
    }
    return options;
  }

  private void addStock(StockLine.Builder line, Item item, double demand) {
    double deviation =
        Math.max(0.5, item.level * (0.2 + 0.5 * random.nextDouble())) * Math.sqrt(item.lead + 1.0);
    double safety = SAFETY_FACTORS[random.nextInt(3)] * deviation;
    double holding = item.cost * 0.25 / 52 + item.volume * 0.6;
    double shortage = item.cost * (0.2 + 0.3 * random.nextDouble());
    double stock = Math.round(item.level * (1 + 2.5 * random.nextDouble()) + 0.7 * safety);
    double[] levels = {
      Math.min(Math.min(-1, stock - demand - 1), -deviation - 1),
      -deviation * 0.999,
      0,
      safety / 2,
      safety,
      safety + 2 * deviation
    };
    double[] values = new double[levels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          holding * Math.max(0, levels[i])
              + shortage * deviation * NormalDistribution.loss(levels[i] / deviation)
              + item.cost * 0.03 * Math.max(0, safety - levels[i]);
    }
    double before = (values[1] - values[0]) / (levels[1] - levels[0]);
    line.initialStock(stock)
        .cost(StockCost.of(levels, values, before, holding))
        .terminalValue(0.95 * item.cost, levels[5]);
  }

  private static SupplierId supplier(int number) {
    return SupplierId.of("S" + number);
  }

  private static WarehouseId warehouse(int number) {
    return WarehouseId.of("W" + number);
  }

  private List<SharedLimit> limits(double amount) {
    List<SharedLimit> limits = new ArrayList<>();
    for (int t = 0; t < size.periods; t++) {
      limits.add(new SharedLimit.Budget(t, amount, SharedLimit.HARD));
      for (int w = 0; w < size.warehouses; w++) {
        limits.add(new SharedLimit.Room(warehouse(w), Space.VOLUME, t, amount, SharedLimit.HARD));
      }
      for (int p = 0; p < size.suppliers; p++) {
        limits.add(new SharedLimit.Capacity(supplier(p), t, amount, SharedLimit.HARD));
      }
    }
    return limits;
  }

  /** Sizes the limits by what a plan without them uses. */
  private List<SharedLimit> sized(StockProblem free, double tightness) {
    List<Double> used =
        new DecompositionEngine()
            .solve(free, SolveOptions.builder().build(), SolveMonitor.none())
            .check()
            .orElseThrow()
            .used();
    int step = free.limits().size() / size.periods;
    double budget = 1.15 * tightness * average(used, 0, step);
    List<SharedLimit> limits = new ArrayList<>();
    for (int r = 0; r < used.size(); r++) {
      SharedLimit limit = free.limits().get(r);
      if (limit instanceof SharedLimit.Room room) {
        double most = 0;
        for (int t = 1; t < size.periods; t++) {
          most = Math.max(most, used.get(r % step + t * step));
        }
        double amount = Math.max(idle(free, room.warehouse()) * 1.0001, most * tightness * 0.95);
        limits.add(
            new SharedLimit.Room(
                room.warehouse(), Space.VOLUME, room.period(), amount, SharedLimit.HARD));
      } else if (limit instanceof SharedLimit.Capacity capacity) {
        double amount = Math.max(1, 1.6 * tightness * average(used, r % step, step));
        limits.add(
            new SharedLimit.Capacity(
                capacity.supplier(), capacity.period(), amount, SharedLimit.HARD));
      } else {
        limits.add(new SharedLimit.Budget(limit.period(), budget, SharedLimit.HARD));
      }
    }
    return limits;
  }

  private double average(List<Double> used, int first, int step) {
    double sum = 0;
    for (int t = 0; t < size.periods - 1; t++) {
      sum += used.get(first + t * step);
    }
    return sum / (size.periods - 1);
  }

  /** Returns the most room that stock takes if nothing is ordered. */
  private double idle(StockProblem problem, WarehouseId warehouse) {
    double[] room = new double[size.periods];
    for (StockLine line : problem.lines()) {
      for (int t = 0; t < size.periods && line.id().warehouse().equals(warehouse); t++) {
        room[t] += line.unitSpace(Space.VOLUME) * Math.max(0, line.stockWithoutOrders(t));
      }
    }
    return Arrays.stream(room).max().orElseThrow();
  }
}
