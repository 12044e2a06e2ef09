package io.synkro.predict.optimize.production;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The cheapest plan of one item if capacity is not limited but has prices: the dynamic program of
 * Wagner &amp; Whitin (1958), where every demand is met by the lot before it, with set-ups that are
 * forced or forbidden. A lot that begins in s serves demand at a cost that is a line in the
 * cumulative demand, so that a step of the program is one multiplication.
 */
final class ItemProgram {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final LotData data;
  private final int periods;

  /** Least cost of what is before a period, and of what is from it on. */
  private final double[] prefix;

  private final double[] suffix;
  private final int[] from;

  /** Cost of a set-up, infinite if it is forbidden; cost of the forced ones before a period. */
  private final double[] setup;

  private final double[] forced;
  private final double[] unit;
  private double[] before = {};
  private double[] need = {};
  private double constant;
  private int item;

  ItemProgram(LotData data) {
    this.data = data;
    this.periods = data.periods;
    prefix = new double[periods + 1];
    suffix = new double[periods + 1];
    from = new int[periods + 1];
    setup = new double[periods];
    forced = new double[periods + 1];
    unit = new double[periods];
  }

  /** Returns the cost of the cheapest plan at these prices; infinite if there is none. */
  double solve(int which, double[] prices, Fixings fixings) {
    item = which;
    before = data.before[item];
    need = data.need[item];
    double held = data.stockCost[item];
    constant = 0;
    for (int t = 0; t < periods; t++) {
      double paid = data.setupCost[item] + prices[t] * data.setupTime[item];
      setup[t] = fixings.isForbidden(item, t) ? NEVER : paid;
      forced[t + 1] = forced[t] + (fixings.isForced(item, t) ? paid : 0);
      unit[t] = prices[t] - held * t;
      constant += held * t * need[t];
    }
    forward();
    return prefix[periods] + constant;
  }

  /** Cost of what a lot of s serves until e, with the forced set-ups between. */
  private double lot(int s, int e) {
    return setup[s] + unit[s] * (before[e] - before[s]) + forced[e] - forced[s + 1];
  }

  private void forward() {
    prefix[0] = 0;
    for (int e = 1; e <= periods; e++) {
      double best = NEVER;
      int start = -1;
      if (need[e - 1] == 0) {
        best = prefix[e - 1] + forced[e] - forced[e - 1];
      }
      for (int s = 0; s < e; s++) {
        double cost = prefix[s] + lot(s, e);
        if (cost < best) {
          best = cost;
          start = s;
        }
      }
      prefix[e] = best;
      from[e] = start;
    }
  }

  /** Returns the plan that was found last. */
  Column column(Fixings fixings) {
    BitSet lots = new BitSet(periods);
    double[] use = new double[periods];
    double cost = 0;
    for (int e = periods; e > 0; ) {
      int s = from[e];
      if (s < 0) {
        e--;
        continue;
      }
      lots.set(s);
      use[s] += before[e] - before[s] + data.setupTime[item];
      cost += data.setupCost[item];
      for (int t = s + 1; t < e; t++) {
        cost += data.stockCost[item] * (t - s) * need[t];
      }
      e = s;
    }
    Column plan = new Column(item, lots, lots, cost, use).within(data, fixings);
    if (plan == null) {
      throw new IllegalStateException("A plan uses a forbidden set-up.");
    }
    return plan;
  }

  /**
   * Returns by how much the cost rises at least if a set-up is forced, and if it is forbidden.
   *
   * @param with filled by period
   * @param without filled by period
   */
  void regrets(double[] with, double[] without) {
    backward();
    double least = prefix[periods];
    Arrays.fill(without, NEVER);
    for (int s = 0; s < periods; s++) {
      double begun = NEVER;
      double cover = NEVER; // least cost of a plan with a lot of s that lasts beyond t
      for (int e = periods; e > s; e--) {
        double whole = prefix[s] + lot(s, e) + suffix[e];
        begun = Math.min(begun, whole);
        cover = Math.min(cover, whole);
        if (e - 1 > s) {
          without[e - 1] = Math.min(without[e - 1], cover);
        }
      }
      with[s] = Math.min(begun, least + setup[s]);
      if (need[s] == 0) {
        double skip = prefix[s] + forced[s + 1] - forced[s] + suffix[s + 1];
        without[s] = Math.min(without[s], skip);
      }
    }
    for (int t = 0; t < periods; t++) {
      with[t] = Math.max(0, with[t] - least);
      without[t] = Math.max(0, without[t] - least);
    }
  }

  private void backward() {
    suffix[periods] = 0;
    for (int s = periods - 1; s >= 0; s--) {
      double best = need[s] == 0 ? suffix[s + 1] + forced[s + 1] - forced[s] : NEVER;
      for (int e = s + 1; e <= periods; e++) {
        best = Math.min(best, lot(s, e) + suffix[e]);
      }
      suffix[s] = best;
    }
  }
}
