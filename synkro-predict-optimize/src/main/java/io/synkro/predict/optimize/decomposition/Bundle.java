package io.synkro.predict.optimize.decomposition;

import java.util.Arrays;

/**
 * Maximises a concave function of prices that is known by its values and slopes at points: the
 * proximal bundle method of Kiwiel (1990), <a
 * href="https://doi.org/10.1007/BF01585731">doi:10.1007/BF01585731</a>. The next point is the best
 * of the planes found so far, less a penalty on the distance from the best point. Prices lie
 * between zero and a cap. Used by one thread at a time.
 */
final class Bundle {
  private static final int MOST_PLANES = 60;
  private static final int MOST_STEPS = 300;

  private final int size;
  private final double[] caps;
  private final double[][] slopes = new double[MOST_PLANES + 1][];
  private final double[] heights = new double[MOST_PLANES + 1];
  private final double[] weights = new double[MOST_PLANES + 1];
  private int planes;
  private double[] center;
  private double centerValue = Double.NEGATIVE_INFINITY;
  private double[] trial;
  private double reach;
  private double predicted;
  private int nulls;

  Bundle(double[] start, double[] caps) {
    this.size = start.length;
    this.caps = caps;
    this.center = start.clone();
    this.trial = start.clone();
  }

  /** Returns the best point so far. */
  double[] center() {
    return center;
  }

  /** Returns the value at the best point. */
  double value() {
    return centerValue;
  }

  /** Returns how much the next point was hoped to be better than the best. */
  double predicted() {
    return predicted;
  }

  double reach() {
    return reach;
  }

  /** Adds the value and slope at the point proposed last, at first at the start. */
  boolean add(double value, double[] slope, double firstGain) {
    boolean better;
    double height = value;
    if (planes == 0) {
      better = true;
      double norm = 0;
      for (int i = 0; i < size; i++) {
        boolean stuck = center[i] <= 0 && slope[i] < 0 || center[i] >= caps[i] && slope[i] > 0;
        norm += stuck ? 0 : slope[i] * slope[i];
      }
      reach = norm > 0 ? firstGain / norm : 1;
      centerValue = value;
    } else {
      double gain = value - centerValue;
      better = gain >= 0.1 * predicted;
      double ratio = predicted > 0 ? gain / predicted : 1;
      if (better) {
        for (int k = 0; k < planes; k++) {
          for (int i = 0; i < size; i++) {
            heights[k] += slopes[k][i] * (trial[i] - center[i]);
          }
        }
        center = trial.clone();
        centerValue = value;
        nulls = 0;
        if (ratio > 0.5) {
          reach *= Math.min(4, ratio >= 0.95 ? 4 : 0.5 / (1 - ratio));
        }
      } else {
        nulls++;
        for (int i = 0; i < size; i++) {
          height += slope[i] * (center[i] - trial[i]);
        }
        double error = height - centerValue;
        if (error > 2 * predicted || nulls > 8) {
          reach *= Math.max(0.3, Math.min(0.9, 0.5 / (1 - ratio)));
          nulls = 0;
        }
      }
    }
    if (planes == MOST_PLANES) {
      drop();
    }
    slopes[planes] = slope;
    heights[planes] = height;
    weights[planes] = planes == 0 ? 1 : 0;
    planes++;
    return better;
  }

  /** Merges what the last step did not need. */
  private void drop() {
    int kept = 0;
    for (int k = 0; k < planes; k++) {
      if (weights[k] > 1e-9) {
        move(k, kept++);
      }
    }
    while (kept > MOST_PLANES - 1) {
      int a = smallest(kept, -1);
      int b = smallest(kept, a);
      double both = weights[a] + weights[b];
      double[] mixed = new double[size];
      for (int i = 0; i < size; i++) {
        mixed[i] = (weights[a] * slopes[a][i] + weights[b] * slopes[b][i]) / both;
      }
      heights[a] = (weights[a] * heights[a] + weights[b] * heights[b]) / both;
      slopes[a] = mixed;
      weights[a] = both;
      move(kept - 1, b);
      kept--;
    }
    planes = kept;
  }

  private int smallest(int count, int except) {
    int found = -1;
    for (int k = 0; k < count; k++) {
      if (k != except && (found < 0 || weights[k] < weights[found])) {
        found = k;
      }
    }
    return found;
  }

  private void move(int from, int to) {
    slopes[to] = slopes[from];
    heights[to] = heights[from];
    weights[to] = weights[from];
  }

  /** Proposes the next point. */
  double[] next() {
    double total = 0;
    for (int k = 0; k < planes; k++) {
      total += weights[k];
    }
    double[] sum = new double[size];
    for (int k = 0; k < planes; k++) {
      weights[k] /= total;
      for (int i = 0; i < size; i++) {
        sum[i] += weights[k] * slopes[k][i];
      }
    }
    double[] model = new double[planes];
    trial = new double[size];
    for (int step = 0; ; step++) {
      for (int i = 0; i < size; i++) {
        trial[i] = Math.max(0, Math.min(caps[i], center[i] + reach * sum[i]));
      }
      int low = 0;
      int high = -1;
      double mean = 0;
      for (int k = 0; k < planes; k++) {
        double value = heights[k];
        double[] g = slopes[k];
        for (int i = 0; i < size; i++) {
          value += g[i] * (trial[i] - center[i]);
        }
        model[k] = value;
        mean += weights[k] * value;
        low = value < model[low] ? k : low;
        high = weights[k] > 0 && (high < 0 || value > model[high]) ? k : high;
      }
      predicted = model[low] - centerValue;
      double error = mean - model[low];
      if (step >= MOST_STEPS || error <= 1e-3 * Math.max(predicted, 0) + 1e-13 * Math.abs(centerValue) || low == high) {
        predicted = Math.max(predicted, 0);
        return trial;
      }
      shift(low, high, model[high] - model[low], sum);
    }
  }

  private void shift(int up, int down, double difference, double[] sum) {
    double[] a = slopes[up];
    double[] b = slopes[down];
    double curve = 0;
    for (int i = 0; i < size; i++) {
      double d = a[i] - b[i];
      double at = center[i] + reach * sum[i];
      boolean stuck = at <= 0 && d <= 0 || at >= caps[i] && d >= 0 || at < 0 || at > caps[i];
      curve += stuck ? 0 : d * d;
    }
    curve *= reach;
    double amount = curve > 0 ? Math.min(weights[down], difference / curve) : weights[down];
    weights[up] += amount;
    weights[down] = amount >= weights[down] ? 0 : weights[down] - amount;
    for (int i = 0; i < size; i++) {
      sum[i] += amount * (a[i] - b[i]);
    }
  }

  @Override
  public String toString() {
    return "Bundle" + Arrays.toString(center);
  }
}
