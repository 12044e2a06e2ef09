package io.synkro.predict.optimize.decomposition;

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
 * <p>States are bounded by the packs that a plan better than one that is known can order, see
 * {@link BlockFloor}: a line has at most these and what others can send of their own.
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

  private final LineTable table;
  private final LaneSearch search;
  private final BlockFloor floor;
  private final Watch watch;
  private final FreeLine[] lines;
  private final int periods;
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
    this.floor = new BlockFloor(table);
    this.periods = table.periods;
    this.lines = new FreeLine[table.mostLines];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new FreeLine(table);
    }
  }

  /** Sets the prices by account. */
  void price(double[] byAccount) {
    floor.price(byAccount);
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
    double packs = floor.mostPacks(block, known);
    double least = floor.cost(block);
    if (!open(packs)) {
      return least;
    }
    prepare();
    PriorityQueue<LaneNode> open =
        new PriorityQueue<>(Comparator.comparingDouble(node -> node.bound));
    open.add(root(least));
    long work = hasty ? 0 : effort;
    LaneNode next = open.remove();
    work -= raise(next, plan, hasty ? POINTS : ROOT_POINTS);
    while (next.bound < known - ENOUGH * Math.abs(known)
        && work > 0
        && next.isOpen()
        && !watch.isOver()) {
      for (int side = 0; side < 2; side++) {
        LaneNode child = next.child(side == 0);
        work -= raise(child, plan, POINTS);
        open.add(child);
      }
      next = open.remove();
    }
    return Math.min(known, next.bound);
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

  private LaneNode root(double least) {
    int size = base.length;
    int[] most = new int[size];
    double[] start = new double[size];
    for (int c = 0; c < size; c++) {
      most[c] = table.most[table.lanes(block) + c / periods];
      start[c] = 2 * base[c];
    }
    return new LaneNode(new FreeLine.Range(new int[size], most), start, least);
  }

  /** Raises the bound of a node; returns how many cells were gone over. */
  private long raise(LaneNode node, int[] plan, int most) {
    Bundle bundle = Bundle.at(node.point, caps, node.isRoot() ? FAR : NEAR);
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
    node.branch(differences, sums, p);
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

  /** Returns whether the plan of the block bounded last keeps its rules. */
  boolean hasPlan() {
    return known < NEVER;
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
      own -= table.stock().lowest(i);
    }
    double stages = table.options[end] - table.options[begin] + 2.0;
    if (!((packs + own + 1) * stages * periods <= MOST_CELLS)) {
      return false;
    }
    cells = (long) ((packs + own + 1) * stages * periods);
    for (int i = begin; i < end; i++) {
      int lowest = table.stock().lowest(i);
      lines[i - begin].open(block, i, lowest, (int) (packs + own + lowest));
    }
    return true;
  }
}
