package io.synkro.predict.optimize.conflict;

import org.jspecify.annotations.Nullable;

/**
 * Looks for prices that prove a contradiction: maximises what the least use of all lines costs more
 * than what there is, over prices between zero and one (of a unit as large as the limit), by a
 * proximal bundle method (Kiwiel 1990, <a
 * href="https://doi.org/10.1007/BF01585731">doi:10.1007/BF01585731</a>). The margin is concave and
 * homogeneous, so every plan that is met bounds it by a plane through the origin; the weights of
 * the planes mix their plans to one that exceeds the limits the least. Used by one thread.
 */
final class PriceAscent {
  private static final int MOST_PLANES = 40;

  /** A mixture of plans that exceeds the limits by this share of them: nothing can be proven. */
  private static final double NEGLIGIBLE = 1e-7;

  private static final int HALVINGS = 30;
  private static final int MOST_SHIFTS = 100;

  /** Share of the hoped gain that makes a point the new centre. */
  private static final double ENOUGH = 0.1;

  private final UsePass pass;
  private final double[] scales;
  private final int rows;
  private final double[][] used = new double[MOST_PLANES][];
  private final double[] weights = new double[MOST_PLANES];
  private Situation situation;
  private int planes;
  private double[] center;
  private double[] trial;
  private double centerTotal;
  private double hoped;
  private double excess = Double.POSITIVE_INFINITY;
  private double reach;
  private int failures;

  /**
   * Prepares.
   *
   * @param pass solves lines
   * @param scales by row, the size of a limit
   * @param situation where a contradiction is looked for
   * @param start prices by row to begin with; zero for all to begin with equal ones
   */
  PriceAscent(UsePass pass, double[] scales, Situation situation, double[] start) {
    this.pass = pass;
    this.scales = scales;
    this.rows = scales.length;
    this.situation = situation;
    this.center = new double[rows];
    double most = 0;
    for (int r = 0; r < rows; r++) {
      center[r] = isActive(r) ? start[r] * scales[r] : 0;
      most = Math.max(most, center[r]);
    }
    for (int r = 0; r < rows; r++) {
      center[r] = most > 0 ? center[r] / most : isActive(r) ? 1 : 0;
    }
    this.trial = center;
  }

  private boolean isActive(int row) {
    return situation.amounts[row] < Double.POSITIVE_INFINITY;
  }

  /** Goes on with other amounts of the same rows: the needs are the same, so no plan is lost. */
  void move(Situation other) {
    this.situation = other;
  }

  /**
   * Looks for a proof.
   *
   * @param passes most passes over the lines
   * @return a proof, or null if there is none of this kind or it was not found
   */
  @Nullable Proof prove(int passes) {
    for (int i = 0; i < passes && !isDone(); i++) {
      Proof proof = step();
      if (proof.margin > 0) {
        return proof;
      }
    }
    return null;
  }

  /** Returns the best prices so far. */
  double[] prices() {
    return unscaled(center);
  }

  private boolean isDone() {
    if (planes > 0) {
      excess = propose();
    }
    return excess <= NEGLIGIBLE || pass.isOver();
  }

  private Proof step() {
    double[] prices = unscaled(trial);
    UsePass.Found found = pass.solve(situation, prices);
    if (found.total < Double.POSITIVE_INFINITY) {
      add(found);
    }
    return new Proof(prices, found.values, found.margin(prices, situation.amounts));
  }

  private double[] unscaled(double[] point) {
    double[] prices = new double[rows];
    for (int r = 0; r < rows; r++) {
      prices[r] = point[r] / scales[r];
    }
    return prices;
  }

  private double slope(int plane, int row) {
    return isActive(row) ? (used[plane][row] - situation.amounts[row]) / scales[row] : 0;
  }

  /** Returns the margin at the centre. */
  private double centerMargin() {
    double margin = centerTotal;
    for (int r = 0; r < rows; r++) {
      margin -= center[r] > 0 ? center[r] / scales[r] * situation.amounts[r] : 0;
    }
    return margin;
  }

  private void add(UsePass.Found found) {
    if (planes == 0) {
      centerTotal = found.total;
    }
    if (planes == MOST_PLANES) {
      merge();
    }
    used[planes] = found.used;
    weights[planes] = planes == 0 ? 1 : 0;
    planes++;
    if (planes == 1) {
      reach = firstReach();
      return;
    }
    double before = centerMargin();
    double after = found.total;
    for (int r = 0; r < rows; r++) {
      after -= trial[r] > 0 ? trial[r] / scales[r] * situation.amounts[r] : 0;
    }
    double ratio = hoped > 0 ? (after - before) / hoped : 1;
    if (ratio >= ENOUGH) {
      center = trial;
      centerTotal = found.total;
      reach *= ratio > 0.5 ? 2 : 1;
      failures = 0;
    } else if (++failures > 5) {
      reach *= 0.7;
      failures = 0;
    }
  }

  private double firstReach() {
    double steepest = 0;
    for (int r = 0; r < rows; r++) {
      steepest = Math.max(steepest, Math.abs(slope(0, r)));
    }
    return steepest > 0 ? 1 / steepest : 1;
  }

  /** Makes room: leaves out what the last step did not need, then merges what weighs least. */
  private void merge() {
    int kept = 0;
    for (int k = 0; k < planes; k++) {
      if (weights[k] > 1e-9) {
        used[kept] = used[k];
        weights[kept++] = weights[k];
      }
    }
    while (kept > MOST_PLANES - 1) {
      int a = lightest(kept, -1);
      int b = lightest(kept, a);
      double share = weights[b] / (weights[a] + weights[b]);
      double[] mixed = new double[rows];
      for (int r = 0; r < rows; r++) {
        mixed[r] = (1 - share) * used[a][r] + share * used[b][r];
      }
      used[a] = mixed;
      weights[a] += weights[b];
      kept--;
      used[b] = used[kept];
      weights[b] = weights[kept];
    }
    planes = kept;
  }

  private int lightest(int count, int except) {
    int found = except == 0 ? 1 : 0;
    for (int k = 0; k < count; k++) {
      found = k != except && weights[k] < weights[found] ? k : found;
    }
    return found;
  }

  /**
   * Proposes the next point: the dual of its quadratic program, the weights of the planes, is
   * solved by moving weight from the highest plane to the lowest until they are level.
   *
   * @return the excess of the mixture over the limits, in shares of them: no margin is larger
   */
  private double propose() {
    double[][] slopes = new double[planes][rows];
    double[] sum = new double[rows];
    double total = 0;
    for (int k = 0; k < planes; k++) {
      total += weights[k];
    }
    for (int k = 0; k < planes; k++) {
      weights[k] /= total; // rounding errors must not add up
      for (int r = 0; r < rows; r++) {
        slopes[k][r] = slope(k, r);
        sum[r] += weights[k] * slopes[k][r];
      }
    }
    trial = new double[rows];
    double[] model = new double[planes];
    for (int step = 0; level(slopes, sum, model, step); step++) {}
    double beyond = 0;
    for (int r = 0; r < rows; r++) {
      beyond += Math.max(0, sum[r]);
    }
    return beyond;
  }

  /** Moves some weight; returns whether to go on. */
  private boolean level(double[][] slopes, double[] sum, double[] model, int step) {
    for (int r = 0; r < rows; r++) {
      trial[r] = Math.max(0, Math.min(1, center[r] + reach * sum[r]));
    }
    int low = 0;
    int high = -1;
    double mean = 0;
    for (int k = 0; k < planes; k++) {
      model[k] = 0;
      for (int r = 0; r < rows; r++) {
        model[k] += slopes[k][r] * trial[r];
      }
      mean += weights[k] * model[k];
      low = model[k] < model[low] ? k : low;
      high = weights[k] > 0 && (high < 0 || model[k] > model[high]) ? k : high;
    }
    hoped = Math.max(0, model[low] - centerMargin());
    if (step == MOST_SHIFTS || low == high || mean - model[low] <= 1e-3 * hoped + 1e-13) {
      return false;
    }
    shift(slopes, low, high, sum);
    return true;
  }

  /** Moves weight from a high plane to a low one until they are level or there is no more. */
  private void shift(double[][] slopes, int low, int high, double[] sum) {
    double[] change = new double[rows];
    for (int r = 0; r < rows; r++) {
      change[r] = slopes[low][r] - slopes[high][r];
    }
    double amount = weights[high];
    double least = 0;
    double most = amount;
    boolean all = difference(change, sum, amount) <= 0;
    for (int i = 0; i < HALVINGS && !all; i++) {
      amount = 0.5 * (least + most);
      if (difference(change, sum, amount) > 0) {
        most = amount;
      } else {
        least = amount;
      }
    }
    weights[low] += amount;
    weights[high] = all ? 0 : weights[high] - amount;
    for (int r = 0; r < rows; r++) {
      sum[r] += amount * change[r];
    }
  }

  /** Returns how much higher the low plane is after some weight has moved: it rises with it. */
  private double difference(double[] change, double[] sum, double amount) {
    double difference = 0;
    for (int r = 0; r < rows; r++) {
      double at = center[r] + reach * (sum[r] + amount * change[r]);
      difference += change[r] * Math.max(0, Math.min(1, at));
    }
    return difference;
  }
}
