package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far demand falls from its forecast, learnt from backtest errors. Errors are divided by an
 * {@link ErrorScale}; they are pooled in groups of similar forecasts and steps ahead, and each
 * group's empirical quantiles widen the forecast (split conformal prediction by groups). A group of
 * fewer than 40 errors, too few for the ends of a 95 % interval, borrows those of all groups; a
 * group of n errors cannot tell levels outside 1 / (n + 1) to n / (n + 1), where its least and
 * largest errors stand in. Sources: Vovk, Gammerman &amp; Shafer (2005), Algorithmic Learning in a
 * Random World, section 4.5 (Mondrian); Lei et al. (2018), <a
 * href="https://doi.org/10.1080/01621459.2017.1307116">doi:10.1080/01621459.2017.1307116</a>.
 */
public final class ErrorModel {
  private static final int ERRORS_PER_GROUP = 400;
  private static final int LEAST_ERRORS_OF_GROUP = 40;

  /** Share of the errors on each side that the spread of the middle leaves out. */
  private static final double TAIL = 0.01;

  /** Errors beyond this many spreads of the middle are cut there. */
  private static final double MOST_SPREADS = 20;

  private static final int MOST_LEVELS = 8;
  private static final int MOST_TEMPLATES = 500;

  private final int horizon;
  private final ErrorScale scale;
  private final int stepGroups;
  private final double[] edges;
  private final double[][] sortedErrors;
  private final double[] deviations;
  private final double stepCorrelation;
  private final List<float[]> templates;

  /**
   * Learns from errors.
   *
   * @param errors the backtest
   * @param forecasts the forecast of each observation
   * @param used positions of the observations to learn from, at least one
   * @param scale what errors are divided by
   */
  public ErrorModel(BacktestErrors errors, double[] forecasts, int[] used, ErrorScale scale) {
    Require.atLeast("errors", used.length, 1, "give more history");
    this.horizon = errors.horizon();
    this.scale = scale;
    this.stepGroups = used.length >= 3 * ERRORS_PER_GROUP ? Math.min(3, horizon) : 1;
    this.edges = edges(errors, forecasts, used);
    this.sortedErrors = groups(errors, forecasts, used);
    this.deviations = Arrays.stream(sortedErrors).mapToDouble(ErrorModel::rootMeanSquare).toArray();
    this.stepCorrelation = correlation(errors, forecasts, used);
    this.templates = templates(errors, forecasts, used);
  }

  /**
   * The course of the errors of whole runs, as levels within their groups: how errors of one step
   * go with those of the next (the empirical copula of Schefzik, Thorarinsdottir &amp; Gneiting
   * 2013, <a href="https://doi.org/10.1214/13-STS443">doi:10.1214/13-STS443</a>).
   */
  private List<float[]> templates(BacktestErrors errors, double[] forecasts, int[] used) {
    List<float[]> whole = new ArrayList<>();
    for (int k = 0; k < used.length; ) {
      int first = k;
      while (k < used.length && errors.runNumber(used[k]) == errors.runNumber(used[first])) {
        k++;
      }
      if (k - first == horizon) {
        float[] levels = new float[horizon];
        for (int h = 0; h < horizon; h++) {
          levels[h] = level(errors, forecasts, used[first + h]);
        }
        whole.add(levels);
      }
    }
    List<float[]> kept = new ArrayList<>();
    int step = Math.max(1, whole.size() / MOST_TEMPLATES);
    for (int k = 0; k < whole.size() && kept.size() < MOST_TEMPLATES; k += step) {
      kept.add(whole.get(k));
    }
    return kept;
  }

  private float level(BacktestErrors errors, double[] forecasts, int k) {
    double[] group = sortedErrors[group(errors, forecasts, k)];
    double error = (errors.actual(k) - forecasts[k]) / scale.of(forecasts[k], errors.run(k));
    int position = Arrays.binarySearch(group, error);
    // the level of which this error is the quantile; halfway between two if it was cut or borrowed
    double rank = position >= 0 ? position : -position - 1.5;
    return (float) ((rank + 1) / (group.length + 1));
  }

  private double[] edges(BacktestErrors errors, double[] forecasts, int[] used) {
    int levels = Math.max(1, Math.min(MOST_LEVELS, used.length / (ERRORS_PER_GROUP * stepGroups)));
    double[] means =
        Arrays.stream(used)
            .mapToDouble(k -> scale.key(forecasts[k], errors.run(k).spread()))
            .sorted()
            .toArray();
    double[] edges = new double[levels - 1];
    for (int g = 1; g < levels; g++) {
      edges[g - 1] = means[(int) ((long) means.length * g / levels)];
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  private double[][] groups(BacktestErrors errors, double[] forecasts, int[] used) {
    double[][] groups = new double[(edges.length + 1) * stepGroups][];
    int[] sizes = new int[groups.length];
    for (int k : used) {
      sizes[group(errors, forecasts, k)]++;
    }
    Arrays.setAll(groups, g -> new double[sizes[g]]);
    Arrays.fill(sizes, 0);
    for (int k : used) {
      int group = group(errors, forecasts, k);
      double error = errors.actual(k) - forecasts[k];
      groups[group][sizes[group]++] = error / scale.of(forecasts[k], errors.run(k));
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

  private double correlation(BacktestErrors errors, double[] forecasts, int[] used) {
    double products = 0;
    double pairs = 0;
    int k = 0;
    while (k < used.length) {
      int run = errors.runNumber(used[k]);
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (; k < used.length && errors.runNumber(used[k]) == run; k++) {
        double error = standardised(errors, forecasts, used[k]);
        sum += Double.isFinite(error) ? error : 0;
        squares += Double.isFinite(error) ? error * error : 0;
        count += Double.isFinite(error) ? 1 : 0;
      }
      products += sum * sum - squares;
      pairs += (double) count * (count - 1);
    }
    return pairs == 0 ? 0 : Math.max(0, Math.min(0.95, products / pairs));
  }

  private double standardised(BacktestErrors errors, double[] forecasts, int k) {
    double unit = scale.of(forecasts[k], errors.run(k));
    double error = (errors.actual(k) - forecasts[k]) / unit;
    double deviation = deviations[group(errors, forecasts, k)];
    return Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, error / deviation));
  }

  private int group(BacktestErrors errors, double[] forecasts, int k) {
    return group(scale.key(forecasts[k], errors.run(k).spread()), errors.step(k));
  }

  private int group(double key, int step) {
    int position = Arrays.binarySearch(edges, key);
    int level = position >= 0 ? position + 1 : -position - 1;
    return level * stepGroups + (int) ((long) step * stepGroups / horizon);
  }

  /** The errors of one series at one origin. */
  public final class OfSeries {
    private final double spread;
    private final double factor;

    private OfSeries(double spread, double factor) {
      this.spread = spread;
      this.factor = factor;
    }

    /**
     * Returns a quantile of demand, which never falls as the level rises.
     *
     * @param mean forecast, not NaN
     * @param step 0 for the first step ahead
     * @param level quantile level
     * @return units, zero or more
     */
    public double quantile(double mean, int step, double level) {
      double[] errors = sortedErrors[group(scale.key(mean, spread), step)];
      // (n + 1) q: the finite-sample correction of conformal prediction, interpolated
      double rank = (errors.length + 1) * level - 1;
      int below = (int) Math.max(0, Math.min(errors.length - 1, Math.floor(rank)));
      int above = Math.min(errors.length - 1, below + 1);
      double share = Math.max(0, Math.min(1, rank - below));
      // the sum may be rounded up beyond its end, and the next level begins there
      double error =
          Math.min(errors[above], errors[below] + share * (errors[above] - errors[below]));
      return Math.max(0, mean + error * scale.unit(mean, spread) * factor);
    }

    /**
     * Returns how many courses of demand there are.
     *
     * @return zero if no run of the backtest was observed as a whole
     */
    public int paths() {
      return templates.size();
    }

    /**
     * Returns one course that demand may take, with the errors of one run of the backtest.
     *
     * @param mean forecast of each step
     * @param number from 0 to {@link #paths()}
     * @return units, shape {@code [horizon]}
     */
    public double[] path(double[] mean, int number) {
      float[] levels = templates.get(number);
      double[] path = new double[mean.length];
      for (int h = 0; h < path.length; h++) {
        path[h] = quantile(mean[h], h, levels[h]);
      }
      return path;
    }

    /**
     * Returns the standard deviation of demand around its forecast.
     *
     * @param mean forecast
     * @param step 0 for the first step ahead
     * @return units
     */
    public double sd(double mean, int step) {
      return deviations[group(scale.key(mean, spread), step)] * scale.unit(mean, spread) * factor;
    }
  }

  /**
   * Returns the errors of a series.
   *
   * @param id the series
   * @param spread its {@link io.synkro.predict.forecast.DemandSpread} at the origin
   * @return its errors; those of a usual series if it was not in the backtest
   */
  public OfSeries of(SeriesId id, double spread) {
    return new OfSeries(spread, scale.factor(id));
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
