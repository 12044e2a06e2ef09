package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockCost;

/**
 * A lower bound of what a block costs at given prices of the accounts. A lane gets prices of its
 * own: in every period, the line that receives pays for a pack what the line that sends is paid. So
 * every line is solved by itself, and the sum is at most what any plan costs (Guignard &amp; Kim
 * 1987, <a href="https://doi.org/10.1007/BF02592954">doi:10.1007/BF02592954</a>). Used by one
 * thread at a time.
 *
 * <p>States are bounded by what is known of the best plan of the block: K packs ordered cost at
 * least K times the lowest price, and all stocks at least their least cost, so no plan with more
 * packs is better than one that is known. A line has at most these and what others can send of
 * their own.
 */
final class LaneBound {
  private static final double NEVER = LaneProgram.NEVER;
  private static final int MOST_CELLS = 1 << 22;
  private static final int MOST_POINTS = 60;

  /** Of the value: what is not worth another point. */
  private static final double ENOUGH = 1e-5;

  /** Parts of the lowest price that stock left at the end is thought to save. */
  private static final double[] SAVED = {0, 0.25, 0.5, 0.75, 0.9};

  private final LineTable table;
  private final LaneSearch search;
  private final FreeLine[] lines;
  private final int periods;
  private double[] prices = {};
  private int block;
  private double[] base = {};
  private int[] moved = {};

  LaneBound(LineTable table) {
    this.table = table;
    this.search = new LaneSearch(table);
    this.periods = table.periods;
    this.lines = new FreeLine[table.mostLines()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new FreeLine(table);
    }
  }

  /** Sets the prices by account. */
  void price(double[] byAccount) {
    prices = byAccount;
    search.price(byAccount, 1);
    for (FreeLine line : lines) {
      line.price(byAccount);
    }
  }

  /**
   * Bounds a block.
   *
   * @param number of the block
   * @param plan a whole plan: transfers of the block that are good, and are made better
   * @return what the block costs at least, with the price of what it uses
   */
  double find(int number, int[] plan) {
    block = number;
    double known = search.solve(block, plan);
    double packs = most(known);
    double least = idle(0);
    if (!open(packs)) {
      return least;
    }
    int lane = table.lanes(block);
    int size = (table.options[table.first[block + 1]] - lane) * periods;
    double[] start = new double[size];
    double[] caps = new double[size];
    base = new double[size];
    moved = new int[size];
    for (int c = 0; c < size; c++) {
      double worth = worth(lane + c / periods);
      start[c] = 2 * worth;
      base[c] = worth;
      caps[c] = NEVER;
    }
    Bundle bundle = Bundle.at(start, caps, 0.01);
    for (int p = 0; p < MOST_POINTS; p++) {
      double[] point = bundle.next();
      if (p > 0 && bundle.hoped() <= ENOUGH * Math.abs(known)) {
        break;
      }
      double value = solve(point);
      if (value == NEVER) {
        return least; // no plan at all: said elsewhere
      }
      least = Math.max(least, value);
      if (known - least <= ENOUGH * Math.abs(known)) {
        break;
      }
      double[] slope = new double[size];
      for (int c = 0; c < size; c++) {
        slope[c] = moved[c];
      }
      bundle.add(new Bundle.Plane(value, slope, new byte[0]));
    }
    return least;
  }

  /** Returns a bound of a block that takes no time. */
  double glance(int number, int[] plan) {
    block = number;
    search.open(block, plan);
    return idle(0);
  }

  /** Returns what a pack may be worth: the price of one. */
  private double worth(int lane) {
    double pack = table.pack[table.from[lane]];
    double least = table.leastUnitCost(table.from[lane]);
    double other = table.leastUnitCost(table.to[lane]);
    double unit = Double.isFinite(least) ? least : other;
    return Double.isFinite(unit) ? unit * pack : table.tierCost[table.tiers[lane]];
  }

  private double solve(double[] point) {
    double[] worth = new double[point.length];
    for (int c = 0; c < worth.length; c++) {
      worth[c] = point[c] - base[c];
      moved[c] = 0;
    }
    double value = 0;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      value += lines[i - table.first[block]].solve(worth, moved);
    }
    return value;
  }

  /** Opens the lines; returns false if they have too many states. */
  private boolean open(double packs) {
    int begin = table.first[block];
    int end = table.first[block + 1];
    double own = 0;
    for (int i = begin; i < end; i++) {
      own -= search.lowest(i);
    }
    double stages = table.options[end] - table.options[begin] + 2.0;
    if (!((packs + own + 1) * stages * periods <= MOST_CELLS)) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      int lowest = search.lowest(i);
      lines[i - begin].open(block, i, lowest, (int) (packs + own + lowest));
    }
    return true;
  }

  /** Returns the most packs that a plan no dearer than a known one can order. */
  private double most(double known) {
    double price = NEVER;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      for (int o = table.options[i]; o < table.ends[i]; o++) {
        for (int tier = table.tiers[o]; tier < table.tiers[o + 1]; tier++) {
          for (int t = 0; t < periods; t++) {
            double account = table.pack[i] * prices[table.supplier[o] + t];
            price = Math.min(price, table.tierCost[tier] * (1 + prices[t]) + account);
          }
        }
      }
    }
    if (price == NEVER) {
      return 0;
    }
    double most = NEVER;
    for (double share : SAVED) {
      double packs = (known - idle(share * price)) / ((1 - share) * price);
      most = Math.min(most, Double.isNaN(packs) ? NEVER : packs);
    }
    return Math.max(0, Math.floor(most + 1e-6));
  }

  /** Returns what stocks cost at least, if each pack that a line has at the end costs something. */
  private double idle(double perPack) {
    double sum = 0;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      for (int t = 0; t < periods; t++) {
        double bare = table.bare[i * periods + t];
        double price = t == periods - 1 ? perPack / table.pack[i] : 0;
        StockCost cost = table.line(i).cost(t);
        double lowest = bare + table.pack[i] * search.lowest(i);
        double least = cost.at(lowest) + price * (lowest - bare);
        for (int c = 0; c < cost.corners(); c++) {
          double level = cost.level(c);
          least = Math.min(least, cost.value(c) + price * (level - bare));
        }
        sum += least;
      }
    }
    return sum;
  }
}
