package io.synkro.predict.optimize.conflict;

import io.synkro.predict.optimize.problem.OrderPlan;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Looks for orders that keep all limits, whatever they cost: lines are placed as if alone, or one
 * after another into what is left; then prices of exceeded limits rise, and lines move where that
 * leaves less beyond them. Used by one thread.
 */
final class OrderSearch {
  private static final double ROUNDING = 1e-9;
  private static final int MOST_IDLE = 8;
  private static final double FASTER = 1.15;

  /** Price of every row beside those given, so that nothing is used for nothing. */
  private static final double BASE_APART = 1e-3;

  /** The same where rows fill up that nothing is known to be short of yet. */
  private static final double BASE_TOGETHER = 0.05;

  private final UsePass pass;
  private final double[] scales;
  private final SplittableRandom random;
  private final LeastUse program = new LeastUse();
  private final Situation situation;
  private final double[] start;
  private final double[] prices;
  private final double[] used;
  private final double[] available;
  private final double[] unlimited;
  private final double[] before;
  private final double[] after;
  private final int[][] orders;
  private final int[][] bestOrders;
  private double[] bestUsed;
  private double bestExcess = Double.POSITIVE_INFINITY;

  /**
   * Prepares.
   *
   * @param pass knows when to end
   * @param scales by row, the size of a limit
   * @param situation what has to be ordered
   * @param start by row, prices to begin with
   * @param seed of random orders of the lines
   */
  OrderSearch(UsePass pass, double[] scales, Situation situation, double[] start, long seed) {
    int rows = scales.length;
    this.pass = pass;
    this.scales = scales;
    this.random = new SplittableRandom(seed);
    this.situation = situation;
    this.prices = new double[rows];
    this.used = new double[rows];
    this.available = new double[rows];
    this.unlimited = Situation.unlimited(rows);
    this.before = new double[rows];
    this.after = new double[rows];
    this.orders =
        situation.needs.stream().map(need -> new int[need.cells.size()]).toArray(int[][]::new);
    this.bestOrders = new int[orders.length][];
    this.bestUsed = used;
    this.start = start;
  }

  private void setPrices(double base) {
    double most = 0;
    for (int r = 0; r < start.length; r++) {
      most = Math.max(most, start[r] * scales[r]);
    }
    for (int r = 0; r < start.length; r++) {
      prices[r] = (most > 0 ? start[r] / most : 0) + base / scales[r];
    }
  }

  /**
   * Searches.
   *
   * @param rounds most rounds over the lines
   */
  void run(int rounds) {
    setPrices(BASE_APART);
    startApart();
    repair(rounds);
    if (bestExcess > 0 && !pass.isOver()) {
      setPrices(BASE_TOGETHER);
      Arrays.fill(used, 0);
      startTogether();
      repair(rounds);
    }
  }

  private void repair(int rounds) {
    record();
    double rise = 0.05;
    int since = 0;
    for (int round = 0; round < rounds && bestExcess > 0 && !pass.isOver(); round++) {
      for (int r = 0; r < prices.length; r++) {
        double share = excess(r, used[r]);
        prices[r] *= 1 + (share > 0 ? rise + Math.min(1, share) : 0);
      }
      rise = Math.min(2, rise * FASTER);
      improve(round % 4 == 3);
      since = record() ? 0 : since + 1;
      if (since == MOST_IDLE) {
        return;
      }
    }
  }

  /** Returns by how much the best orders exceed the limits, as a sum of shares; 0 if not. */
  double excess() {
    return bestExcess;
  }

  /** Returns by which share the best orders exceed a limit; 0 if not. */
  double share(int row) {
    return excess(row, bestUsed[row]);
  }

  /** Returns what the best orders use of a row. */
  double used(int row) {
    return bestUsed[row];
  }

  /** Returns the largest share of what lines need in a period that the best orders do not bring. */
  double shortShare(List<LineNeed> lines) {
    Map<Integer, int[]> byPosition = new HashMap<>();
    for (int i = 0; i < bestOrders.length; i++) {
      byPosition.put(situation.needs.get(i).position, bestOrders[i]);
    }
    double share = 0;
    for (LineNeed need : lines) {
      int[] placed = byPosition.getOrDefault(need.position, new int[need.cells.size()]);
      share = Math.max(share, need.shortShare(placed));
    }
    return share;
  }

  /** Returns the best orders as a plan. */
  OrderPlan plan(StockProblem problem) {
    OrderPlan.Builder builder = OrderPlan.builder(problem);
    for (int i = 0; i < bestOrders.length; i++) {
      LineNeed need = situation.needs.get(i);
      for (int c = 0; c < bestOrders[i].length; c++) {
        OrderCell cell = need.cells.get(c);
        builder.order(need.position, cell.option, cell.period, bestOrders[i][c]);
      }
    }
    return builder.build();
  }

  /** Places every line as if it were alone: at the right prices little is exceeded. */
  private void startApart() {
    for (int i = 0; i < orders.length; i++) {
      place(i);
    }
    for (int i = 0; i < orders.length; i++) {
      situation.needs.get(i).use(orders[i], used);
    }
  }

  /** Places lines one after another, the largest first. */
  private void startTogether() {
    double[] sizes = pass.solve(situation.elastic(), prices).values;
    List<Integer> sequence =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -sizes[i]))
            .toList();
    for (int i : sequence) {
      place(i);
      situation.needs.get(i).use(orders[i], used);
    }
  }

  /** Finds orders of a line in what the others leave, or, if there is not enough, beyond it. */
  private void place(int line) {
    LineNeed need = situation.needs.get(line);
    for (int r = 0; r < available.length; r++) {
      available[r] = Math.max(0, situation.amounts[r] - used[r]);
    }
    if (program.solve(need, prices, available, orders[line]) == Double.POSITIVE_INFINITY) {
      program.solve(need, prices, unlimited, orders[line]);
    }
  }

  private double excess(int row, double use) {
    double beyond = use - situation.amounts[row];
    double negligible = ROUNDING * Math.max(1, Math.abs(situation.amounts[row]));
    return beyond > negligible ? beyond / scales[row] : 0;
  }

  private boolean record() {
    double sum = 0;
    for (int r = 0; r < used.length; r++) {
      sum += excess(r, used[r]);
    }
    boolean better = sum < bestExcess;
    if (better) {
      bestExcess = sum;
      bestUsed = used.clone();
      for (int i = 0; i < orders.length; i++) {
        bestOrders[i] = orders[i].clone();
      }
    }
    return better;
  }

  private void improve(boolean all) {
    int[] sequence = new int[orders.length];
    for (int i = 0; i < sequence.length; i++) {
      int j = random.nextInt(i + 1);
      sequence[i] = sequence[j];
      sequence[j] = i;
    }
    for (int line : sequence) {
      Arrays.fill(before, 0);
      situation.needs.get(line).use(orders[line], before);
      if (all || usesExceeded()) {
        move(line);
      }
    }
  }

  private boolean usesExceeded() {
    for (int r = 0; r < used.length; r++) {
      if (before[r] > 0 && excess(r, used[r]) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Orders a line anew and keeps that if less is exceeded, or as much and it uses what is cheap.
   */
  private void move(int line) {
    int[] old = orders[line].clone();
    for (int r = 0; r < used.length; r++) {
      used[r] -= before[r];
    }
    Arrays.fill(after, 0);
    place(line);
    situation.needs.get(line).use(orders[line], after);
    double more = 0;
    double dearer = 0;
    for (int r = 0; r < used.length; r++) {
      if (before[r] != after[r]) {
        more += excess(r, used[r] + after[r]) - excess(r, used[r] + before[r]);
        dearer += prices[r] * (after[r] - before[r]);
      }
    }
    boolean better = more < -1e-12 || (more <= 1e-12 && dearer < 0);
    if (!better) {
      orders[line] = old;
    }
    for (int r = 0; r < used.length; r++) {
      used[r] += better ? after[r] : before[r];
    }
  }
}
