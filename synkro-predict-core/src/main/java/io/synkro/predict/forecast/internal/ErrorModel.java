package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.Require;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far demand falls from its forecast mean, learnt from backtest errors. Errors are divided by a
 * power of the forecast that is fitted to them (Taylor's power law: 0.5 for counts, towards 1 for
 * demand that varies in proportion to its level); they are pooled in groups of similar forecasts
 * and steps ahead, and each group's empirical quantiles widen the forecast (split conformal
 * prediction by groups). A group of fewer than 40 errors, too few for the ends of a 95 % interval,
 * borrows those of all groups; a group of n errors cannot tell levels outside 1 / (n + 1) to n / (n
 * + 1), where its least and largest errors stand in. Sources: Vovk, Gammerman &amp; Shafer (2005),
 * Algorithmic Learning in a Random World, section 4.5 (Mondrian); Taylor (1961), <a
 * href="https://doi.org/10.1038/189732a0">doi:10.1038/189732a0</a>; Lei et al. (2018), <a
 * href="https://doi.org/10.1080/01621459.2017.1307116">doi:10.1080/01621459.2017.1307116</a>.
 */
public final class ErrorModel {
  private static final double LEAST_MEAN = 0.05;
  private static final double LEAST_POWER = 0.5;
  private static final int ERRORS_PER_GROUP = 400;
  private static final int LEAST_ERRORS_OF_GROUP = 40;

  /** Share of the errors on each side that the spread of the middle leaves out. */
  private static final double TAIL = 0.01;

  /** Errors beyond this many spreads of the middle are cut there. */
  private static final double MOST_SPREADS = 20;

  private static final int MOST_LEVELS = 8;

  private final int horizon;
  private final double power;
  private final int stepGroups;
  private final double[] edges;
  private final double[][] sortedErrors;
  private final double[] deviations;
  private final double stepCorrelation;

  private ErrorModel(BacktestErrors errors, int candidate, int leftOut) {
    int[] used = used(errors, leftOut);
    Require.atLeast("errors", used.length, 1, "give more history");
    this.horizon = errors.horizon();
    this.power = power(errors, candidate, used);
    this.stepGroups = used.length >= 3 * ERRORS_PER_GROUP ? Math.min(3, horizon) : 1;
    this.edges = edges(errors, candidate, used, stepGroups);
    this.sortedErrors = groups(errors, candidate, used);
    this.deviations = Arrays.stream(sortedErrors).mapToDouble(ErrorModel::rootMeanSquare).toArray();
    this.stepCorrelation = correlation(errors, candidate, used);
  }

  /**
   * Learns from all errors of a candidate.
   *
   * @param errors the backtest, at least one observation
   * @param candidate number of the candidate
   * @return the model
   */
  public static ErrorModel of(BacktestErrors errors, int candidate) {
    return new ErrorModel(errors, candidate, -1);
  }

  /**
   * Learns from all origins but one, so that coverage can be judged on that one.
   *
   * @param errors the backtest
   * @param candidate number of the candidate
   * @param origin number of the origin to leave out; another one must have errors
   * @return the model
   */
  public static ErrorModel without(BacktestErrors errors, int candidate, int origin) {
    return new ErrorModel(errors, candidate, origin);
  }

  private static int[] used(BacktestErrors errors, int leftOut) {
    return IntStream.range(0, errors.size()).filter(k -> errors.origin(k) != leftOut).toArray();
  }

  /** Slope of log |error| over log forecast, kept between that of counts and that of shares. */
  private static double power(BacktestErrors errors, int candidate, int[] used) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int k : used) {
      double mean = errors.forecast(candidate, k);
      double error = Math.abs(errors.actual(k) - mean);
      if (mean > LEAST_MEAN && error > 0) {
        double x = Math.log(mean);
        double y = Math.log(error);
        n++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
      }
    }
    double spread = n * sumXx - sumX * sumX;
    double slope = spread > 1e-9 * n * n ? (n * sumXy - sumX * sumY) / spread : LEAST_POWER;
    return Math.max(LEAST_POWER, Math.min(1, slope));
  }

  private static double[] edges(BacktestErrors errors, int candidate, int[] used, int stepGroups) {
    int levels = Math.max(1, Math.min(MOST_LEVELS, used.length / (ERRORS_PER_GROUP * stepGroups)));
    double[] means =
        Arrays.stream(used).mapToDouble(k -> errors.forecast(candidate, k)).sorted().toArray();
    double[] edges = new double[levels - 1];
    for (int g = 1; g < levels; g++) {
      edges[g - 1] = means[(int) ((long) means.length * g / levels)];
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  private double[][] groups(BacktestErrors errors, int candidate, int[] used) {
    double[][] groups = new double[(edges.length + 1) * stepGroups][];
    int[] sizes = new int[groups.length];
    for (int k : used) {
      sizes[group(errors.forecast(candidate, k), errors.step(k))]++;
    }
    Arrays.setAll(groups, g -> new double[sizes[g]]);
    Arrays.fill(sizes, 0);
    for (int k : used) {
      double mean = errors.forecast(candidate, k);
      int group = group(mean, errors.step(k));
      groups[group][sizes[group]++] = (errors.actual(k) - mean) / scale(mean);
    }
    boolean borrow = Arrays.stream(groups).anyMatch(g -> g.length < LEAST_ERRORS_OF_GROUP);
    double[] all =
        borrow ? Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray() : new double[0];
    limit(all);
    for (int g = 0; g < groups.length; g++) {
      if (groups[g].length < LEAST_ERRORS_OF_GROUP) {
        groups[g] = all;
      } else {
        limit(groups[g]);
      }
    }
    return groups;
  }

  /** Sorts errors and cuts the wildest, so that one faulty series does not widen all the others. */
  private static void limit(double[] errors) {
    Arrays.sort(errors);
    int tail = (int) (TAIL * errors.length);
    double spread = rootMeanSquare(Arrays.copyOfRange(errors, tail, errors.length - tail));
    double most = spread > 0 ? MOST_SPREADS * spread : Double.POSITIVE_INFINITY;
    for (int k = 0; k < errors.length; k++) {
      errors[k] = Math.max(-most, Math.min(most, errors[k]));
    }
  }

  private static double rootMeanSquare(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  private double correlation(BacktestErrors errors, int candidate, int[] used) {
    double products = 0;
    double pairs = 0;
    int k = 0;
    while (k < used.length) {
      int run = errors.run(used[k]);
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (; k < used.length && errors.run(used[k]) == run; k++) {
        double error = standardised(errors, candidate, used[k]);
        sum += Double.isFinite(error) ? error : 0;
        squares += Double.isFinite(error) ? error * error : 0;
        count += Double.isFinite(error) ? 1 : 0;
      }
      products += sum * sum - squares;
      pairs += (double) count * (count - 1);
    }
    return pairs == 0 ? 0 : Math.max(0, Math.min(0.95, products / pairs));
  }

  private double standardised(BacktestErrors errors, int candidate, int index) {
    double mean = errors.forecast(candidate, index);
    double error = (errors.actual(index) - mean) / sd(mean, errors.step(index));
    return Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, error));
  }

  private int group(double mean, int step) {
    int position = Arrays.binarySearch(edges, mean);
    int level = position >= 0 ? position + 1 : -position - 1;
    return level * stepGroups + (int) ((long) step * stepGroups / horizon);
  }

  private double scale(double mean) {
    return Math.pow(Math.max(mean, LEAST_MEAN), power);
  }

  /**
   * Returns a quantile of demand, which never falls as the level rises.
   *
   * @param mean forecast mean, not NaN
   * @param step 0 for the first step ahead
   * @param level quantile level
   * @return units, zero or more
   */
  public double quantile(double mean, int step, double level) {
    double[] errors = sortedErrors[group(mean, step)];
    // (n + 1) q: the finite-sample correction of conformal prediction, interpolated
    double rank = (errors.length + 1) * level - 1;
    int below = (int) Math.max(0, Math.min(errors.length - 1, Math.floor(rank)));
    int above = Math.min(errors.length - 1, below + 1);
    double share = Math.max(0, Math.min(1, rank - below));
    // the sum may be rounded up beyond its end, and the next level begins there
    double error = Math.min(errors[above], errors[below] + share * (errors[above] - errors[below]));
    return Math.max(0, mean + error * scale(mean));
  }

  /**
   * Returns the standard deviation of demand around its forecast.
   *
   * @param mean forecast mean
   * @param step 0 for the first step ahead
   * @return units
   */
  public double sd(double mean, int step) {
    return deviations[group(mean, step)] * scale(mean);
  }

  /**
   * Returns how alike the errors of two steps of one forecast are.
   *
   * @return correlation, from 0 to 0.95
   */
  public double stepCorrelation() {
    return stepCorrelation;
  }
}
