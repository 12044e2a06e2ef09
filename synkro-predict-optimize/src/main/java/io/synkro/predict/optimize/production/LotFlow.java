package io.synkro.predict.optimize.production;

import io.synkro.predict.optimize.engine.Deadline;
import java.util.Arrays;

/**
 * The cheapest quantities for given set-ups: a transportation problem, kept optimal while set-ups
 * come and go. What cannot be made in time is made in period 0, before the first one, which has no
 * limit but a price above all others; periods of the problem count from 1 here.
 *
 * <p>A state is optimal if no production can be shifted along a chain of periods, one item from the
 * first to the second, one from the second to the third and so on, into free capacity or in a
 * circle, at a gain. Such chains are found by the algorithm of Bellman and Ford over the periods
 * and used until none is left. Source: Klein (1967), "A primal method for minimal cost flows", <a
 * href="https://doi.org/10.1287/mnsc.14.3.205">doi:10.1287/mnsc.14.3.205</a>.
 */
final class LotFlow {
  private static final double TINY = LotData.TINY;

  private static final int PATIENCE = 64;

  private final LotData data;
  private final Deadline deadline;
  private final int nodes;
  private final boolean[] setups;
  private final double[] made;
  private final double[] stock;
  private final double[] free;
  private final double price;
  private double cost;

  private final double[] arcs;
  private final int[] carriers;
  private final double[] distance;
  private final int[] parent;
  private final int[] mark;
  private final int[] chain;
  private int chainLength;
  private final int[] madeChange;
  private final int[] stockChange;

  LotFlow(LotData data, Deadline deadline) {
    this.data = data;
    this.deadline = deadline;
    this.nodes = data.periods + 1;
    int cells = data.items * nodes;
    setups = new boolean[cells];
    made = new double[cells];
    stock = new double[cells];
    free = new double[nodes];
    arcs = new double[nodes * nodes];
    carriers = new int[nodes * nodes];
    distance = new double[nodes];
    parent = new int[nodes];
    mark = new int[nodes];
    chain = new int[nodes + 1];
    madeChange = new int[nodes];
    stockChange = new int[nodes];
    double dearest = Arrays.stream(data.stockCost).max().orElse(0);
    price = 1 + dearest * nodes * nodes; // no chain of shifts within the horizon costs more
    free[0] = Double.POSITIVE_INFINITY;
    System.arraycopy(data.capacity, 0, free, 1, data.periods);
    for (int i = 0; i < data.items; i++) {
      setups[i * nodes] = true;
      made[i * nodes] = data.before[i][data.periods];
      for (int t = 0; t < nodes; t++) {
        stock[i * nodes + t] = data.before[i][data.periods] - data.before[i][t];
      }
    }
    addUp();
  }

  /** Takes over another state of the same problem. */
  void copy(LotFlow other) {
    System.arraycopy(other.setups, 0, setups, 0, setups.length);
    System.arraycopy(other.made, 0, made, 0, made.length);
    System.arraycopy(other.stock, 0, stock, 0, stock.length);
    System.arraycopy(other.free, 0, free, 0, free.length);
    cost = other.cost;
  }

  boolean isSetUp(int item, int period) {
    return setups[item * nodes + period];
  }

  double made(int item, int period) {
    return made[item * nodes + period];
  }

  /** The quantities in the units of the problem. */
  LotSizingPlan plan(CapacitatedLotSizing problem) {
    double[][] quantities = new double[data.items][data.periods];
    for (int i = 0; i < data.items; i++) {
      double unit = data.timeScale / problem.items().get(i).unitCapacity();
      int last = -1;
      double left = 0;
      for (int t = 0; t < data.periods; t++) {
        quantities[i][t] = made(i, t + 1) * unit;
        last = quantities[i][t] > 0 ? t : last;
        left += quantities[i][t] - problem.items().get(i).demand(t);
        if (left < 0 && last >= 0) {
          quantities[i][last] -= left; // a rounding error
          left = 0;
        }
      }
    }
    return LotSizingPlan.of(problem, quantities);
  }

  /** Cost with the price of what is made before the first period. */
  double cost() {
    return cost;
  }

  /** Whether all is made within the horizon. */
  boolean isFeasible() {
    for (int i = 0; i < data.items; i++) {
      if (made[i * nodes] > data.tiny[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the time of one more set-up is there, if production gives way. */
  boolean hasRoom(int item, int period) {
    double used = 0;
    for (int i = 0; i < data.items; i++) {
      used += setups[i * nodes + period] ? data.setupTime[i] : 0;
    }
    return used + data.setupTime[item] <= data.capacity[period - 1] + TINY;
  }

  /** Adds a set-up that has room; then the state is no longer optimal. */
  void add(int item, int period) {
    setups[item * nodes + period] = true;
    free[period] -= data.setupTime[item];
    while (free[period] < -TINY) {
      int cheapest = -1;
      for (int i = 0; i < data.items; i++) {
        boolean can = made[i * nodes + period] > 0;
        if (can && (cheapest < 0 || data.stockCost[i] < data.stockCost[cheapest])) {
          cheapest = i;
        }
      }
      if (cheapest < 0) {
        return; // a rounding error
      }
      advance(cheapest, period, Math.min(-free[period], made[cheapest * nodes + period]));
    }
  }

  /** Takes a set-up away; then the state is no longer optimal. */
  void remove(int item, int period) {
    advance(item, period, made[item * nodes + period]);
    setups[item * nodes + period] = false;
    free[period] += data.setupTime[item];
  }

  private void advance(int item, int period, double amount) {
    int row = item * nodes;
    made[row] += amount;
    made[row + period] = amount == made[row + period] ? 0 : made[row + period] - amount;
    for (int t = 0; t < period; t++) {
      stock[row + t] += amount;
    }
    free[period] += amount;
  }

  /**
   * Makes everything as late as there is room, what is dearest to hold first: close to optimal, and
   * a better start than making everything before the first period.
   */
  void fill() {
    double[] open = new double[data.items];
    for (int t = nodes - 1; t > 0; t--) {
      double room = data.capacity[t - 1];
      for (int i = 0; i < data.items; i++) {
        open[i] += data.need[i][t - 1];
        room -= setups[i * nodes + t] ? data.setupTime[i] : 0;
      }
      for (int i : data.dearestFirst) {
        int cell = i * nodes + t;
        made[cell] = setups[cell] ? Math.max(0, Math.min(open[i], room)) : 0;
        open[i] -= made[cell];
        room -= made[cell];
        stock[cell - 1] = open[i];
      }
      free[t] = room;
    }
    for (int i = 0; i < data.items; i++) {
      made[i * nodes] = open[i];
    }
  }

  /** Makes the state optimal; returns whether it is, or time is up. */
  boolean optimize() {
    int most = 100 + 20 * made.length; // only rounding errors could go on for longer
    boolean improved = true;
    for (int step = 0; improved && step < most; step++) {
      if (step % PATIENCE == PATIENCE - 1 && deadline.isOver()) {
        break;
      }
      findArcs();
      improved = findChain();
      if (improved) {
        shift();
      }
    }
    addUp();
    return !improved;
  }

  private void addUp() {
    double sum = 0;
    for (int i = 0; i < data.items; i++) {
      int row = i * nodes;
      double held = 0;
      int count = 0;
      for (int t = 1; t < nodes; t++) {
        held += stock[row + t];
        count += setups[row + t] ? 1 : 0;
      }
      held += stock[row]; // carried into the first period
      sum += held * data.stockCost[i] + count * data.setupCost[i] + made[row] * price;
    }
    cost = sum;
  }

  /** Finds the item that moves best from each period to each other. */
  private void findArcs() {
    Arrays.fill(arcs, Double.POSITIVE_INFINITY);
    for (int i = 0; i < data.items; i++) {
      int row = i * nodes;
      double unit = data.stockCost[i];
      double tiny = data.tiny[i];
      for (int s = 0; s < nodes; s++) {
        if (made[row + s] > tiny) {
          double saved = s == 0 ? price : 0;
          for (int t = s - 1; t > 0; t--) {
            if (setups[row + t]) {
              offer(s, t, i, unit * (s - t));
            }
          }
          if (s > 0) {
            offer(s, 0, i, unit * s + price);
          }
          for (int t = s + 1; t < nodes && stock[row + t - 1] > tiny; t++) {
            if (setups[row + t]) {
              offer(s, t, i, unit * (s - t) - saved);
            }
          }
        }
      }
    }
  }

  private void offer(int from, int to, int item, double change) {
    int arc = from * nodes + to;
    if (change < arcs[arc]) {
      arcs[arc] = change;
      carriers[arc] = item;
    }
  }

  /** Finds a chain that gains; a circle ends where it began. */
  private boolean findChain() {
    Arrays.fill(distance, 0);
    Arrays.fill(parent, -1);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int s = 0; s < nodes; s++) {
        for (int t = 0; t < nodes; t++) {
          double there = distance[s] + arcs[s * nodes + t];
          if (there < distance[t] - TINY) {
            distance[t] = there;
            parent[t] = s;
            changed = true;
          }
        }
      }
      if (changed && findCircle()) {
        return true;
      }
    }
    int best = -1;
    for (int t = 1; t < nodes; t++) {
      if (free[t] > TINY && distance[t] < (best < 0 ? -TINY : distance[best])) {
        best = t;
      }
    }
    if (best >= 0) {
      follow(best, -1);
    }
    return best >= 0;
  }

  private boolean findCircle() {
    Arrays.fill(mark, -1);
    for (int start = 0; start < nodes; start++) {
      int at = start;
      while (at >= 0 && mark[at] < 0) {
        mark[at] = start;
        at = parent[at];
      }
      if (at >= 0 && mark[at] == start) {
        follow(at, at);
        return true;
      }
    }
    return false;
  }

  private void follow(int last, int until) {
    chainLength = 0;
    int at = last;
    do {
      chain[chainLength++] = at;
      at = parent[at];
    } while (at != until);
    if (until >= 0) {
      chain[chainLength++] = until;
    }
  }

  /** Shifts as much as possible along the chain, which lists the periods backwards. */
  private void shift() {
    int first = chain[chainLength - 1];
    int last = chain[0];
    double amount = first == last ? Double.POSITIVE_INFINITY : free[last];
    for (int k = 0; k + 1 < chainLength; k++) {
      amount = Math.min(amount, most(carrier(k)));
    }
    for (int k = 0; k + 1 < chainLength; k++) {
      int row = carrier(k) * nodes;
      double tiny = data.tiny[carrier(k)];
      int from = chain[k + 1];
      int to = chain[k];
      made[row + from] = rest(made[row + from], amount, tiny);
      made[row + to] += amount;
      for (int t = to; t < from; t++) {
        stock[row + t] += amount;
      }
      for (int t = from; t < to; t++) {
        stock[row + t] = rest(stock[row + t], amount, tiny);
      }
    }
    if (first != last) {
      free[first] += amount;
      free[last] = rest(free[last], amount, TINY);
    }
  }

  private static double rest(double before, double amount, double tiny) {
    double after = before - amount;
    return after <= tiny && after >= -tiny ? 0 : after;
  }

  private int carrier(int k) {
    return carriers[chain[k + 1] * nodes + chain[k]];
  }

  /** How much an item allows, which may have several parts in the chain. */
  private double most(int item) {
    Arrays.fill(madeChange, 0);
    Arrays.fill(stockChange, 0);
    for (int k = 0; k + 1 < chainLength; k++) {
      if (carrier(k) == item) {
        int from = chain[k + 1];
        int to = chain[k];
        madeChange[from]--;
        madeChange[to]++;
        for (int t = Math.min(from, to); t < Math.max(from, to); t++) {
          stockChange[t] += to < from ? 1 : -1;
        }
      }
    }
    double most = Double.POSITIVE_INFINITY;
    for (int t = 0; t < nodes; t++) {
      int cell = item * nodes + t;
      if (madeChange[t] < 0) {
        most = Math.min(most, made[cell] / -madeChange[t]);
      }
      if (stockChange[t] < 0) {
        most = Math.min(most, stock[cell] / -stockChange[t]);
      }
    }
    return most;
  }
}
