package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * A line of a block by itself: it may receive any packs at a price, and is paid for those that it
 * sends. Solved exactly by the dynamic program of {@link LaneProgram}, with a stage for every lane.
 * Used by one thread at a time.
 */
final class FreeLine {
  private static final double NEVER = LaneProgram.NEVER;

  private final LineTable table;
  private final LaneProgram program;
  private final int periods;
  private int block;
  private int line;
  private double[][] rows = {};
  private int[] options = {};
  private int stages;
  private double[] worth = {};
  private Range range = new Range(new int[0], new int[0]);

  /** The fewest and the most packs that are sent, by lane of the block and period. */
  static final class Range {
    final int[] least;
    final int[] most;

    Range(int[] least, int[] most) {
      this.least = least;
      this.most = most;
    }
  }

  FreeLine(LineTable table) {
    this.table = table;
    this.program = new LaneProgram(table, NEVER);
    this.periods = table.periods;
  }

  /** Sets the prices by account. */
  void price(double[] prices) {
    program.price(prices, 1);
  }

  /** Opens a line of a block with a range of states. */
  void open(int block, int line, int lowest, int highest) {
    this.block = block;
    this.line = line;
    program.open(line, lowest, highest);
    int lanes = table.sends[line].length + table.receives[line].length;
    int most = table.ends[line] - table.options[line] + lanes + 1;
    if (options.length < most * periods) {
      options = new int[most * periods];
      rows = Arrays.copyOf(rows, most * periods + 1);
    }
  }

  /**
   * Solves the line.
   *
   * @param worth of a pack that a lane sends in a period, by lane of the block and period
   * @param range of the packs
   * @param received the packs that the line receives are added
   * @param sent the packs that it sends are added
   * @return least cost of the line, with what it pays and is paid
   */
  double solve(double[] worth, Range range, int[] received, int[] sent) {
    this.worth = worth;
    this.range = range;
    double[] row = next(0);
    Arrays.fill(row, NEVER);
    row[-program.low()] = 0;
    stages = 0;
    for (int t = 0; t < periods; t++) {
      for (int o = table.options[line]; o < table.ends[line]; o++) {
        arrive(o, t - table.lead[o], table.frozen[line]);
      }
      for (int o : table.receives[line]) {
        arrive(o, t - table.lead[o], table.frozen[table.from[o]]);
      }
      for (int k = 0; k < table.sends[line].length && t >= table.frozen[line]; k++) {
        int o = table.sends[line][k];
        double[] from = rows[stages];
        program.down(from, copy(o, t), leaving(o, t), program.sendable(t));
      }
      row = rows[stages];
      double[] held = next(stages + 1);
      for (int s = 0; s < program.states(); s++) {
        held[s] = row[s] + program.holding(t, s);
      }
      options[stages++] = -1;
    }
    return trace(received, sent);
  }

  private void arrive(int option, int ordered, int frozen) {
    if (ordered < frozen) {
      return;
    }
    double[] from = rows[stages];
    double[] to = copy(option, ordered);
    for (int tier = table.tiers[option]; tier < table.tiers[option + 1]; tier++) {
      program.up(from, to, arriving(option, tier, ordered));
    }
  }

  /** Begins a stage with what happens if nothing comes or goes, if that is allowed. */
  private double[] copy(int option, int period) {
    double[] to = next(stages + 1);
    if (isForced(option, period)) {
      Arrays.fill(to, 0, program.states(), NEVER);
    } else {
      System.arraycopy(rows[stages], 0, to, 0, program.states());
    }
    options[stages++] = option;
    return to;
  }

  private boolean isForced(int option, int period) {
    return isLane(option) && range.least[cell(option, period)] > 0;
  }

  private double[] next(int stage) {
    if (rows[stage] == null || rows[stage].length < program.states()) {
      rows[stage] = new double[program.states() * 3 / 2];
    }
    return rows[stage];
  }

  private boolean isLane(int option) {
    return option >= table.lanes(block);
  }

  private int cell(int lane, int period) {
    return (lane - table.lanes(block)) * periods + period;
  }

  private LaneProgram.Stage arriving(int option, int tier, int ordered) {
    if (!isLane(option)) {
      return new LaneProgram.Stage(
          table.tierPacks[tier],
          table.most[option],
          program.packPrice(option, tier, ordered),
          table.orderCost[option]);
    }
    int at = cell(option, ordered);
    return lane(at, table.tierCost[tier] + worth[at]);
  }

  /** What never arrives is paid by the line that sends it. */
  private LaneProgram.Stage leaving(int lane, int period) {
    int at = cell(lane, period);
    boolean arrives = period + table.lead[lane] < periods;
    return lane(at, arrives ? -worth[at] : table.tierCost[table.tiers[lane]]);
  }

  private LaneProgram.Stage lane(int cell, double price) {
    return new LaneProgram.Stage(Math.max(1, range.least[cell]), range.most[cell], price, 0);
  }

  /** Walks back from the best last state and counts what lanes bring and take. */
  private double trace(int[] received, int[] sent) {
    int state = 0;
    double[] last = rows[stages];
    for (int s = 1; s < program.states(); s++) {
      state = last[s] < last[state] ? s : state;
    }
    double value = last[state];
    int t = periods;
    for (int k = stages - 1; k >= 0 && value < NEVER; k--) {
      int o = options[k];
      if (o < 0) {
        t--;
        continue;
      }
      boolean leaves = isLane(o) && table.from[o] == line;
      int period = leaves ? t : t - table.lead[o];
      if (isForced(o, period) || rows[k][state] != rows[k + 1][state]) {
        int packs = leaves ? sent(k, state, leaving(o, t)) : received(k, state, o, period);
        if (isLane(o)) {
          int[] counts = leaves ? sent : received;
          counts[cell(o, period)] += packs;
        }
        state += leaves ? packs : -packs;
      }
    }
    return value;
  }

  private int received(int stage, int state, int option, int ordered) {
    int found = 0;
    double least = NEVER;
    for (int tier = table.tiers[option]; tier < table.tiers[option + 1]; tier++) {
      LaneProgram.Stage by = arriving(option, tier, ordered);
      for (int n = by.least(); n <= Math.min(state, by.most()); n++) {
        double value = rows[stage][state - n] + by.fixed() + by.price() * n;
        if (value < least) {
          least = value;
          found = n;
        }
      }
    }
    return found;
  }

  private int sent(int stage, int state, LaneProgram.Stage by) {
    int found = 0;
    double least = NEVER;
    for (int n = by.least(); n <= Math.min(program.states() - 1 - state, by.most()); n++) {
      double value = rows[stage][state + n] + by.price() * n;
      if (value < least) {
        least = value;
        found = n;
      }
    }
    return found;
  }
}
