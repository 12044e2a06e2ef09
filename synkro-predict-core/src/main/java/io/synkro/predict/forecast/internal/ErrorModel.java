package io.synkro.predict.forecast.internal;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.univariate.CountDispersion;
import java.util.ArrayList;
import java.util.List;

/**
 * How far demand falls from its forecast, learnt from backtest errors (split conformal prediction:
 * Lei et al. 2018, <a
 * href="https://doi.org/10.1080/01621459.2017.1307116">doi:10.1080/01621459.2017.1307116</a>).
 * Errors are pooled in units of a power of the forecast and in units of the usual change of their
 * series; a quantile is the mean of what both say, as means of quantiles are seldom worse than the
 * better of two (Lichtendahl, Grushka-Cockayne &amp; Winkler 2013, <a
 * href="https://doi.org/10.1287/mnsc.1120.1667">doi:10.1287/mnsc.1120.1667</a>), and for seldom
 * counts the mean of that and of a negative binomial distribution. Immutable.
 */
public final class ErrorModel {
  private static final double MOST_DEVIATIONS = 20;
  private static final double MOST_CORRELATION = 0.95;
  private static final int MOST_TEMPLATES = 500;

  /** A series' own dispersion counts for half if so many steps of it are known. */
  private static final double PRIOR_STEPS = 10;

  /** Where to begin with errors of counts of which nothing was expected. */
  private static final double LEAST_EXPECTED = 0.02;

  private final int horizon;
  private final PooledErrors byLevel;
  private final PooledErrors bySpread;
  private final CountDispersion ofCounts;
  private final double repeatedBias;
  private final double stepCorrelation;
  private final List<float[]> templates;

  /**
   * Learns from errors.
   *
   * @param errors the backtest
   * @param forecasts the forecast of each observation
   * @param used positions of the observations to learn from, at least one
   */
  public ErrorModel(BacktestErrors errors, double[] forecasts, int[] used) {
    Require.atLeast("errors", used.length, 1, "give more history");
    this.horizon = errors.horizon();
    this.byLevel =
        new PooledErrors(errors, forecasts, used, ErrorScale.byLevel(errors, forecasts, used));
    this.bySpread =
        new PooledErrors(errors, forecasts, used, ErrorScale.bySpread(errors, forecasts, used));
    this.ofCounts = dispersion(errors, forecasts, used);
    this.repeatedBias = RepeatedBias.share(errors, forecasts, used);
    this.stepCorrelation = correlation(errors, forecasts, used);
    this.templates = templates(errors, forecasts, used);
  }

  /** How much counts that are seldom vary around their forecasts. */
  private static CountDispersion dispersion(BacktestErrors errors, double[] forecasts, int[] used) {
    double squares = 0;
    double expected = 0;
    int steps = 0;
    for (int k : used) {
      if (errors.run(k).traits().isCount()) {
        double error = errors.actual(k) - forecasts[k];
        squares += error * error;
        expected += Math.max(LEAST_EXPECTED, forecasts[k]);
        steps++;
      }
    }
    return new CountDispersion(squares, expected, steps);
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
    int count = Math.min(MOST_TEMPLATES, whole.size());
    for (int k = 0; k < count; k++) {
      kept.add(whole.get((int) ((long) k * whole.size() / count)));
    }
    return kept;
  }

  private float level(BacktestErrors errors, double[] forecasts, int k) {
    double error = errors.actual(k) - forecasts[k];
    BacktestErrors.Run run = errors.run(k);
    double level = 0;
    for (PooledErrors pool : List.of(byLevel, bySpread)) {
      double scaled = error / pool.scale().of(forecasts[k], run);
      level += pool.of(forecasts[k], run.spread(), errors.step(k)).level(scaled) / 2;
    }
    return (float) level;
  }

  /** Mean product of the errors of two steps of one run, in units of their deviations. */
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
    return pairs == 0 ? 0 : Math.max(0, Math.min(MOST_CORRELATION, products / pairs));
  }

  private double standardised(BacktestErrors errors, double[] forecasts, int k) {
    BacktestErrors.Run run = errors.run(k);
    double deviation = of(run.id(), run.traits()).sd(forecasts[k], errors.step(k));
    double error = (errors.actual(k) - forecasts[k]) / deviation;
    return Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, error));
  }

  /** The errors of one series at one origin. */
  public final class OfSeries {
    private final ErrorTraits traits;
    private final double spread;
    private final double factorByLevel;
    private final double factorBySpread;

    private OfSeries(SeriesId id, ErrorTraits traits) {
      this.traits = traits;
      this.spread = traits.spread();
      this.factorByLevel = byLevel.scale().factor(id);
      this.factorBySpread = bySpread.scale().factor(id);
    }

    /**
     * Returns a quantile of demand, which never falls as the level rises; of counts the whole
     * number nearest to it.
     *
     * @param mean forecast, not NaN
     * @param step 0 for the first step ahead
     * @param level quantile level
     * @return units, zero or more
     */
    public double quantile(double mean, int step, double level) {
      double ofLevel = error(byLevel, mean, step, level) * factorByLevel;
      double ofSpread = error(bySpread, mean, step, level) * factorBySpread;
      double quantile = Math.max(0, mean + (ofLevel + ofSpread) / 2);
      if (traits.isCount()) {
        double dispersion = traits.dispersion().towards(ofCounts, PRIOR_STEPS);
        quantile = (quantile + CountQuantile.of(mean, dispersion, level)) / 2;
      }
      return traits.counts() ? Math.rint(quantile) : quantile;
    }

    /** A quantile of the errors, without that part of their bias which is not repeated. */
    private double error(PooledErrors pool, double mean, int step, double level) {
      PooledErrors.Group group = pool.of(mean, spread, step);
      double bias = traits.segment() == Segment.REGULAR ? (1 - repeatedBias) * group.median() : 0;
      return (group.quantile(level) - bias) * unit(pool, mean);
    }

    private double unit(PooledErrors pool, double mean) {
      return pool.scale().unit(mean, spread);
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
      double ofLevel = byLevel.of(mean, spread, step).deviation() * unit(byLevel, mean);
      double ofSpread = bySpread.of(mean, spread, step).deviation() * unit(bySpread, mean);
      return (ofLevel * factorByLevel + ofSpread * factorBySpread) / 2;
    }
  }

  /**
   * Returns the errors of a series.
   *
   * @param id the series
   * @param traits what its past says
   * @return its errors; those of a usual series if it was not in the backtest
   */
  public OfSeries of(SeriesId id, ErrorTraits traits) {
    return new OfSeries(id, traits);
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
