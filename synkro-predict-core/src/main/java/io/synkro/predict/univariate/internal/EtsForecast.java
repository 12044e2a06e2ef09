package io.synkro.predict.univariate.internal;

import io.synkro.predict.univariate.EtsModel;
import io.synkro.predict.univariate.EtsModel.ErrorType;
import io.synkro.predict.univariate.EtsModel.SeasonType;

/**
 * Point forecasts of exponential smoothing and their variance. Source: Hyndman, Koehler, Ord &amp;
 * Snyder (2008), Forecasting with Exponential Smoothing, chapter 6. Stateless.
 */
public final class EtsForecast {
  private EtsForecast() {}

  /**
   * Forecasts the steps after a state.
   *
   * @param at parameters and state
   * @param factors whether the season is a factor
   * @param steps at least 1
   * @return point forecasts, shape {@code [steps]}
   */
  public static double[] points(EtsParameters at, boolean factors, int steps) {
    double[] points = new double[steps];
    double level = at.state().level();
    double slope = at.state().slope();
    double[] season = at.state().season();
    for (int h = 0; h < steps; h++) {
      slope *= at.smoothing().phi();
      level += slope;
      double effect = season[h % season.length];
      points[h] = factors ? level * effect : level + effect;
    }
    return points;
  }

  /**
   * Computes the variance of the forecast errors: by table 6.2 for additive errors, by equation 6.2
   * and theorem 6.1 for multiplicative ones. With a season that is a factor it is exact within the
   * first season and a close approximation after it, equation 6.6.
   *
   * @param model the model
   * @param at its parameters and state
   * @param variance variance of the errors, of relative ones if they are multiplicative
   * @param steps at least 1
   * @return variances, shape {@code [steps]}
   */
  public static double[] variances(EtsModel model, EtsParameters at, double variance, int steps) {
    boolean factors = model.season() == SeasonType.MULTIPLICATIVE;
    double[] weights = weights(at, factors, steps);
    double[] variances = new double[steps];
    if (model.error() == ErrorType.ADDITIVE) {
      double sum = 1;
      for (int h = 0; h < steps; h++) {
        variances[h] = variance * sum;
        sum += weights[h] * weights[h];
      }
      return variances;
    }
    double[] means = points(factors ? withoutSeason(at) : at, factors, steps);
    double[] theta = new double[steps];
    EtsState state = at.state();
    double gamma = factors ? at.smoothing().gamma() : 0;
    for (int h = 0; h < steps; h++) {
      double sum = 0;
      for (int j = 0; j < h; j++) {
        sum += weights[j] * weights[j] * theta[h - 1 - j];
      }
      theta[h] = means[h] * means[h] + variance * sum;
      int seasonsBefore = h / state.period();
      double seasons = StrictMath.pow(1 + gamma * gamma * variance, seasonsBefore);
      double effect = factors ? state.effect(h % state.period()) : 1;
      double square = theta[h] * (1 + variance) * seasons - means[h] * means[h];
      variances[h] = effect * effect * square;
    }
    return variances;
  }

  private static EtsParameters withoutSeason(EtsParameters at) {
    double[] neutral = {1};
    EtsState state = new EtsState(at.state().level(), at.state().slope(), neutral);
    return new EtsParameters(at.smoothing(), state);
  }

  /** How much of an error is in the forecast of each later step: c₁, c₂, ... of table 6.2. */
  private static double[] weights(EtsParameters at, boolean factors, int steps) {
    double[] weights = new double[steps];
    double damping = 1;
    double sum = 0;
    EtsSmoothing smoothing = at.smoothing();
    int season = factors ? Integer.MAX_VALUE : at.state().period();
    for (int j = 0; j < steps; j++) {
      damping *= at.smoothing().phi();
      sum += damping;
      weights[j] =
          smoothing.alpha()
              + smoothing.beta() * sum
              + ((j + 1) % season == 0 ? smoothing.gamma() : 0);
    }
    return weights;
  }
}
