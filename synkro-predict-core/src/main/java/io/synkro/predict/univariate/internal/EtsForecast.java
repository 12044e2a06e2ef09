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
   * Computes the variance of the forecast errors. It is exact but for a season that is a factor:
   * there it is exact within the first season, and beyond it leaves out squares of the variance.
   *
   * @param model the model
   * @param at its parameters and state
   * @param variance variance of the errors, of relative ones if they are multiplicative
   * @param steps at least 1
   * @return variances, shape {@code [steps]}
   */
  public static double[] variances(EtsModel model, EtsParameters at, double variance, int steps) {
    double[] weights = weights(at, steps);
    if (model.error() == ErrorType.MULTIPLICATIVE) {
      boolean factors = model.season() == SeasonType.MULTIPLICATIVE;
      return relative(weights, at, variance, factors);
    }
    double[] variances = new double[steps];
    double sum = 1;
    for (int h = 0; h < steps; h++) {
      variances[h] = variance * sum;
      sum += weights[h] * weights[h];
    }
    return variances;
  }

  private static double[] relative(
      double[] weights, EtsParameters at, double variance, boolean factors) {
    int steps = weights.length;
    double[] means = points(factors ? withoutSeason(at) : at, factors, steps);
    double[] squares = new double[steps]; // of the forecasts, in expectation
    double[] variances = new double[steps];
    for (int h = 0; h < steps; h++) {
      double sum = 0;
      for (int j = 0; j < h; j++) {
        sum += weights[j] * weights[j] * squares[h - 1 - j];
      }
      squares[h] = means[h] * means[h] + variance * sum;
      double effect = factors ? at.state().effect(h % at.state().period()) : 1;
      variances[h] = effect * effect * (squares[h] * (1 + variance) - means[h] * means[h]);
    }
    return variances;
  }

  private static EtsParameters withoutSeason(EtsParameters at) {
    double[] neutral = {1};
    EtsState state = new EtsState(at.state().level(), at.state().slope(), neutral);
    return new EtsParameters(at.smoothing(), state);
  }

  /** How much of an error is in the forecast of each later step. */
  private static double[] weights(EtsParameters at, int steps) {
    EtsSmoothing smoothing = at.smoothing();
    double[] weights = new double[steps];
    double damping = 1;
    double slopes = 0;
    for (int j = 0; j < steps; j++) {
      damping *= smoothing.phi();
      slopes += damping;
      double ofSeason = (j + 1) % at.state().period() == 0 ? smoothing.gamma() : 0;
      weights[j] = smoothing.alpha() + smoothing.beta() * slopes + ofSeason;
    }
    return weights;
  }
}
