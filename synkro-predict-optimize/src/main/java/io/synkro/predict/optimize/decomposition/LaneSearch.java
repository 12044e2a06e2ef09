package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * Plans a block of lines that lanes join, at given prices of the accounts: a lane sends some packs
 * more, fewer, or in another period, and the orders of the two lines that it joins change as is
 * best. Any such change that lowers the cost plus price of what is used is taken, until none does;
 * once from the transfers that are known and once from none. Used by one thread at a time.
 */
final class LaneSearch {
  private static final double NEVER = LaneProgram.NEVER;
  private static final int MOST_SWEEPS = 30;

  /** Packs by which a lane is changed at once, at most. */
  private static final int MOST_STEP = 40;

  /** Cells of all dynamic programs of a block, but each has some states in any case. */
  private static final int MOST_CELLS = 1 << 22;

  private static final int LEAST_STATES = 128;

  /** Packs of its own that a line may send even if nobody needs them. */
  private static final int MOST_SPARED = 1 << 12;

  /** Price of a unit below a minimum stock: above all others, so that steps lead back to it. */
  private static final double SHORTAGE = 1e20;

  /** Of the value: gains that are rounding errors. */
  private static final double PRECISION = 1e-9;

  private final LineTable source;
  private final Watch watch;
  private final int periods;
  private final LaneProgram[] programs;
  private final int[][] received;
  private final int[][] sent;
  private final double[] values;

  /** How often each line changed, and the sum of two of these when a lane was looked at. */
  private final long[] stamps;

  private long[] looked = {};
  private double[] prices = {};
  private double weight;

  /** The stock with what is moved, and what solves its lines; copied when needed. */
  private LineStock stock;

  private LineProgram exact;
  private int[] plan = {};
  private int first;
  private int end;
  private int firstLane;
  private int endLane;
  private boolean backwards;

  LaneSearch(LineTable table, Watch watch) {
    this.source = table;
    this.watch = watch;
    this.stock = table.stock();
    this.exact = new LineProgram(table);
    this.periods = table.periods;
    int most = table.lane.length == 0 ? 0 : table.mostLines;
    this.programs = new LaneProgram[most];
    this.received = new int[most][periods];
    this.sent = new int[most][periods];
    this.values = new double[most];
    this.stamps = new long[most];
    for (int i = 0; i < most; i++) {
      programs[i] = new LaneProgram(source, SHORTAGE);
    }
  }

  /** Sets the prices by account and the weight of the true costs. */
  void price(double[] prices, double weight) {
    this.prices = prices;
    this.weight = weight;
    exact.price(prices, weight);
    for (LaneProgram program : programs) {
      program.price(prices, weight);
    }
  }

  /**
   * Improves a block.
   *
   * @param block its number
   * @param whole a plan; the search starts from the transfers that are there
   * @param afresh whether another search starts from none
   * @return cost plus price of what is used; infinite if no plan was found, or none before the
   *     watch was over, and then the plan of the block is not to be used
   */
  double solve(int block, int[] whole, boolean afresh) {
    open(block, whole);
    backwards = false;
    double value = improve();
    if (!afresh || watch.isOver()) {
      return value;
    }
    int from = source.start(block);
    int to = source.start(block + 1);
    int[] found = Arrays.copyOfRange(plan, from, to);
    Arrays.fill(plan, firstLane * periods, to, 0);
    backwards = true;
    double other = improve();
    if (other < value) {
      return other;
    }
    System.arraycopy(found, 0, plan, from, to - from);
    return value;
  }

  /** Improves the transfers; if no orders go with what was found, they are those from before. */
  private double improve() {
    int[] before = Arrays.copyOfRange(plan, firstLane * periods, endLane * periods);
    looked = new long[2 * (endLane - firstLane) * periods];
    for (int i = 0; i < end - first && !watch.isOver(); i++) {
      openProgram(first + i);
      update(i);
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && !watch.isOver(); sweep++) {
      if (!sweep(false) && !sweep(true)) {
        break;
      }
    }
    double value = value();
    if (value < NEVER || watch.isOver()) {
      return value;
    }
    System.arraycopy(before, 0, plan, firstLane * periods, before.length);
    return value();
  }

  /** Returns the value of the transfers in the plan, with the best orders, which it is given. */
  double value(int block, int[] whole) {
    open(block, whole);
    return value();
  }

  private boolean sweep(boolean shifting) {
    boolean better = false;
    for (int k = firstLane; k < endLane; k++) {
      int o = backwards ? endLane - 1 - (k - firstLane) : k;
      int frozen = source.frozen[source.from[o]];
      for (int j = frozen; j < periods; j++) {
        int t = backwards ? periods - 1 - (j - frozen) : j;
        if (isNew(o, t, shifting) && !watch.isOver()) {
          better |= shifting ? shift(o, t) : change(o, t);
        }
      }
    }
    return better;
  }

  private void open(int block, int[] whole) {
    if (stock == source.stock()) {
      stock = stock.forMoves();
      exact = new LineProgram(source, stock);
      exact.price(prices, weight);
    }
    plan = whole;
    first = source.first[block];
    end = source.first[block + 1];
    firstLane = source.lanes(block);
    endLane = source.options[source.first[block + 1]];
  }

  /** Returns whether a line of a lane changed since its packs of a period were looked at. */
  private boolean isNew(int lane, int period, boolean shifting) {
    int cell = (2 * (lane - firstLane) + (shifting ? 1 : 0)) * periods + period;
    long stamp = stamps[source.from[lane] - first] + stamps[source.to[lane] - first];
    boolean changed = looked[cell] != stamp;
    looked[cell] = stamp;
    return changed;
  }

  /** Opens the program of a line with the states that it may want to be in. */
  private void openProgram(int line) {
    long wanted = source.stock().needed(line) + packs(source.receives[line]);
    for (int o : source.sends[line]) {
      wanted += source.stock().needed(source.to[o]);
    }
    long most = Math.max(LEAST_STATES, MOST_CELLS / ((long) periods * (end - first)));
    long spared = Math.max(MOST_SPARED, wanted + packs(source.sends[line]));
    long lowest = Math.max(source.stock().lowest(line), -Math.min(spared, most));
    long highest = Math.min(wanted, most);
    programs[line - first].open(line, (int) lowest, (int) highest);
  }

  private long packs(int[] lanes) {
    long packs = 0;
    for (int o : lanes) {
      for (int t = 0; t < periods; t++) {
        packs += plan[o * periods + t];
      }
    }
    return packs;
  }

  /** Looks at a line again after its transfers changed. */
  private void update(int i) {
    stamps[i]++; // only rises, so a sum of two changes with either
    count(first + i);
    values[i] = programs[i].forward(received[i], sent[i]);
    programs[i].backward(received[i], sent[i]);
  }

  private void count(int line) {
    int[] in = received[line - first];
    int[] out = sent[line - first];
    Arrays.fill(in, 0);
    Arrays.fill(out, 0);
    for (int o : source.sends[line]) {
      for (int t = 0; t < periods; t++) {
        out[t] += plan[o * periods + t];
      }
    }
    for (int o : source.receives[line]) {
      for (int t = 0; t + source.lead[o] < periods; t++) {
        in[t + source.lead[o]] += plan[o * periods + t];
      }
    }
  }

  private double value() {
    double value = 0;
    for (int line = first; line < end; line++) {
      if (watch.isOver()) {
        return NEVER;
      }
      count(line);
      int moved = 0;
      int[] sums = new int[periods];
      boolean[] sends = new boolean[periods];
      for (int t = 0; t < periods; t++) {
        moved += received[line - first][t] - sent[line - first][t];
        sums[t] = moved;
        sends[t] = sent[line - first][t] > 0;
      }
      stock.move(line, sums, sends);
      value += exact.solve(line, plan);
    }
    for (int o = firstLane; o < endLane; o++) {
      for (int t = 0; t < periods; t++) {
        value += price(o) * plan[o * periods + t];
      }
    }
    return value;
  }

  private double price(int lane) {
    return weight * source.tierCost[source.tiers[lane]];
  }

  /** Sends more or less in a period, as is best; returns whether that is a change. */
  private boolean change(int lane, int period) {
    int at = lane * periods + period;
    int from = source.from[lane] - first;
    int to = source.to[lane] - first;
    int arrival = period + source.lead[lane];
    double now = values[from] + values[to];
    double least = now == NEVER ? NEVER : now - PRECISION * Math.abs(now);
    int best = 0;
    int useful = Math.min(MOST_STEP, source.stock().needed(source.to[lane]) + 1);
    int most = (int) Math.min(source.most[lane] - (long) plan[at], useful);
    for (int more = Math.max(-plan[at], -MOST_STEP); more <= most; more++) {
      double value = programs[from].with(period, -more, plan[at] + more > 0);
      if (more > 0 && value == NEVER) {
        break;
      }
      boolean arrives = arrival < periods;
      value += price(lane) * more;
      value += arrives ? programs[to].with(arrival, more, sent[to][arrival] > 0) : values[to];
      if (value < least) {
        least = value;
        best = more;
      }
    }
    return best != 0 && take(lane, period, best, now);
  }

  private boolean take(int lane, int period, int more, double before) {
    int from = source.from[lane] - first;
    int to = source.to[lane] - first;
    plan[lane * periods + period] += more;
    update(from);
    update(to);
    double after = values[from] + values[to] + price(lane) * more;
    if (after < before) {
      return true;
    }
    plan[lane * periods + period] -= more;
    update(from);
    update(to);
    return false;
  }

  /** Sends what is sent in a period in another one; returns whether that is better. */
  private boolean shift(int lane, int period) {
    int at = lane * periods + period;
    int old = plan[at];
    if (old == 0) {
      return false;
    }
    int from = source.from[lane] - first;
    int to = source.to[lane] - first;
    double least = values[from] + values[to];
    least -= PRECISION * Math.abs(least);
    int best = period;
    for (int t = source.frozen[source.from[lane]]; t < periods; t++) {
      int other = lane * periods + t;
      if (t != period && plan[other] <= source.most[lane] - old) {
        plan[at] = 0;
        plan[other] += old;
        double value = ahead(from) + ahead(to);
        if (value < least) {
          least = value;
          best = t;
        }
        plan[other] -= old;
        plan[at] = old;
      }
    }
    count(first + from);
    count(first + to);
    if (best == period) {
      return false;
    }
    plan[at] -= old;
    plan[lane * periods + best] += old;
    update(from);
    update(to);
    return true;
  }

  private double ahead(int i) {
    count(first + i);
    return programs[i].forward(received[i], sent[i]);
  }
}
