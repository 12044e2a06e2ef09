package io.synkro.predict.optimize.conflict;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.PlanCheck;
import io.synkro.predict.optimize.problem.PriceBreak;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.SupplyOption;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Problems of which all plans can be listed. */
final class TinyProblems {
  static final int PERIODS = 3;
  static final int MOST_PACKS = 3;

  private TinyProblems() {}

  /**
   * Two lines of one option each, three packs an order at most, and limits that are often tight.
   */
  static StockProblem random(long seed, double unit) {
    SplittableRandom random = new SplittableRandom(seed);
    StockProblem.Builder builder = StockProblem.builder(PERIODS);
    for (int i = 0; i < 2; i++) {
      builder.add(line(i, random, unit));
    }
    for (int t = 0; t < PERIODS; t++) {
      builder.limit(new SharedLimit.Budget(t, unit * random.nextInt(5, 90), SharedLimit.HARD));
      double room = unit * random.nextInt(15, 60);
      builder.limit(
          new SharedLimit.Room(WarehouseId.of("W"), Space.VOLUME, t, room, SharedLimit.HARD));
      double units = unit * random.nextInt(4, 20);
      builder.limit(new SharedLimit.Capacity(SupplierId.of("S"), t, units, SharedLimit.HARD));
    }
    return builder.build();
  }

  private static StockLine line(int number, SplittableRandom random, double unit) {
    double[] demand = new double[PERIODS];
    for (int t = 0; t < PERIODS; t++) {
      demand[t] = unit * random.nextInt(5);
    }
    int least = random.nextInt(1, 3);
    double price = random.nextInt(1, 6);
    StockLine.Builder line =
        StockLine.builder(SeriesId.of("p" + number, "W"), demand)
            .initialStock(unit * random.nextInt(9))
            .packSize(unit * random.nextInt(1, 4))
            .space(Space.VOLUME, random.nextInt(1, 4))
            .frozenPeriods(random.nextInt(4) / 3)
            .supply(
                new SupplyOption(
                    SupplierId.of("S"),
                    random.nextInt(2),
                    price,
                    0,
                    least,
                    MOST_PACKS,
                    random.nextBoolean() ? List.of() : List.of(new PriceBreak(3, 0.8 * price))));
    for (int t = 1; t < PERIODS; t++) {
      line.minimumStock(t, unit * random.nextInt(6));
    }
    return line.build();
  }

  /** Lists all plans. */
  static void forEachPlan(StockProblem problem, Consumer<OrderPlan> consumer) {
    int cells = problem.lines().size() * PERIODS;
    int count = (int) Math.pow(MOST_PACKS + 1, cells);
    for (int code = 0; code < count; code++) {
      OrderPlan.Builder plan = OrderPlan.builder(problem);
      int rest = code;
      for (int c = 0; c < cells; c++) {
        plan.order(c / PERIODS, 0, c % PERIODS, rest % (MOST_PACKS + 1));
        rest /= MOST_PACKS + 1;
      }
      consumer.accept(plan.build());
    }
  }

  static boolean hasPlan(StockProblem problem) {
    boolean[] found = new boolean[1];
    forEachPlan(problem, plan -> found[0] |= PlanCheck.of(problem, plan).isFeasible());
    return found[0];
  }

  /** Returns the least amount of a change of limits that any plan needs. */
  static double leastAmount(StockProblem problem, Change.MoreOf change) {
    List<SharedLimit> others =
        problem.limits().stream().filter(limit -> !change.limits().contains(limit)).toList();
    StockProblem rest = problem.withLimits(others);
    double[] least = {Double.POSITIVE_INFINITY};
    forEachPlan(
        problem,
        plan -> {
          if (PlanCheck.of(rest, plan).isFeasible()) {
            List<Double> used = PlanCheck.of(problem, plan).used();
            double most = 0;
            for (int r = 0; r < used.size(); r++) {
              SharedLimit limit = problem.limits().get(r);
              double per = change.relative() ? limit.amount() : 1;
              boolean grows = change.limits().contains(limit);
              most = grows ? Math.max(most, (used.get(r) - limit.amount()) / per) : most;
            }
            least[0] = Math.min(least[0], most);
          }
        });
    return least[0];
  }

  /** Returns a problem of which only a conflict is left. */
  static StockProblem only(StockProblem problem, List<SharedLimit> limits, List<SeriesId> lines) {
    StockProblem.Builder builder = StockProblem.builder(problem.periods());
    for (StockLine line : problem.lines()) {
      builder.add(
          lines.contains(line.id())
              ? line
              : new Change.LowerMinimums(List.of(line.id()))
                  .apply(StockProblem.builder(problem.periods()).add(line).build(), 1)
                  .lines()
                  .get(0));
    }
    limits.forEach(builder::limit);
    return builder.build();
  }
}
