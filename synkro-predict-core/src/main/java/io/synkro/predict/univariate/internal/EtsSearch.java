package io.synkro.predict.univariate.internal;

import io.synkro.predict.univariate.EtsModel;
import io.synkro.predict.univariate.EtsModel.ErrorType;
import io.synkro.predict.univariate.EtsModel.SeasonType;
import io.synkro.predict.univariate.EtsModel.TrendType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates models of exponential smoothing by maximum likelihood: smoothing parameters and initial
 * states at once. Values are divided by their mean size first, so that neither tiny nor huge ones
 * matter to the search. Not safe for use by many threads.
 */
public final class EtsSearch {
  /** Longest season that is modelled: longer ones have too many states to estimate. */
  public static final int LONGEST_SEASON = 24;

  /** Errors below this share of the values are rounding. */
  private static final double ROUNDING = 1e-10;

  private static final double TOLERANCE = 1e-7;

  /**
   * Where searches begin, since the likelihood has several maxima: alpha, the places of beta and
   * gamma between their bounds, and phi.
   */
  private static final double[][] STARTS = {
    {0.02, 0.1, 0.05, 0.978},
    {0.5, 0.1, 0.2, 0.95},
    {0.95, 0.02, 0.1, 0.9},
    {0.1, 0.5, 0.5, 0.85},
    {0.9, 0.9, 0.1, 0.9}
  };

  private final double[] values;
  private final double scale;
  private final int season;
  private final boolean positive;

  /**
   * Creates a search.
   *
   * @param values all finite, at least one
   * @param season steps of a season, at least 1
   */
  public EtsSearch(double[] values, int season) {
    double size = Arrays.stream(values).map(Math::abs).sum() / values.length;
    this.scale = size > 0 ? size : 1;
    this.values = Arrays.stream(values).map(value -> value / scale).toArray();
    this.season = season;
    this.positive = Arrays.stream(values).allMatch(value -> value > 0);
  }

  /**
   * Estimates the models that the values allow and returns the best one.
   *
   * @param candidates at least one
   * @return that of the lowest AICc; the nearest to the first one if none is allowed
   */
  public EtsEstimate best(List<EtsModel> candidates) {
    @Nullable EtsEstimate best = null;
    for (EtsModel model : candidates) {
      if (allows(model)) {
        EtsEstimate estimate = estimate(model);
        if (best == null || estimate.aicc(values.length) < best.aicc(values.length)) {
          best = estimate;
        }
      }
    }
    return best == null ? estimate(nearest(candidates.get(0))) : best;
  }

  /**
   * Returns the nearest model that the values allow.
   *
   * @param model the model that is wanted
   * @return the same, or a simpler one; at the end ETS(A,N,N), which is always fitted
   */
  public EtsModel nearest(EtsModel model) {
    boolean factors = model.season() == SeasonType.MULTIPLICATIVE;
    ErrorType error = positive ? model.error() : ErrorType.ADDITIVE;
    SeasonType effects = factors && !positive ? SeasonType.ADDITIVE : model.season();
    SeasonType[] seasons = {seasonal() ? effects : SeasonType.NONE, SeasonType.NONE};
    for (SeasonType some : seasons) {
      for (TrendType trend : new TrendType[] {model.trend(), TrendType.NONE}) {
        EtsModel nearest = new EtsModel(error, trend, some);
        if (allows(nearest)) {
          return nearest;
        }
      }
    }
    return new EtsModel(ErrorType.ADDITIVE, TrendType.NONE, SeasonType.NONE);
  }

  private boolean seasonal() {
    return season > 1 && season <= LONGEST_SEASON && values.length / 2 >= season;
  }

  /** False if values or seasons are too few, or not all positive for a multiplicative model. */
  private boolean allows(EtsModel model) {
    return (model.season() == SeasonType.NONE || seasonal())
        && (model.error() == ErrorType.ADDITIVE || positive)
        && values.length >= new EtsCoordinates(model, season).size() + 3;
  }

  /**
   * Estimates a model.
   *
   * @param model one that is the nearest to itself
   * @return the estimate; the mean if even ETS(A,N,N) has too few values
   */
  public EtsEstimate estimate(EtsModel model) {
    if (!allows(model)) {
      return mean(model);
    }
    EtsCoordinates coordinates = new EtsCoordinates(model, season);
    EtsObjective objective = new EtsObjective(model, coordinates, values);
    LeastSquares search = new LeastSquares(coordinates.size(), TOLERANCE);
    EtsState state = EtsStart.state(model, values, season);
    double least = Double.POSITIVE_INFINITY;
    double[] best = new double[0];
    for (double[] smoothing : STARTS) {
      double[] point = begin(coordinates, objective, smoothing, state);
      double squares = search.minimise(objective, point, coordinates.low(), coordinates.high());
      if (squares < least || best.length == 0) {
        least = squares;
        best = point;
      }
    }
    return estimate(model, coordinates.parameters(best), coordinates.size() + 1);
  }

  /** Flattens the state until all forecasts are positive, if they have to be. */
  private static double[] begin(
      EtsCoordinates coordinates, EtsObjective objective, double[] smoothing, EtsState state) {
    EtsState begin = state;
    double[] point = coordinates.point(smoothing, begin);
    for (int i = 0; i < 40 && !Double.isFinite(objective.squares(point)); i++) {
      begin = EtsStart.flatter(begin, coordinates.factors());
      point = coordinates.point(smoothing, begin);
    }
    return point;
  }

  /** Smoothing by nothing. */
  private EtsEstimate mean(EtsModel model) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    EtsState state = new EtsState(values[0] + sum / values.length, 0, new double[1]);
    return estimate(model, new EtsParameters(new EtsSmoothing(0, 0, 0, 1), state), 2);
  }

  /** Back in units of the series. */
  private EtsEstimate estimate(EtsModel model, EtsParameters p, int estimated) {
    boolean factors = model.season() == SeasonType.MULTIPLICATIVE;
    EtsState state = p.state().times(scale, factors);
    EtsParameters unscaled = new EtsParameters(p.smoothing(), state);
    return new EtsEstimate(model, unscaled, logLikelihood(model, p), estimated);
  }

  private double logLikelihood(EtsModel model, EtsParameters p) {
    double[] forecasts = new double[values.length];
    EtsRecursion.run(p, model.season() == SeasonType.MULTIPLICATIVE, values, forecasts);
    boolean relative = model.error() == ErrorType.MULTIPLICATIVE;
    double squares = EtsObjective.squares(values, forecasts, relative);
    double floor = values.length * ROUNDING * ROUNDING;
    double logarithm = 0.5 * StrictMath.log(Math.max(squares, floor)) + StrictMath.log(scale);
    return -values.length * logarithm;
  }

  /**
   * Computes the likelihood of given parameters.
   *
   * @param model the model
   * @param parameters smoothing parameters and the state before the first value
   * @return them with their likelihood
   */
  public EtsEstimate given(EtsModel model, EtsParameters parameters) {
    boolean factors = model.season() == SeasonType.MULTIPLICATIVE;
    EtsState scaled = parameters.state().times(1 / scale, factors);
    double likelihood = logLikelihood(model, new EtsParameters(parameters.smoothing(), scaled));
    int estimated = new EtsCoordinates(model, season).size() + 1;
    return new EtsEstimate(model, parameters, likelihood, estimated);
  }
}
