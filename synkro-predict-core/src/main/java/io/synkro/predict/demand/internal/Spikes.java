package io.synkro.predict.demand.internal;

import io.synkro.predict.series.Frequency;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds lone spikes; see {@link io.synkro.predict.demand.UnconstrainedDemand} for the rule. Values
 * are compared by their square roots, whose standard deviation is about 1/2 for Poisson counts of
 * any mean (Bartlett 1936, <a href="https://doi.org/10.2307/2983678">doi:10.2307/2983678</a>), and
 * by the median and the median absolute deviation of the differences from their like (Hampel 1974).
 */
final class Spikes {
  private static final double LIMIT = 8;
  private static final double CLEAR = 1.5;
  private static final double NEAR = 4;
  private static final double USUAL_MOST = 3;
  private static final int MOST_SPIKES = 3;
  private static final int LEAST_VALUES = 24;
  private static final double LEAST_SHARE_OF_SALES = 0.75;
  private static final double TIMES_MEAN = 2;
  private static final double TO_SD = 1.4826;
  private static final double SD_OF_COUNTS = 0.5;
  private static final int SEASONS_EACH_SIDE = 3;
  private static final double DAYS_OF_YEAR = 365.2425;

  /** Easter moves by up to 35 days. */
  private static final double DAYS_THAT_FEASTS_MOVE = 35;

  private final double[] demand;
  private final Frequency frequency;
  private final double[] window = new double[2 * SEASONS_EACH_SIDE];

  private Spikes(double[] demand, Frequency frequency) {
    this.demand = demand;
    this.frequency = frequency;
  }

  /**
   * Finds spikes of one series.
   *
   * @param demand NaN where missing
   * @param frequency length of a step
   * @param unexplained whether a value may be called a spike
   * @return positions, at most three, rising
   */
  static int[] find(double[] demand, Frequency frequency, IntPredicate unexplained) {
    return new Spikes(demand, frequency).find(unexplained);
  }

  /** The largest values that are usual at some positions. */
  static double[] usualMost(double[] demand, Frequency frequency, int[] positions) {
    Spikes spikes = new Spikes(demand, frequency);
    double unit = spikes.unit(spikes.distances());
    return Arrays.stream(positions)
        .mapToDouble(t -> Math.sqrt(spikes.centre(t)) + USUAL_MOST * unit)
        .map(root -> root * root)
        .toArray();
  }

  private int[] find(IntPredicate unexplained) {
    if (!any(unexplained)) {
      return new int[0];
    }
    double[] scores = distances();
    double unit = unit(scores);
    Arrays.setAll(scores, t -> scores[t] / unit);
    int[] top = top(scores, unexplained);
    boolean[] kept = new boolean[top.length];
    for (int k = 0; k < top.length; k++) {
      kept[k] = isUsual(scores, top[k], -1) && isUsual(scores, top[k], 1);
      for (int other : top) {
        kept[k] &= other == top[k] || !isYearsApart(top[k] - other);
      }
    }
    int[] positions = new int[top.length];
    int count = 0;
    for (int k = 0; k < top.length; k++) {
      if (kept[k]) {
        positions[count++] = top[k];
      }
    }
    int[] found = Arrays.copyOf(positions, count);
    Arrays.sort(found);
    return found;
  }

  /** A quick look that spares most series the search. */
  private boolean any(IntPredicate unexplained) {
    int observed = 0;
    int sales = 0;
    double sum = 0;
    for (double units : demand) {
      observed += Double.isNaN(units) ? 0 : 1;
      sales += units > 0 ? 1 : 0;
      sum += units > 0 ? units : 0;
    }
    if (observed < LEAST_VALUES || sales < LEAST_SHARE_OF_SALES * observed) {
      return false;
    }
    double least = SD_OF_COUNTS * LIMIT;
    double bound = Math.max(least * least, TIMES_MEAN * sum / observed);
    for (int t = 0; t < demand.length; t++) {
      boolean far = demand[t] > bound && Math.sqrt(demand[t]) - Math.sqrt(centre(t)) > least;
      if (far && unexplained.test(t)) {
        return true;
      }
    }
    return false;
  }

  /** How far each square root lies above that of the centre; NaN where either is missing. */
  private double[] distances() {
    double[] distances = new double[demand.length];
    Arrays.setAll(distances, t -> Math.sqrt(demand[t]) - Math.sqrt(centre(t)));
    return distances;
  }

  private double unit(double[] distances) {
    double[] sizes =
        Arrays.stream(distances).filter(d -> !Double.isNaN(d)).map(Math::abs).sorted().toArray();
    double median = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    return Math.max(SD_OF_COUNTS, TO_SD * median);
  }

  /**
   * Median of the same position in the seasons around; of the neighbours if seasons are too few.
   */
  private double centre(int t) {
    int size = neighbours(t, frequency.seasonLength());
    if (size < SEASONS_EACH_SIDE) {
      size = neighbours(t, 1);
    }
    if (size < SEASONS_EACH_SIDE) {
      return Double.NaN;
    }
    Arrays.sort(window, 0, size);
    return (window[(size - 1) / 2] + window[size / 2]) / 2;
  }

  private int neighbours(int t, int distance) {
    int size = 0;
    for (int k = -SEASONS_EACH_SIDE; k <= SEASONS_EACH_SIDE; k++) {
      int other = t + k * distance;
      if (k != 0 && other >= 0 && other < demand.length && !Double.isNaN(demand[other])) {
        window[size++] = demand[other];
      }
    }
    return size;
  }

  /** The largest scores, if few of them stand clear of all others. */
  private int[] top(double[] scores, IntPredicate unexplained) {
    int[] order = new int[MOST_SPIKES + 1];
    int count = 0;
    for (int t = 0; t < scores.length; t++) {
      boolean enters = count <= MOST_SPIKES || scores[t] > scores[order[MOST_SPIKES]];
      if (!(scores[t] > 0) || !enters || !unexplained.test(t)) {
        continue;
      }
      int k = Math.min(count, MOST_SPIKES);
      for (; k > 0 && scores[order[k - 1]] < scores[t]; k--) {
        order[k] = order[k - 1];
      }
      order[k] = t;
      count = Math.min(count + 1, MOST_SPIKES + 1);
    }
    for (int k = Math.min(count - 1, MOST_SPIKES); k > 0; k--) {
      double least = scores[order[k - 1]];
      if (least > LIMIT && least > CLEAR * scores[order[k]]) {
        return Arrays.copyOf(order, k);
      }
    }
    return new int[0];
  }

  /** Whether the next observed value in a direction is near its like; false if there is none. */
  private static boolean isUsual(double[] scores, int t, int direction) {
    for (int k = t + direction; k >= 0 && k < scores.length; k += direction) {
      if (!Double.isNaN(scores[k])) {
        return scores[k] < NEAR;
      }
    }
    return false;
  }

  private boolean isYearsApart(int steps) {
    double days = Math.abs(steps) * frequency.meanDays();
    double years = Math.max(1, Math.rint(days / DAYS_OF_YEAR));
    double tolerance = Math.max(DAYS_THAT_FEASTS_MOVE, frequency.meanDays() / 2);
    return Math.abs(days - years * DAYS_OF_YEAR) <= tolerance;
  }
}
