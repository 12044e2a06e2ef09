package io.synkro.predict.optimize.decomposition;

import io.synkro.predict.optimize.problem.StockCost;
import java.util.Arrays;

/**
 * The dynamic program of a line that lanes join with others, at given prices of the accounts. Its
 * state is the packs that orders and lanes brought so far less those that it sent, from a lowest to
 * a highest number. What a period takes or costs at its end is laid out once for all states. Used
 * by one thread at a time.
 */
final class LaneProgram {
  static final double NEVER = Double.POSITIVE_INFINITY;

  /** What the check of plans allows. */
  private static final double TOLERANCE = 1e-6;

  private final LineTable table;
  private final double shortage;
  private final int periods;
  private final int[] sendable;
  private double[] holding = {};
  private double[] before = {};
  private double[] after = {};
  private int[] window = {};
  private double[] prices = {};
  private double weight;
  private int line;
  private int low;
  private int states;

  /**
   * Prepares.
   *
   * @param table of the lines
   * @param shortage price of a unit below the minimum stock; infinite if it must be kept
   */
  LaneProgram(LineTable table, double shortage) {
    this.table = table;
    this.shortage = shortage;
    this.periods = table.periods;
    this.sendable = new int[periods];
  }

  /** Sets the prices by account and the weight of the true costs. */
  void price(double[] prices, double weight) {
    this.prices = prices;
    this.weight = weight;
  }

  /**
   * Opens a line.
   *
   * @param position of the line
   * @param lowest state, zero or less
   * @param highest state, zero or more
   */
  void open(int position, int lowest, int highest) {
    line = position;
    low = lowest;
    states = highest - lowest + 1;
    if (holding.length < states * periods) {
      holding = new double[2 * states * periods];
      before = new double[holding.length];
      after = new double[holding.length];
      window = new int[2 * states];
    }
    for (int t = 0; t < periods; t++) {
      hold(t);
    }
  }

  private void hold(int t) {
    StockCost cost = table.line(line).cost(t);
    double room = 0;
    for (int r = table.rooms[line]; r < table.rooms[line + 1]; r++) {
      room += table.roomUnit[r] * prices[table.roomAccount[r] + t];
    }
    double bare = table.bare[line * periods + t];
    double after = table.line(line).afterSending(t);
    sendable[t] = ceiling((-after - TOLERANCE - bare) / table.pack[line]);
    double floor = table.line(line).minimumStock(t);
    floor -= TOLERANCE * Math.max(1, Math.abs(floor));
    double ceiling = table.line(line).maximumStock(t);
    ceiling += TOLERANCE * Math.max(1, Math.abs(ceiling));
    int corner = 0;
    int corners = cost.corners();
    for (int s = 0; s < states; s++) {
      double stock = bare + table.pack[line] * (low + s);
      while (corner < corners && stock > cost.level(corner)) {
        corner++;
      }
      int base = Math.max(0, corner - 1);
      double value = cost.value(base) + cost.slope(corner) * (stock - cost.level(base));
      double sum = weight * value + room * Math.max(0, stock);
      sum += stock < floor ? shortage * (floor - stock) : 0;
      holding[t * states + s] = stock <= ceiling ? sum : NEVER;
    }
  }

  private int ceiling(double packs) {
    return (int) Math.max(0, Math.min(states, Math.ceil(packs) - low));
  }

  /** Returns the price of a pack of an option in a tier, ordered in a period. */
  double packPrice(int option, int tier, int ordered) {
    return table.tierCost[tier] * (weight + prices[ordered])
        + table.pack[line] * prices[table.supplier[option] + ordered];
  }

  /**
   * Finds the least value from the start to each state of a period, after what arrives and is sent
   * in it and before its end, with transfers that are given.
   *
   * @param received packs by period
   * @param sent packs by period
   * @return least value of the line
   */
  double forward(int[] received, int[] sent) {
    double[] row = new double[states];
    Arrays.fill(row, NEVER);
    row[-low] = 0;
    for (int t = 0; t < periods; t++) {
      for (int o = table.options[line]; o < table.ends[line]; o++) {
        int ordered = t - table.lead[o];
        if (ordered >= table.frozen[line]) {
          row = order(row, o, ordered, true);
        }
      }
      row = shifted(row, received[t] - sent[t], sent[t] > 0 ? sendable[t] : 0);
      System.arraycopy(row, 0, before, t * states, states);
      for (int s = 0; s < states; s++) {
        row[s] += holding[t * states + s];
      }
    }
    return least(row);
  }

  /** Finds the least value from each such state to the end. */
  void backward(int[] received, int[] sent) {
    double[] row = new double[states];
    for (int t = periods - 1; t >= 0; t--) {
      for (int s = 0; s < states; s++) {
        row[s] += holding[t * states + s];
      }
      System.arraycopy(row, 0, after, t * states, states);
      for (int s = 0; s < sendable[t] && sent[t] > 0; s++) {
        row[s] = NEVER;
      }
      row = shifted(row, sent[t] - received[t], 0);
      for (int o = table.ends[line] - 1; o >= table.options[line]; o--) {
        int ordered = t - table.lead[o];
        if (ordered >= table.frozen[line]) {
          row = order(row, o, ordered, false);
        }
      }
    }
  }

  private static double least(double[] row) {
    double least = NEVER;
    for (double value : row) {
      least = Math.min(least, value);
    }
    return least;
  }

  private double[] shifted(double[] row, int packs, int lowest) {
    if (packs == 0 && lowest == 0) {
      return row;
    }
    double[] next = new double[states];
    Arrays.fill(next, NEVER);
    for (int s = Math.max(lowest, packs); s < Math.min(states, (long) states + packs); s++) {
      next[s] = row[s - packs];
    }
    return next;
  }

  private double[] order(double[] row, int option, int ordered, boolean ahead) {
    double[] next = row.clone();
    double fixed = weight * table.orderCost[option];
    for (int tier = table.tiers[option]; tier < table.tiers[option + 1]; tier++) {
      Stage stage =
          new Stage(
              table.tierPacks[tier], table.most[option], packPrice(option, tier, ordered), fixed);
      if (ahead) {
        up(row, next, stage);
      } else {
        down(row, next, stage, 0);
      }
    }
    return next;
  }

  /** Packs that come or go at once: how many, and what they cost. */
  record Stage(int least, int most, double price, double fixed) {}

  /** Lowers the value of each state to that of coming from a lower one. */
  void up(double[] row, double[] next, Stage stage) {
    if (stage.most >= states - 1) {
      double best = NEVER;
      for (int s = stage.least; s < states; s++) {
        double value = row[s - stage.least] - stage.price * (s - stage.least);
        best = value < best ? value : best;
        double sum = best + (stage.fixed + stage.price * s);
        next[s] = sum < next[s] ? sum : next[s];
      }
      return;
    }
    int head = 0;
    int tail = 0;
    for (int s = stage.least; s < states; s++) {
      int from = s - stage.least;
      double value = row[from] - stage.price * from;
      if (value < NEVER) {
        while (tail > head && row[window[tail - 1]] - stage.price * window[tail - 1] >= value) {
          tail--;
        }
        window[tail++] = from;
      }
      while (head < tail && window[head] < s - (long) stage.most) {
        head++;
      }
      if (head < tail) {
        int best = window[head];
        double sum = row[best] + stage.fixed + stage.price * (s - best);
        next[s] = Math.min(next[s], sum);
      }
    }
  }

  /** Lowers the value of each state from some on to that of coming from a higher one. */
  void down(double[] row, double[] next, Stage stage, int lowest) {
    if (stage.most >= states - 1) {
      double best = NEVER;
      for (int s = states - 1 - stage.least; s >= lowest; s--) {
        double value = row[s + stage.least] + stage.price * (s + stage.least);
        best = value < best ? value : best;
        double sum = best + (stage.fixed - stage.price * s);
        next[s] = sum < next[s] ? sum : next[s];
      }
      return;
    }
    int head = 0;
    int tail = 0;
    for (int s = states - 1 - stage.least; s >= lowest; s--) {
      int from = s + stage.least;
      double value = row[from] + stage.price * from;
      if (value < NEVER) {
        while (tail > head && row[window[tail - 1]] + stage.price * window[tail - 1] >= value) {
          tail--;
        }
        window[tail++] = from;
      }
      while (head < tail && window[head] > s + (long) stage.most) {
        head++;
      }
      if (head < tail) {
        int best = window[head];
        double sum = row[best] + stage.fixed + stage.price * (best - s);
        next[s] = Math.min(next[s], sum);
      }
    }
  }

  /**
   * Returns the least value with some packs more or fewer in a period, if forward and backward
   * values are known.
   *
   * @param period when they come or go
   * @param packs more, or fewer if negative
   * @param sends whether the line sends in the period
   */
  double with(int period, int packs, boolean sends) {
    int first = Math.max(Math.max(0, -packs), (sends ? sendable[period] : 0) - packs);
    int end = Math.min(states, states - packs);
    int row = period * states;
    double least = NEVER;
    for (int s = first; s < end; s++) {
      double value = before[row + s] + after[row + s + packs];
      least = value < least ? value : least;
    }
    return least;
  }

  int states() {
    return states;
  }

  int low() {
    return low;
  }

  double holding(int period, int state) {
    return holding[period * states + state];
  }

  int sendable(int period) {
    return sendable[period];
  }
}
