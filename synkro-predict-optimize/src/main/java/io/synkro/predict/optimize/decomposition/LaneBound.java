package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockCost;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A lower bound of what a block costs at given prices of the accounts. A lane gets prices of its
 * own: in every period, the line that receives pays for a pack what the line that sends is paid. So
 * every line is solved by itself, and the sum is at most what any plan costs (Guignard &amp; Kim
 * 1987, <a href="https://doi.org/10.1007/BF02592954">doi:10.1007/BF02592954</a>). Used by one
 * thread at a time.
 *
 * <p>Where lines disagree on how much is sent, transfers are parted into those of fewer and of more
 * packs, and bounded apart (branch and bound), as far as the effort goes.
 *
 * <p>States are bounded by what is known of the best plan of the block: K packs ordered cost at
 * least K times the lowest price, and all stocks at least their least cost, so no plan with more
 * packs is better than one that is known. A line has at most these and what others can send of
 * their own.
 */
final class LaneBound {
  private static final double NEVER = LaneProgram.NEVER;
  private static final int MOST_CELLS = 1 << 22;

  /** Points of prices that are tried, for all transfers and for a part of them. */
  private static final int ROOT_POINTS = 60;

  private static final int POINTS = 20;

  /** Of the value: what the first step from the start, and from good prices, may gain. */
  private static final double FAR = 1e-2;

  private static final double NEAR = 3e-3;

  /** Of the value: the gain that is worth another point. */
  private static final double HOPE = 1e-4;

  /** Of the value: a bound that is close enough to a plan. */
  private static final double ENOUGH = 1e-5;

  /** Parts of the lowest price that stock left at the end is thought to save. */
  private static final double[] SAVED = {0, 0.25, 0.5, 0.75, 0.9};

  private final LineTable table;
  private final LaneSearch search;
  private final Watch watch;
  private final FreeLine[] lines;
  private final int periods;
  private double[] prices = {};
  private int block;
  private final long effort;
  private double[] base = {};
  private double[] caps = {};
  private int[] received = {};
  private int[] sent = {};
  private long cells;
  private double known;

  /**
   * Prepares.
   *
   * @param table of the lines
   * @param effort cells of dynamic programs that a block may take
   * @param watch ends the work: what is proven until then counts
   */
  LaneBound(LineTable table, long effort, Watch watch) {
    this.table = table;
    this.effort = effort;
    this.search = new LaneSearch(table, watch);
    this.watch = watch;
    this.periods = table.periods;
    this.lines = new FreeLine[table.mostLines];
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
   * @param hasty whether there is little time
   * @return what the block costs at least, with the price of what it uses
   */
  double find(int number, int[] plan, boolean hasty) {
    block = number;
    known = hasty ? search.value(block, plan) : search.solve(block, plan, true);
    double packs = most(known);
    double least = idle(0);
    if (!open(packs)) {
      return least;
    }
    prepare();
    PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble(node -> node.bound));
    open.add(root(least));
    long work = hasty ? 0 : effort;
    Node next = open.remove();
    work -= raise(next, plan, hasty ? POINTS : ROOT_POINTS);
    while (next.bound < known - ENOUGH * Math.abs(known)
        && work > 0
        && next.branch >= 0
        && !watch.isOver()) {
      for (int side = 0; side < 2; side++) {
        Node child = child(next, side == 0);
        work -= raise(child, plan, POINTS);
        open.add(child);
      }
      next = open.remove();
    }
    return Math.min(known, next.bound);
  }

  /** A part of all transfers. */
  private static final class Node {
    final FreeLine.Range range;
    double[] point;
    double bound;

    /** Where the lines disagree most on what is sent, or −1, and how much that is on average. */
    int branch = -1;

    int average;

    private final boolean root;

    Node(FreeLine.Range range, double[] point, double bound, boolean root) {
      this.range = range;
      this.point = point;
      this.bound = bound;
      this.root = root;
    }
  }

  private void prepare() {
    int lane = table.lanes(block);
    int size = (table.options[table.first[block + 1]] - lane) * periods;
    base = new double[size];
    caps = new double[size];
    received = new int[size];
    sent = new int[size];
    for (int c = 0; c < size; c++) {
      base[c] = worth(lane + c / periods);
      caps[c] = NEVER;
    }
  }

  private Node root(double least) {
    int size = base.length;
    int[] most = new int[size];
    double[] start = new double[size];
    for (int c = 0; c < size; c++) {
      most[c] = table.most[table.lanes(block) + c / periods];
      start[c] = 2 * base[c];
    }
    return new Node(new FreeLine.Range(new int[size], most), start, least, true);
  }

  private static Node child(Node parent, boolean fewer) {
    int[] least = parent.range.least.clone();
    int[] most = parent.range.most.clone();
    if (fewer) {
      most[parent.branch] = parent.average;
    } else {
      least[parent.branch] = parent.average + 1;
    }
    return new Node(new FreeLine.Range(least, most), parent.point, parent.bound, false);
  }

  /** Raises the bound of a node; returns how many cells were gone over. */
  private long raise(Node node, int[] plan, int most) {
    Bundle bundle = Bundle.at(node.point, caps, node.root ? FAR : NEAR);
    int size = caps.length;
    long[] differences = new long[size];
    long[] sums = new long[size];
    double best = Double.NEGATIVE_INFINITY;
    int p = 0;
    while (p < most && !watch.isOver()) {
      double[] point = bundle.next();
      if (p > 0 && bundle.hoped() <= HOPE * Math.abs(known)) {
        break;
      }
      p++;
      double value = solve(point, node.range);
      if (value > best) {
        best = value;
        node.point = point.clone();
        node.bound = Math.max(node.bound, value);
      }
      if (value >= known || value == NEVER) {
        break;
      }
      meet(plan, received);
      meet(plan, sent);
      double[] slope = new double[size];
      for (int c = 0; c < size; c++) {
        slope[c] = received[c] - sent[c];
        differences[c] += Math.abs(received[c] - sent[c]);
        sums[c] += received[c] + sent[c];
      }
      bundle.add(new Bundle.Plane(value, slope, new byte[0]));
    }
    branch(node, differences, sums, p);
    return p * cells;
  }

  /** Takes the transfers that one side of the lanes would like, if they are better. */
  private void meet(int[] plan, int[] packs) {
    int from = table.start(block);
    int to = table.start(block + 1);
    int lanes = table.lanes(block) * periods;
    int[] before = Arrays.copyOfRange(plan, from, to);
    System.arraycopy(packs, 0, plan, lanes, packs.length);
    double value = search.value(block, plan);
    if (value < known) {
      known = value;
    } else {
      System.arraycopy(before, 0, plan, from, to - from);
    }
  }

  private void branch(Node node, long[] differences, long[] sums, int points) {
    long largest = 0;
    for (int c = 0; c < differences.length; c++) {
      boolean isOpen = node.range.least[c] < node.range.most[c];
      if (isOpen && differences[c] > largest) {
        largest = differences[c];
        node.branch = c;
        int average = (int) (sums[c] / (2L * points));
        node.average = Math.max(node.range.least[c], Math.min(node.range.most[c] - 1, average));
      }
    }
  }

  /** Returns whether the plan of the block bounded last keeps its rules. */
  boolean hasPlan() {
    return known < NEVER;
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

  private double solve(double[] point, FreeLine.Range range) {
    double[] worth = new double[point.length];
    for (int c = 0; c < worth.length; c++) {
      worth[c] = point[c] - base[c];
      received[c] = 0;
      sent[c] = 0;
    }
    double value = 0;
    for (int i = table.first[block]; i < table.first[block + 1]; i++) {
      value += lines[i - table.first[block]].solve(worth, range, received, sent);
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
    cells = (long) ((packs + own + 1) * stages * periods);
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
