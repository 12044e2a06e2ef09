package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Puts a whole plan together from the pool by simulated annealing under penalties. */
final class PoolSearch {
  private final LineTable table;
  private final Limits limits;
  private final PlanPool pool;
  private final LineBooks books;
  final int[] selected;
  final double[] used;
  private final double[] weights;
  private final double[] change;
  private final int[] touched;
  private int touchedCount;
  private final boolean[] isTouched;
  double cost;
  int[] best;
  double bestCost = Double.POSITIVE_INFINITY;

  PoolSearch(LineTable table, Limits limits, PlanPool pool) {
    this.table = table;
    this.limits = limits;
    this.pool = pool;
    this.books = new LineBooks(table);
    this.selected = new int[table.lines];
    this.best = new int[table.lines];
    this.used = new double[limits.accounts];
    this.weights = new double[limits.count];
    this.change = new double[limits.accounts];
    this.isTouched = new boolean[limits.accounts];
    this.touched = new int[limits.accounts];
  }

  void recount() {
    Arrays.fill(used, 0);
    cost = 0;
    int[] plan = table.noOrders();
    for (int i = 0; i < table.lines; i++) {
      pool.copy(i, selected[i], plan);
      cost += books.book(i, plan, 1, used);
    }
  }

  private void touch(int account, double amount) {
    if (!isTouched[account]) {
      isTouched[account] = true;
      touched[touchedCount++] = account;
    }
    change[account] += amount;
  }

  private void collect(int line, int column, int sign) {
    double pack = table.pack[line];
    int[] plans = pool.plans();
    int at = pool.start(line, column);
    int T = table.periods;
    for (int o = table.options[line]; o < table.options[line + 1]; o++) {
      for (int t = 0; t < T; t++, at++) {
        int packs = plans[at];
        if (packs > 0) {
          int tier = table.tiers[o + 1] - 1;
          while (packs < table.tierPacks[tier]) {
            tier--;
          }
          touch(t, sign * packs * table.tierCost[tier]);
          touch(table.supplier[o] + t, sign * packs * pack);
          int due = t + table.lead[o];
          if (due < T) {
            arriving[due] += sign * packs;
          }
        }
      }
    }
  }

  private int[] arriving = new int[1];
  private int[] before = new int[1];

  private void difference(int line, int from, int to) {
    int T = table.periods;
    if (arriving.length < T) {
      arriving = new int[T];
      before = new int[T];
    }
    touchedCount = 0;
    Arrays.fill(arriving, 0);
    collect(line, from, -1);
    for (int t = 0; t < T; t++) {
      before[t] = -arriving[t];
    }
    collect(line, to, 1);
    int b = 0;
    int d = 0;
    for (int t = 0; t < T; t++) {
      b += before[t];
      d += arriving[t];
      if (d != 0) {
        double old = table.bare[line * T + t] + table.pack[line] * b;
        double now = old + table.pack[line] * d;
        double diff = Math.max(0, now) - Math.max(0, old);
        for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
          touch(table.roomAccount[r] + t, table.roomUnit[r] * diff);
        }
      }
    }
  }

  private double penaltyChange() {
    double sum = 0;
    for (int j = 0; j < touchedCount; j++) {
      int a = touched[j];
      for (int k = limits.begin[a]; k < limits.begin[a + 1]; k++) {
        int r = limits.order[k];
        double w = limits.hard(r) ? weights[r] : limits.price[r];
        double u = used[a] - limits.amount[r];
        double v = u + change[a];
        sum += w * (Math.max(0, v) - Math.max(0, u));
      }
    }
    return sum;
  }

  private void clear() {
    for (int j = 0; j < touchedCount; j++) {
      change[touched[j]] = 0;
      isTouched[touched[j]] = false;
    }
  }

  private void apply() {
    for (int j = 0; j < touchedCount; j++) {
      used[touched[j]] += change[touched[j]];
    }
  }

  /** Anneals. */
  void anneal(double[] prices, double[] base, double hot, double cold, int sweeps, double widest, SplittableRandom random, boolean log) {
    double[] account = limits.accountPrices(prices);
    int[] lines = new int[1024];
    int[] columns = new int[1024];
    int n = 0;
    double[] none = new double[limits.accounts];
    int[] plan = table.noOrders();
    double[] regrets = new double[64];
    for (int i = 0; i < table.lines; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < pool.count(i); c++) {
        pool.copy(i, c, plan);
        Arrays.fill(none, 0);
        double v = books.book(i, plan, 1, none);
        for (int a = 0; a < none.length; a++) {
          v += account[a] * none[a];
        }
        regrets[c] = v;
        least = Math.min(least, v);
      }
      for (int c = 0; c < pool.count(i); c++) {
        if (pool.count(i) > 1 && regrets[c] - least <= widest) {
          if (n == lines.length) {
            lines = Arrays.copyOf(lines, 2 * n);
            columns = Arrays.copyOf(columns, 2 * n);
          }
          lines[n] = i;
          columns[n++] = c;
        }
      }
    }
    for (int r = 0; r < limits.count; r++) {
      weights[r] = 1.5 * prices[r] + base[r];
    }
    recount();
    double cool = Math.pow(cold / hot, 1.0 / Math.max(1, sweeps - 1));
    double temperature = hot;
    for (int sweep = 0; sweep < sweeps; sweep++, temperature *= cool) {
      int moved = 0;
      for (int j = 0; j < n; j++) {
        int pick = random.nextInt(n);
        int line = lines[pick];
        int column = columns[pick];
        if (selected[line] == column) {
          continue;
        }
        difference(line, selected[line], column);
        double costs = pool.cost(line, column) - pool.cost(line, selected[line]);
        double delta = costs + penaltyChange();
        if (delta <= 0 || random.nextDouble() < Math.exp(-delta / temperature)) {
          apply();
          selected[line] = column;
          cost += costs;
          moved++;
        }
        clear();
      }
      boolean ok = limits.kept(used);
      if (ok) {
        double total = cost + limits.elasticCost(used);
        if (total < bestCost) {
          bestCost = total;
          System.arraycopy(selected, 0, best, 0, best.length);
        }
      }
      for (int r = 0; r < limits.count; r++) {
        if (limits.hard(r)) {
          if (limits.excess(r, used[limits.account[r]]) > 0) {
            weights[r] *= 1.3;
          } else {
            weights[r] = Math.max(0.97 * weights[r], prices[r] * 1.1 + 0.1 * base[r]);
          }
        }
      }
      if (log && (sweep % 20 == 0 || sweep == sweeps - 1)) {
        System.out.printf("   sweep %d T %.4f n %d moved %d cost %.2f ok %b best %.2f%n", sweep, temperature, n, moved, cost, ok, bestCost);
      }
    }
  }
}
