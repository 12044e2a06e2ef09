package io.synkro.predict.forecast.internal;

import java.util.Arrays;

/**
 * Errors of all series in units of one {@link ErrorScale}, in groups of similar forecasts and steps
 * ahead. The quantiles of a group (conformal prediction by groups: Vovk, Gammerman &amp; Shafer
 * 2005, Algorithmic Learning in a Random World, section 4.5, Mondrian) are shrunk to those of all
 * forecasts so many steps ahead, since the ends of a small group are known badly. A group of n
 * errors cannot tell levels outside 1 / (n + 1) to n / (n + 1), where its least and largest errors
 * stand in. Immutable.
 */
final class PooledErrors {
  private static final int ERRORS_PER_GROUP = 400;
  private static final int MOST_LEVELS = 8;
  private static final int STEP_GROUPS = 3;

  /** The errors of a group count for half if there are so many. */
  private static final double PRIOR_ERRORS = 2000;

  /** Share of the errors on each side that the spread of the middle leaves out. */
  private static final double TAIL = 0.01;

  /** Errors beyond this many spreads of the middle are cut there. */
  private static final double MOST_SPREADS = 20;

  private final ErrorScale scale;
  private final int horizon;
  private final int stepGroups;
  private final double[] edges;

  private final Group[] groups;

  PooledErrors(BacktestErrors errors, double[] forecasts, int[] used, ErrorScale scale) {
    this.scale = scale;
    this.horizon = errors.horizon();
    this.stepGroups =
        used.length >= STEP_GROUPS * ERRORS_PER_GROUP ? Math.min(STEP_GROUPS, horizon) : 1;
    double[] keys = new double[used.length];
    double[] scaled = new double[used.length];
    int[] steps = new int[used.length];
    for (int u = 0; u < used.length; u++) {
      int k = used[u];
      BacktestErrors.Run run = errors.run(k);
      keys[u] = scale.key(forecasts[k], run.spread());
      scaled[u] = (errors.actual(k) - forecasts[k]) / scale.of(forecasts[k], run);
      steps[u] = errors.step(k);
    }
    this.edges = edges(keys);
    int[] group = new int[used.length];
    Arrays.setAll(group, u -> group(keys[u], steps[u]));
    double[][] ofSteps = new double[stepGroups][];
    for (int s = 0; s < stepGroups; s++) {
      ofSteps[s] = sorted(scaled, group, s, stepGroups);
    }
    fillEmpty(ofSteps);
    this.groups = new Group[(edges.length + 1) * stepGroups];
    Arrays.setAll(
        groups, g -> new Group(sorted(scaled, group, g, groups.length), ofSteps[g % stepGroups]));
  }

  /** Where nothing was judged so far ahead, the errors of the nearest steps stand in. */
  private static void fillEmpty(double[][] ofSteps) {
    for (int s = 1; s < ofSteps.length; s++) {
      ofSteps[s] = ofSteps[s].length == 0 ? ofSteps[s - 1] : ofSteps[s];
    }
    for (int s = ofSteps.length - 2; s >= 0; s--) {
      ofSteps[s] = ofSteps[s].length == 0 ? ofSteps[s + 1] : ofSteps[s];
    }
  }

  private double[] edges(double[] keys) {
    int levels = Math.max(1, Math.min(MOST_LEVELS, keys.length / (ERRORS_PER_GROUP * stepGroups)));
    double[] sorted = keys.clone();
    Arrays.sort(sorted);
    double[] edges = new double[levels - 1];
    for (int g = 1; g < levels; g++) {
      edges[g - 1] = sorted[(int) ((long) sorted.length * g / levels)];
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  private int group(double key, int step) {
    int position = Arrays.binarySearch(edges, key);
    int level = position >= 0 ? position + 1 : -position - 1;
    return level * stepGroups + (int) ((long) step * stepGroups / horizon);
  }

  /** The errors whose group leaves a remainder, the wildest cut, so that none widens the others. */
  private static double[] sorted(double[] errors, int[] group, int remainder, int divisor) {
    double[] sorted = new double[errors.length];
    int count = 0;
    for (int u = 0; u < errors.length; u++) {
      if (group[u] % divisor == remainder) {
        sorted[count++] = errors[u];
      }
    }
    sorted = Arrays.copyOf(sorted, count);
    Arrays.sort(sorted);
    int tail = (int) (TAIL * count);
    double spread = rootMeanSquare(Arrays.copyOfRange(sorted, tail, count - tail));
    double most = spread > 0 ? MOST_SPREADS * spread : Double.POSITIVE_INFINITY;
    for (int u = 0; u < count; u++) {
      sorted[u] = Math.max(-most, Math.min(most, sorted[u]));
    }
    return sorted;
  }

  private static double rootMeanSquare(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }

  ErrorScale scale() {
    return scale;
  }

  /** The errors that a forecast of some size, some steps ahead, is likely to have. */
  Group of(double mean, double spread, int step) {
    return groups[group(scale.key(mean, spread), step)];
  }

  /** Sorted errors of a group, in units of the scale, and those of all groups behind them. */
  static final class Group {
    private final double[] own;
    private final double[] all;
    private final double share;
    private final double deviation;
    private final double median;

    private Group(double[] own, double[] all) {
      this.own = own;
      this.all = all;
      this.share = own.length == all.length ? 1 : own.length / (own.length + PRIOR_ERRORS);
      double variance = own.length == 0 ? 0 : share * square(rootMeanSquare(own));
      this.deviation = Math.sqrt(variance + (1 - share) * square(rootMeanSquare(all)));
      this.median = quantile(0.5);
    }

    private static double square(double value) {
      return value * value;
    }

    double deviation() {
      return deviation;
    }

    double median() {
      return median;
    }

    double quantile(double level) {
      double quantile = share < 1 ? (1 - share) * quantile(all, level) : 0;
      return share > 0 ? quantile + share * quantile(own, level) : quantile;
    }

    private static double quantile(double[] errors, double level) {
      // (n + 1) q: the finite-sample correction of conformal prediction, interpolated
      double rank = (errors.length + 1) * level - 1;
      int below = (int) Math.max(0, Math.min(errors.length - 1, Math.floor(rank)));
      int above = Math.min(errors.length - 1, below + 1);
      double part = Math.max(0, Math.min(1, rank - below));
      // the sum may be rounded up beyond its end, and the next level begins there
      return Math.min(errors[above], errors[below] + part * (errors[above] - errors[below]));
    }

    /** The level of which an error is the quantile. */
    double level(double error) {
      double level = share < 1 ? (1 - share) * level(all, error) : 0;
      return share > 0 ? level + share * level(own, error) : level;
    }

    private static double level(double[] errors, double error) {
      int position = Arrays.binarySearch(errors, error);
      // halfway between two if it was cut or belongs to another group
      double rank = position >= 0 ? position : -position - 1.5;
      return Math.max(0, rank + 1) / (errors.length + 1);
    }
  }
}
