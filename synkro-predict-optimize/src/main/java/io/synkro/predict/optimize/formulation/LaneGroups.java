package io.synkro.predict.optimize.formulation;

import io.synkro.predict.optimize.problem.Lane;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import io.synkro.predict.optimize.problem.UsefulPacks;

/**
 * Lines that lanes join to groups, and bounds on what moves inside of one.
 *
 * <p><b>How many packs of one order can pay.</b> At most ⌈T / 2⌉ Σ N + Q, over the lines j of its
 * group and T periods: N(j) packs lift line j, emptied by sending, in every period to at least its
 * minimum, to zero, and to where a unit more saves nothing; Q is the largest minimum order or price
 * break of the line. For take a larger order and follow its packs: they flow from its arrival,
 * along lanes and stays of lines, to the end of the horizon. Let stays be cut down to N(j) each, of
 * which nothing more is known to be of use. A cut between arrival and end crosses the stays of a
 * line forwards at most ⌈T / 2⌉ times, so what is left of the flow across it is positive; hence
 * there is a path for one pack along which, at the end of each period, its line has more than N(j).
 * Without that pack the order keeps its minimum and price, lanes send no more than before and stock
 * that is sent was there, and by the same reasons as in {@link UsefulPacks} the plan is no dearer.
 */
final class LaneGroups {
  private final StockProblem problem;
  private final int periods;
  private final int[] roots;
  private final boolean[] sends;
  private final boolean[] receives;
  private final boolean[] joined;
  private final double[] least;
  private final double[] needs;
  private final double[] prices;

  LaneGroups(StockProblem problem) {
    this.problem = problem;
    this.periods = problem.periods();
    int lines = problem.lines().size();
    this.roots = new int[lines];
    this.sends = new boolean[lines];
    this.receives = new boolean[lines];
    this.joined = new boolean[lines];
    this.least = new double[lines * periods];
    this.needs = new double[lines];
    this.prices = new double[lines];
    for (int i = 0; i < lines; i++) {
      roots[i] = i;
      prices[i] = Double.POSITIVE_INFINITY;
    }
    for (Lane lane : problem.lanes()) {
      int from = problem.position(lane.from());
      int to = problem.position(lane.to());
      sends[from] = true;
      receives[to] = true;
      joined[from] = true;
      joined[to] = true;
      roots[root(from)] = root(to);
    }
    for (int i = 0; i < lines; i++) {
      findLeast(i);
      int root = root(i);
      prices[root] = Math.min(prices[root], UsefulPacks.leastUnitCost(problem.lines().get(i)));
    }
    for (int i = 0; i < lines; i++) {
      needs[root(i)] += joined[i] ? needed(i) : 0;
    }
  }

  private int root(int line) {
    int root = line;
    while (roots[root] != root) {
      roots[root] = roots[roots[root]]; // shortens the way for the next time
      root = roots[root];
    }
    return root;
  }

  /** Stock on hand may be sent away before demand, stock that is owed may not. */
  private void findLeast(int i) {
    StockLine line = problem.lines().get(i);
    double stock = 0;
    for (int t = 0; t < periods; t++) {
      stock += arrived(line, t, line.afterSending(t));
      stock = canSend(i, t) ? Math.min(stock, 0) : stock;
      stock -= line.afterSending(t);
      least[i * periods + t] = sends[i] ? stock : line.stockWithoutOrders(t);
    }
  }

  /** Returns what comes in a period, and before it if it is the first, up to some last outflow. */
  private static double arrived(StockLine line, int period, double after) {
    double before = period == 0 ? 0 : line.stockWithoutOrders(period - 1);
    return line.stockWithoutOrders(period) + after - before;
  }

  private double needed(int i) {
    StockLine line = problem.lines().get(i);
    double[] own = new double[periods];
    double lowest = 0;
    for (int t = 0; t < periods; t++) {
      own[t] = least[i * periods + t];
      lowest = Math.min(lowest, own[t]);
    }
    double price = prices[root(i)];
    double needed = Double.isFinite(price) ? UsefulPacks.needed(line, price, own) : 0;
    return Math.max(needed, Math.ceil(-lowest / line.packSize()));
  }

  /** Whether a lane leads to or from a line. */
  boolean isJoined(int line) {
    return joined[line];
  }

  /** Whether a line may send in a period. */
  boolean canSend(int line, int period) {
    return sends[line] && period >= problem.lines().get(line).frozenPeriods();
  }

  /** Returns the least stock of a line at the end of a period, if nothing is ordered. */
  double least(int line, int period) {
    return least[line * periods + period];
  }

  /** Returns the most units that a line can owe before it sends in a period, zero or more. */
  double owed(int line, int period) {
    double before = period == 0 ? 0 : least(line, period - 1);
    StockLine owing = problem.lines().get(line);
    return Math.max(0, -(before + arrived(owing, period, owing.afterSending(period))));
  }

  /** Returns the most packs of one order. */
  double mostPacks(int line) {
    int largest = UsefulPacks.largest(problem.lines().get(line));
    return Math.ceil(periods / 2.0) * needs[root(line)] + largest;
  }

  /**
   * Returns the most packs that a line can have received from orders and lanes until the end of
   * each period.
   *
   * @param arriving most packs that orders of each line and period bring
   */
  double[] reaching(double[] arriving) {
    double[] ordered = new double[arriving.length];
    double[] stocks = new double[arriving.length];
    for (int i = 0; i < roots.length; i++) {
      int group = root(i) * periods;
      double sum = 0;
      for (int t = 0; t < periods; t++) {
        sum += arriving[i * periods + t];
        ordered[group + t] += sum;
        stocks[group + t] += own(i, t);
      }
    }
    double[] reaching = new double[arriving.length];
    for (int i = 0; i < roots.length; i++) {
      double sum = 0;
      for (int t = 0; t < periods; t++) {
        int at = i * periods + t;
        int group = root(i) * periods + t;
        sum += arriving[at];
        reaching[at] = receives[i] ? ordered[group] + stocks[group] - own(i, t) : sum;
      }
    }
    return reaching;
  }

  /** Returns the packs that a line can send of its own stock until the end of a period. */
  double own(int i, int period) {
    StockLine line = problem.lines().get(i);
    double most = 0;
    double arrived = 0;
    for (int t = 0; t <= period && sends[i]; t++) {
      arrived += arrived(line, t, line.demand(t));
      most = Math.max(most, arrived);
    }
    return Math.floor(most / line.packSize());
  }
}
