package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Maximises a concave function of many variables that is known by its values and slopes at points:
 * the proximal bundle method of Kiwiel (1990), <a
 * href="https://doi.org/10.1007/BF01585731">doi:10.1007/BF01585731</a>. Every point asked for gives
 * a plane above the function; the next point is the best of the lowest plane, less a penalty on the
 * distance from the best point so far. Variables lie between zero and a cap. Used by one thread at
 * a time.
 *
 * <p>The weights of the planes at the next point are, at the maximum, those by which the plans of
 * the points mix to one that keeps all limits on average.
 */
final class Bundle {
  private static final int MOST_PLANES = 60;
  private static final int MOST_STEPS = 300;

  /** Of the value: gains that are rounding errors. */
  private static final double PRECISION = 1e-13;

  /** No price is larger: where limits contradict each other, prices rise without end. */
  private static final double FARTHEST = 1e100;

  /** Share of the hoped gain that makes a point the new best. */
  private static final double ENOUGH = 0.1;

  private final int size;
  private final double[] caps;
  private final double[][] slopes = new double[MOST_PLANES][];
  private final double[] heights = new double[MOST_PLANES];
  private final double[] weights = new double[MOST_PLANES];
  private final byte[][] choices = new byte[MOST_PLANES][];
  private final SplittableRandom random = new SplittableRandom(1);
  private int planes;
  private double[] center;
  private double[] trial;
  private double value = Double.NEGATIVE_INFINITY;
  private final double hope;
  private double reach;
  private double hoped = Double.POSITIVE_INFINITY;
  private int failures;

  private Bundle(double[] start, double[] caps, double reach, double hope) {
    this.size = start.length;
    this.caps = Arrays.stream(caps).map(cap -> Math.min(cap, FARTHEST)).toArray();
    this.center = start.clone();
    this.trial = start.clone();
    this.reach = reach;
    this.hope = hope;
  }

  /**
   * Starts at a point.
   *
   * @param start where to begin
   * @param caps most of each variable, may be infinite
   * @param hope of the first value: how much the first step may gain, such as 1 far from the
   *     maximum
   */
  static Bundle at(double[] start, double[] caps, double hope) {
    return new Bundle(start, caps, 0, hope);
  }

  /**
   * Starts where another search of a similar function ended.
   *
   * @param other that search
   */
  static Bundle after(Bundle other) {
    return new Bundle(other.center, other.caps, other.reach, 1);
  }

  /** Returns the best point so far. */
  double[] center() {
    return center;
  }

  /** Returns how much better than the best the next point can be at most, as far as is known. */
  double hoped() {
    return hoped;
  }

  /** What is known of a point. */
  static final class Plane {
    private final double value;
    private final double[] slope;
    private final byte[] choice;

    /**
     * Creates a plane.
     *
     * @param value at the point
     * @param slope by variable
     * @param choice which plan of each line led to them; empty if that is not of interest
     */
    Plane(double value, double[] slope, byte[] choice) {
      this.value = value;
      this.slope = slope;
      this.choice = choice;
    }
  }

  /** Adds what was found at the point proposed last, at first at the start. */
  void add(Plane plane) {
    double height = plane.value;
    if (planes == 0) {
      value = plane.value;
      if (reach == 0) {
        reach = firstReach(plane);
      }
    } else {
      double gain = plane.value - value;
      boolean settled = hoped <= PRECISION * Math.abs(value);
      double ratio = settled ? 0 : gain / hoped;
      if (settled && gain <= 0) {
        height += distance(plane.slope, trial, center);
      } else if (settled) {
        moveCenter(plane.value);
      } else if (ratio >= ENOUGH) {
        moveCenter(plane.value);
        double faster = ratio > 0.5 ? Math.min(4, 0.5 / Math.max(0.125, 1 - ratio)) : 1;
        reach = Math.min(FARTHEST, reach * faster);
      } else {
        height += distance(plane.slope, trial, center);
        shrink(height - value, ratio);
      }
    }
    if (planes == MOST_PLANES) {
      merge();
    }
    slopes[planes] = plane.slope;
    heights[planes] = height;
    choices[planes] = plane.choice;
    weights[planes] = planes == 0 ? 1 : 0;
    planes++;
  }

  /**
   * A first step as far as is hoped for: too far steps are corrected faster than too short ones.
   */
  private double firstReach(Plane plane) {
    double norm = 0;
    for (int i = 0; i < size; i++) {
      double slope = plane.slope[i];
      boolean stuck = (center[i] <= 0 && slope < 0) || (center[i] >= caps[i] && slope > 0);
      norm += stuck ? 0 : slope * slope;
    }
    return norm > 0 ? Math.min(FARTHEST, hope * Math.max(1, Math.abs(plane.value)) / norm) : 1;
  }

  private void moveCenter(double better) {
    for (int k = 0; k < planes; k++) {
      heights[k] += distance(slopes[k], center, trial);
    }
    center = trial.clone();
    value = better;
    failures = 0;
  }

  /** Returns how much a slope rises from one point to another. */
  private double distance(double[] slope, double[] from, double[] to) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += slope[i] * (to[i] - from[i]);
    }
    return sum;
  }

  private void shrink(double error, double ratio) {
    failures++;
    if (error > 2 * hoped || failures > 8) {
      reach *= Math.max(0.3, Math.min(0.9, 0.5 / (1 - ratio)));
      failures = 0;
    }
  }

  /** Makes room: leaves out what the last step did not need, then merges what weighs least. */
  private void merge() {
    int kept = 0;
    for (int k = 0; k < planes; k++) {
      if (weights[k] > 1e-9) {
        move(k, kept++);
      }
    }
    while (kept > MOST_PLANES - 1) {
      int a = lightest(kept, -1);
      int b = lightest(kept, a);
      double share = weights[b] / (weights[a] + weights[b]);
      double[] mixed = new double[size];
      for (int i = 0; i < size; i++) {
        mixed[i] = (1 - share) * slopes[a][i] + share * slopes[b][i];
      }
      slopes[a] = mixed;
      heights[a] = (1 - share) * heights[a] + share * heights[b];
      choices[a] = mixed(choices[a], choices[b], share);
      weights[a] += weights[b];
      move(--kept, b);
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

  private void move(int from, int to) {
    slopes[to] = slopes[from];
    heights[to] = heights[from];
    weights[to] = weights[from];
    choices[to] = choices[from];
  }

  /** Every line takes the plan of the second point with a probability: the mean is the mixture. */
  private byte[] mixed(byte[] a, byte[] b, double share) {
    if (a.length != b.length) {
      return a.length == 0 ? a : b;
    }
    byte[] both = a.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = random.nextDouble() < share ? b[i] : a[i];
    }
    return both;
  }

  /**
   * Proposes the next point. The dual of its quadratic program, the weights of the planes, is
   * solved by moving weight from the highest plane to the lowest until they are level.
   */
  double[] next() {
    if (planes == 0) {
      return center;
    }
    double[] sum = direction();
    double[] model = new double[planes];
    double[] point = new double[size];
    for (int step = 0; ; step++) {
      for (int i = 0; i < size; i++) {
        point[i] = Math.max(0, Math.min(caps[i], center[i] + reach * sum[i]));
      }
      int low = 0;
      int high = -1;
      double mean = 0;
      for (int k = 0; k < planes; k++) {
        model[k] = heights[k] + distance(slopes[k], center, point);
        mean += weights[k] * model[k];
        low = model[k] < model[low] ? k : low;
        high = weights[k] > 0 && (high < 0 || model[k] > model[high]) ? k : high;
      }
      hoped = Math.max(0, model[low] - value);
      double error = mean - model[low];
      if (step == MOST_STEPS
          || low == high
          || error <= 1e-3 * hoped + PRECISION * Math.abs(value)) {
        trial = point;
        return point;
      }
      shift(low, high, model[high] - model[low], sum);
    }
  }

  private double[] direction() {
    double total = 0;
    for (int k = 0; k < planes; k++) {
      total += weights[k];
    }
    double[] sum = new double[size];
    for (int k = 0; k < planes; k++) {
      weights[k] /= total; // rounding errors must not add up
      for (int i = 0; i < size; i++) {
        sum[i] += weights[k] * slopes[k][i];
      }
    }
    return sum;
  }

  private void shift(int low, int high, double difference, double[] sum) {
    double[] a = slopes[low];
    double[] b = slopes[high];
    double curve = 0;
    for (int i = 0; i < size; i++) {
      double change = a[i] - b[i];
      double at = center[i] + reach * sum[i];
      boolean stuck = at < 0 || at > caps[i] || (at == 0 && change <= 0);
      curve += stuck ? 0 : change * change;
    }
    double most = weights[high];
    double amount = curve > 0 ? Math.min(most, difference / (curve * reach)) : most;
    weights[low] += amount;
    weights[high] = amount == most ? 0 : most - amount;
    for (int i = 0; i < size; i++) {
      sum[i] += amount * (a[i] - b[i]);
    }
  }

  /**
   * Returns how often each plan of a line is in the mixture.
   *
   * @param line its position
   * @param shares filled with the weight of each choice
   */
  void mixture(int line, double[] shares) {
    for (int k = 0; k < planes; k++) {
      byte[] choice = choices[k];
      if (line < choice.length) {
        shares[choice[line]] += weights[k];
      }
    }
  }
}
