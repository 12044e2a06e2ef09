package io.synkro.predict.forecast;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.forecast.internal.ErrorModel;
import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.NormalDistribution;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Forecast demand of one series: mean, standard deviation and quantiles of every step of the
 * horizon. Immutable; safe for use by many threads.
 */
public final class DemandForecast {
  private final SeriesId id;
  private final TimeAxis axis;
  private final int start;
  private final double[] levels;
  private final double[] mean;
  private final double[] sd;
  private final double[] quantiles;
  private final double stepCorrelation;
  private final ErrorModel.@Nullable OfSeries errors;
  private final double scale;
  private final ForecastBasis basis;
  private final String basisText;

  /**
   * Creates a forecast.
   *
   * @param id what is forecast
   * @param axis the steps of its panel
   * @param start first step of the horizon
   * @param levels quantile levels, strictly increasing, each above 0 and below 1
   * @param mean expected demand, shape {@code [horizon]}, units a step, zero or more
   * @param sd standard deviation of demand around {@code mean}, same shape and unit
   * @param quantiles shape {@code [horizon][levels.length]}, flat, finite, not falling within a
   *     step
   * @param stepCorrelation correlation of the errors of any two steps, from 0 to below 1; with it
   *     the demand of several steps together varies more than that of independent steps
   */
  public DemandForecast(
      SeriesId id,
      TimeAxis axis,
      int start,
      double[] levels,
      double[] mean,
      double[] sd,
      double[] quantiles,
      double stepCorrelation) {
    this(id, axis, start, levels, mean, sd, quantiles, stepCorrelation, null);
  }

  DemandForecast(
      SeriesId id,
      TimeAxis axis,
      int start,
      double[] levels,
      double[] mean,
      double[] sd,
      double[] quantiles,
      double stepCorrelation,
      ErrorModel.@Nullable OfSeries errors) {
    this.errors = errors;
    this.scale = 1;
    this.basis = ForecastBasis.HISTORY;
    this.basisText = "";
    this.id = id;
    this.axis = axis;
    this.start = start;
    this.levels = levels.clone();
    this.mean = mean.clone();
    this.sd = sd.clone();
    this.quantiles = quantiles.clone();
    this.stepCorrelation = stepCorrelation;
    QuantileLevels.require(this.levels);
    Require.atLeast("horizon", mean.length, 1, "");
    Require.that(
        sd.length == mean.length && quantiles.length == mean.length * levels.length,
        "lengths of sd and quantiles",
        sd.length + " and " + quantiles.length,
        "must be the horizon %d, and %d".formatted(mean.length, mean.length * levels.length),
        "");
    Require.that(
        stepCorrelation >= 0 && stepCorrelation < 1,
        "stepCorrelation",
        stepCorrelation,
        "must be from 0 to below 1",
        "");
    for (int h = 0; h < this.mean.length; h++) {
      requireStep(h);
    }
  }

  private DemandForecast(DemandForecast same, ForecastBasis basis, String basisText) {
    this(same, 1, basis, basisText);
  }

  private DemandForecast(
      DemandForecast same, double factor, ForecastBasis basis, String basisText) {
    this.id = same.id;
    this.axis = same.axis;
    this.start = same.start;
    this.levels = same.levels;
    this.mean = times(same.mean, factor);
    this.sd = times(same.sd, factor);
    this.quantiles = times(same.quantiles, factor);
    this.stepCorrelation = same.stepCorrelation;
    this.errors = same.errors;
    this.scale = same.scale * factor;
    this.basis = basis;
    this.basisText = basisText;
  }

  /**
   * Returns the same forecast with a note of what it rests on.
   *
   * @param newBasis what it rests on
   * @param text details for people, may be empty
   * @return a copy
   */
  public DemandForecast withBasis(ForecastBasis newBasis, String text) {
    return new DemandForecast(this, newBasis, text);
  }

  /**
   * Returns the forecast of demand that is larger by a factor: mean, standard deviation, quantiles
   * and {@link #paths()} alike, so that path p of both is the same course of events.
   *
   * @param factor positive; 1.2 for a fifth more
   * @return a copy
   * @throws InvalidInputException if the demand would not be finite
   */
  public DemandForecast scaled(double factor) {
    Require.positive("factor", factor, "write 20 % more as 1.2");
    DemandForecast scaled = new DemandForecast(this, factor, basis, basisText);
    for (int h = 0; h < scaled.mean.length; h++) {
      scaled.requireStep(h);
    }
    return scaled;
  }

  private static double[] times(double[] values, double factor) {
    return factor == 1 ? values : Arrays.stream(values).map(v -> v * factor).toArray();
  }

  /** Names are put together for refusals only: a large panel has millions of steps. */
  private void requireStep(int h) {
    if (!(mean[h] >= 0 && Double.isFinite(mean[h]))) {
      Require.nonNegative("mean of step " + (h + 1) + " of " + id, mean[h], "");
    }
    if (!(sd[h] >= 0 && Double.isFinite(sd[h]))) {
      Require.nonNegative("sd of step " + (h + 1) + " of " + id, sd[h], "");
    }
    double before = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < levels.length; q++) {
      double quantile = quantileAt(h, q);
      if (!(quantile >= before && Double.isFinite(quantile))) {
        throw new InvalidInputException(
            "quantile %s of step %d of %s".formatted(levels[q], h + 1, id),
            Double.toString(quantile),
            "must not be below the quantile before it, and be finite",
            "sort the quantiles of each step");
      }
      before = quantile;
    }
  }

  /**
   * Returns what is forecast.
   *
   * @return product and warehouse
   */
  public SeriesId id() {
    return id;
  }

  /**
   * Returns what the forecast rests on.
   *
   * @return {@link ForecastBasis#HISTORY} unless said otherwise
   */
  public ForecastBasis basis() {
    return basis;
  }

  /**
   * Returns details of what the forecast rests on, such as which items stand in for a new one.
   *
   * @return words for people; empty if there is nothing to say
   */
  public String basisText() {
    return basisText;
  }

  /**
   * Returns the steps of the panel.
   *
   * @return the axis
   */
  public TimeAxis axis() {
    return axis;
  }

  /**
   * Returns the number of steps.
   *
   * @return at least 1
   */
  public int horizon() {
    return mean.length;
  }

  /**
   * Returns when a step of the horizon begins.
   *
   * @param h position in the horizon, 0 for the first step
   * @return the time
   */
  public LocalDateTime time(int h) {
    return axis.at((long) start + h);
  }

  /**
   * Returns the expected demand of a step.
   *
   * @param h position in the horizon, 0 for the first step
   * @return units
   */
  public double mean(int h) {
    return mean[Require.index("h", h, mean.length)];
  }

  /**
   * Returns the standard deviation of a step's demand.
   *
   * @param h position in the horizon, 0 for the first step
   * @return units
   */
  public double sd(int h) {
    return sd[Require.index("h", h, sd.length)];
  }

  /**
   * Returns the quantile levels.
   *
   * @return a copy, strictly increasing
   */
  public double[] levels() {
    return levels.clone();
  }

  /**
   * Returns a quantile of a step's demand.
   *
   * @param h position in the horizon, 0 for the first step
   * @param level above 0 and below 1; one of {@link #levels()} if the forecast was not made by a
   *     {@link ForecastModel} or rests on something else than {@link ForecastBasis#HISTORY}
   * @return units
   * @throws InvalidInputException if the level is none of these
   */
  public double quantile(int h, double level) {
    Require.index("h", h, mean.length);
    for (int q = 0; q < levels.length; q++) {
      if (Math.abs(levels[q] - level) < 1e-9) {
        return quantileAt(h, q);
      }
    }
    if (errors != null) {
      Require.between("level", level, 0, 1, "0.95 is 95 %");
      return scale * errors.quantile(mean[h] / scale, h, level);
    }
    throw new InvalidInputException(
        "level",
        Double.toString(level),
        "must be one of " + Arrays.toString(levels),
        "ask the forecaster for it with quantiles(…)");
  }

  /**
   * Returns where the demand of a step falls with a certain probability: between the quantiles that
   * leave out as much on either side, or from zero to the quantile of that level if the lower of
   * these is zero, since there is nothing below. Of counts it holds a little more than asked for,
   * as far as whole numbers cannot hold it exactly.
   *
   * @param h position in the horizon, 0 for the first step
   * @param level above 0 and below 1
   * @return the interval
   * @throws InvalidInputException if {@link #quantile} refuses one of its ends
   */
  public DemandInterval interval(int h, double level) {
    Require.between("level", level, 0, 1, "write 90 % as 0.9");
    return DemandInterval.of(p -> quantile(h, p), level);
  }

  /**
   * Returns the number that keeps a loss small.
   *
   * @param h position in the horizon, 0 for the first step
   * @param loss what the forecast is judged by
   * @return units
   * @throws InvalidInputException if {@link #quantile} refuses a level that is needed
   */
  public double point(int h, PointLoss loss) {
    return switch (loss) {
      case SQUARED -> mean(h);
      case ABSOLUTE -> quantile(h, 0.5);
      case ABSOLUTE_PERCENTAGE -> PercentagePoint.of(p -> quantile(h, p));
    };
  }

  private double quantileAt(int h, int q) {
    return quantiles[h * levels.length + q];
  }

  /**
   * Returns the correlation of the errors of any two steps.
   *
   * @return from 0 to below 1
   */
  public double stepCorrelation() {
    return stepCorrelation;
  }

  /**
   * Returns the expected demand of the first steps together. A part of a step counts in proportion;
   * beyond the horizon demand goes on like the mean of its last season, or of all of it if that is
   * shorter.
   *
   * @param steps number of steps, zero or more, may be fractional
   * @return units
   */
  public double meanOver(double steps) {
    Require.nonNegative("steps", steps, "");
    return FirstSteps.sum(mean, steps, season());
  }

  /**
   * Returns the standard deviation of the demand of the first steps together, by the variance of a
   * sum of equally correlated variables: (1 − ρ) Σσ² + ρ (Σσ)².
   *
   * @param steps number of steps, zero or more, may be fractional; see {@link #meanOver}
   * @return units
   */
  public double sdOver(double steps) {
    Require.nonNegative("steps", steps, "");
    double[] variance = Arrays.stream(sd).map(s -> s * s).toArray();
    double sum = FirstSteps.sum(sd, steps, season());
    double ofVariances = FirstSteps.sum(variance, steps, season());
    return Math.sqrt((1 - stepCorrelation) * ofVariances + stepCorrelation * sum * sum);
  }

  /**
   * Returns courses that demand may take over the horizon: each goes as far from the forecast, step
   * by step, as demand once did in the backtest, so that steps that are high together stay
   * together.
   *
   * @return equally likely paths, shape {@code [paths][horizon]}, units; empty for a forecast that
   *     was not made by a {@link ForecastModel} or whose backtest has no whole run
   */
  public double[][] paths() {
    if (errors == null) {
      return new double[0][];
    }
    double[] unscaled = times(mean, 1 / scale);
    double[][] paths = new double[errors.paths()][];
    for (int p = 0; p < paths.length; p++) {
      paths[p] = times(errors.path(unscaled, p), scale);
    }
    return paths;
  }

  /**
   * Returns a quantile of the demand of the first steps together, from the {@link #paths()}; of a
   * normal distribution with {@link #meanOver} and {@link #sdOver} if there are none or the steps
   * reach beyond the horizon.
   *
   * @param steps number of whole steps, at least 1
   * @param level above 0 and below 1
   * @return units, zero or more
   */
  public double quantileOver(int steps, double level) {
    Require.atLeast("steps", steps, 1, "");
    Require.between("level", level, 0, 1, "write 95 % as 0.95");
    double[][] paths = steps > horizon() ? new double[0][] : paths();
    if (paths.length == 0) {
      double z = NormalDistribution.quantile(level);
      return Math.max(0, meanOver(steps) + z * sdOver(steps));
    }
    return FirstSteps.quantile(paths, steps, level);
  }

  private int season() {
    return axis.frequency().seasonLength();
  }
}
