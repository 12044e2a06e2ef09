package io.synkro.predict.optimize.formulation;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
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
import java.util.Random;

/** Random problems of two lines, so small that all plans can be tried; they use every feature. */
final class SmallProblems {
  private static final int MOST_PACKS = 3;
  private static final int MOST_MOVED = 2;
  private static final SupplierId SUPPLIER = SupplierId.of("S");

  private final Random random;
  private final int periods;
  private double withheld;

  private SmallProblems(long seed, int periods) {
    this.random = new Random(seed);
    this.periods = periods;
  }

  /** Draws a problem of three periods without lanes, whose orders have at most three packs. */
  static StockProblem withoutLanes(long seed) {
    return new SmallProblems(seed, 3).draw(false);
  }

  /** Draws a problem of two periods with two lanes, whose orders have at most three packs. */
  static StockProblem withLanes(long seed) {
    return new SmallProblems(seed, 2).draw(true);
  }

  /** The same with goods that arrive, or are sold, before others can be sent. */
  static StockProblem withLateArrivals(long seed) {
    SmallProblems problems = new SmallProblems(seed, 2);
    problems.withheld = 2;
    return problems.draw(true);
  }

  private StockProblem draw(boolean lanes) {
    StockProblem.Builder problem = StockProblem.builder(periods);
    double pack = List.of(1.0, 2.0, 1.5).get(random.nextInt(3));
    for (int w = 0; w < 2; w++) {
      problem.add(line("W" + w, pack, lanes || w > 0));
    }
    for (int l = 0; l < 2 && lanes; l++) {
      SeriesId from = SeriesId.of("P", "W" + l);
      SeriesId to = SeriesId.of("P", "W" + (1 - l));
      int lead = l == 0 ? random.nextInt(2) : 1;
      problem.lane(new Lane(from, to, lead, 0.2 * random.nextDouble(), MOST_MOVED));
    }
    for (int t = 0; t < periods; t++) {
      if (random.nextInt(3) == 0) {
        problem.limit(new SharedLimit.Budget(t, 10 * random.nextDouble(), price()));
      }
      if (random.nextInt(3) == 0) {
        problem.limit(new SharedLimit.Capacity(SUPPLIER, t, 5 * random.nextDouble(), price()));
      }
      if (random.nextInt(3) == 0) {
        WarehouseId place = WarehouseId.of("W" + random.nextInt(2));
        double amount = 4 + 6 * random.nextDouble();
        problem.limit(new SharedLimit.Room(place, Space.VOLUME, t, amount, price()));
      }
    }
    return problem.build();
  }

  private double price() {
    return random.nextBoolean() ? SharedLimit.HARD : 0.1 + random.nextDouble();
  }

  private StockLine line(String warehouse, double pack, boolean oneOption) {
    double[] demand = random.doubles(periods, 0, 4).toArray();
    StockLine.Builder line =
        StockLine.builder(SeriesId.of("P", warehouse), demand)
            .packSize(pack)
            .space(Space.VOLUME, 1 + random.nextDouble())
            .initialStock(8 * random.nextDouble() - 3)
            .cost(cost())
            .supply(option(random.nextInt(2)));
    if (!oneOption) {
      line.supply(option(1));
    }
    if (random.nextInt(3) == 0) {
      line.arrival(random.nextInt(periods), 2 * random.nextDouble());
    }
    if (random.nextInt(4) == 0) {
      line.frozenPeriods(1);
    }
    if (random.nextInt(3) == 0) {
      line.minimumStock(periods - 1, 5 * random.nextDouble() - 3);
    }
    if (random.nextInt(3) == 0) {
      line.shelfLife(random.nextInt(3));
    }
    if (random.nextInt(2) == 0) {
      line.terminalValue(0.8, 4 * random.nextDouble());
    }
    if (random.nextInt(3) == 0) {
      line.cost(0, StockCost.linear(0.3, 0.7));
    }
    for (int t = 0; t < periods && withheld > 0; t++) {
      double late = withheld * random.nextDouble();
      line.withheld(t, late).arrival(t, random.nextBoolean() ? late : 0);
    }
    return line.build();
  }

  private StockCost cost() {
    StockCost linear = StockCost.linear(random.nextDouble(), 1 + 3 * random.nextDouble());
    return random.nextBoolean() ? linear : linear.withFloor(2.3, random.nextDouble());
  }

  private SupplyOption option(int lead) {
    double unit = 1 + random.nextDouble();
    double orderCost = random.nextBoolean() ? 2 * random.nextDouble() : 0;
    int least = 1 + random.nextInt(2);
    int most = least + random.nextInt(MOST_PACKS + 1 - least);
    List<PriceBreak> breaks =
        random.nextBoolean()
            ? List.of(new PriceBreak(2, 0.9 * unit), new PriceBreak(3, 0.6 * unit))
            : List.of();
    return new SupplyOption(SUPPLIER, lead, unit, orderCost, least, most, breaks);
  }

  /** Returns the cost of the cheapest of all plans; infinite if none keeps all rules. */
  static double cheapest(StockProblem problem) {
    return cheapest(problem, OrderPlan.builder(problem), 0);
  }

  /** Tries every choice of one order or transfer after the other. */
  private static double cheapest(StockProblem problem, OrderPlan.Builder plan, int choice) {
    int periods = problem.periods();
    int rest = choice / periods;
    int period = choice % periods;
    for (int i = 0; i < problem.lines().size(); i++) {
      List<SupplyOption> supply = problem.lines().get(i).supply();
      if (rest < supply.size()) {
        SupplyOption option = supply.get(rest);
        boolean arrives = period + option.leadPeriods() < periods;
        boolean open = arrives && period >= problem.lines().get(i).frozenPeriods();
        plan.order(i, rest, period, 0);
        double least = cheapest(problem, plan, choice + 1);
        for (int n = option.minimumPacks(); n <= option.maximumPacks() && open; n++) {
          plan.order(i, rest, period, n);
          least = Math.min(least, cheapest(problem, plan, choice + 1));
        }
        return least;
      }
      rest -= supply.size();
    }
    if (rest < problem.lanes().size()) {
      double least = Double.POSITIVE_INFINITY;
      for (int packs = 0; packs <= MOST_MOVED; packs++) {
        plan.transfer(rest, period, packs);
        least = Math.min(least, cheapest(problem, plan, choice + 1));
      }
      return least;
    }
    PlanCheck check = PlanCheck.of(problem, plan.build());
    return check.isFeasible() ? check.costs().total() : Double.POSITIVE_INFINITY;
  }

  /** Draws a plan, which may break rules. */
  static OrderPlan plan(StockProblem problem, Random random) {
    OrderPlan.Builder plan = OrderPlan.builder(problem);
    for (int t = 0; t < problem.periods(); t++) {
      for (int i = 0; i < problem.lines().size(); i++) {
        for (int k = 0; k < problem.lines().get(i).supply().size(); k++) {
          plan.order(i, k, t, Math.max(0, random.nextInt(6) - 2));
        }
      }
      for (int l = 0; l < problem.lanes().size(); l++) {
        plan.transfer(l, t, Math.max(0, random.nextInt(4) - 1));
      }
    }
    return plan.build();
  }
}
