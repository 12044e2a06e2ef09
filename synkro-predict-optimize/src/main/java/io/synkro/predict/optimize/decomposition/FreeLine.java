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
  private double weight = 1;
  private double[][] rows = {};
  private int[] options = {};
  private int stages;

  FreeLine(LineTable table) {
    this.table = table;
    this.program = new LaneProgram(table);
    this.periods = table.periods;
  }

  /** Sets the prices by account. */
  void price(double[] prices) {
    program.price(prices, weight);
  }

  /** Opens a line of a block with a range of states. */
  void open(int block, int line, int lowest, int highest) {
    this.block = block;
    this.line = line;
    program.open(line, lowest, highest);
    int most = table.options[table.first[block + 1]] - table.options[table.first[block]] + 1;
    if (options.length < most * periods) {
      options = new int[most * periods];
      rows = Arrays.copyOf(rows, most * periods + 1);
    }
  }

  /**
   * Solves the line.
   *
   * @param worth of a pack that a lane sends in a period, by lane of the block and period
   * @param moved the packs that the line receives are added, those that it sends taken away
   * @return least cost of the line, with what it pays and is paid
   */
  double solve(double[] worth, int[] moved) {
    double[] row = next(0);
    Arrays.fill(row, NEVER);
    row[-program.low()] = 0;
    stages = 0;
    int firstLane = table.lanes(block);
    int endLane = table.options[table.first[block + 1]];
    for (int t = 0; t < periods; t++) {
      for (int o = table.options[line]; o < table.ends[line]; o++) {
        arrive(o, t - table.lead[o], table.frozen[line], worth);
      }
      for (int o = firstLane; o < endLane; o++) {
        if (table.to[o] == line) {
          arrive(o, t - table.lead[o], table.frozen[table.from[o]], worth);
        }
      }
      for (int o = firstLane; o < endLane; o++) {
        if (table.from[o] == line && t >= table.frozen[line]) {
          double[] from = rows[stages];
          double[] to = copy(o);
          program.down(from, to, leaving(o, t, worth), program.sendable(t));
        }
      }
      row = rows[stages];
      double[] held = next(stages + 1);
      for (int s = 0; s < program.states(); s++) {
        held[s] = row[s] + program.holding(t, s);
      }
      options[stages++] = -1;
    }
    return trace(worth, moved);
  }

  private void arrive(int option, int ordered, int frozen, double[] worth) {
    if (ordered < frozen) {
      return;
    }
    double[] from = rows[stages];
    double[] to = copy(option);
    for (int tier = table.tiers[option]; tier < table.tiers[option + 1]; tier++) {
      program.up(from, to, arriving(option, tier, ordered, worth));
    }
  }

  private double[] copy(int option) {
    double[] to = next(stages + 1);
    System.arraycopy(rows[stages], 0, to, 0, program.states());
    options[stages++] = option;
    return to;
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

  private LaneProgram.Stage arriving(int option, int tier, int ordered, double[] worth) {
    double fixed = isLane(option) ? 0 : table.orderCost[option];
    double price =
        isLane(option)
            ? table.tierCost[table.tiers[option]] + worth[cell(option, ordered)]
            : program.packPrice(option, tier, ordered);
    return new LaneProgram.Stage(table.tierPacks[tier], table.most[option], price, fixed);
  }

  /** What never arrives is paid by the line that sends it. */
  private LaneProgram.Stage leaving(int lane, int period, double[] worth) {
    double price =
        period + table.lead[lane] < periods
            ? -worth[cell(lane, period)]
            : table.tierCost[table.tiers[lane]];
    return new LaneProgram.Stage(1, table.most[lane], price, 0);
  }

  /** Walks back from the best last state and counts what lanes bring and take. */
  private double trace(double[] worth, int[] moved) {
    int state = 0;
    double[] last = rows[stages];
    for (int s = 1; s < program.states(); s++) {
      state = last[s] < last[state] ? s : state;
    }
    double value = last[state];
    if (value == NEVER) {
      return value;
    }
    int t = periods;
    for (int k = stages - 1; k >= 0; k--) {
      int o = options[k];
      if (o < 0) {
        t--;
      } else if (rows[k][state] != rows[k + 1][state]) {
        boolean leaves = isLane(o) && table.from[o] == line;
        int packs = leaves ? sent(k, state, o, t, worth) : received(k, state, o, t, worth);
        if (isLane(o)) {
          int at = cell(o, leaves ? t : t - table.lead[o]);
          moved[at] += leaves ? (t + table.lead[o] < periods ? -packs : 0) : packs;
        }
        state += leaves ? packs : -packs;
      }
    }
    return value;
  }

  private int received(int stage, int state, int option, int t, double[] worth) {
    int found = 0;
    double least = NEVER;
    for (int tier = table.tiers[option]; tier < table.tiers[option + 1]; tier++) {
      LaneProgram.Stage by = arriving(option, tier, t - table.lead[option], worth);
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

  private int sent(int stage, int state, int lane, int t, double[] worth) {
    int found = 0;
    double least = NEVER;
    LaneProgram.Stage by = leaving(lane, t, worth);
    for (int n = 1; n <= Math.min(program.states() - 1 - state, by.most()); n++) {
      double value = rows[stage][state + n] + by.price() * n;
      if (value < least) {
        least = value;
        found = n;
      }
    }
    return found;
  }
}
