package io.synkro.predict.univariate;

import io.synkro.predict.univariate.EtsModel.ErrorType;
import io.synkro.predict.univariate.EtsModel.SeasonType;
import io.synkro.predict.univariate.internal.EtsEstimate;
import io.synkro.predict.univariate.internal.EtsForecast;
import io.synkro.predict.univariate.internal.EtsParameters;
import io.synkro.predict.univariate.internal.EtsRecursion;
import io.synkro.predict.univariate.internal.EtsSmoothing;
import io.synkro.predict.univariate.internal.EtsState;
import io.synkro.predict.univariate.internal.Inputs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A state space model of exponential smoothing with its estimated parameters and where it stood
 * after the last value. Immutable; safe for use by many threads.
 */
public final class EtsFit implements UnivariateFit {
  private final EtsEstimate estimate;
  private final double[] fitted;
  private final double sigma2;

  /** Parameters and state after the last value. */
  private final EtsParameters current;

  /**
   * Applies an estimate to its series.
   *
   * @param estimate model and parameters
   * @param values the series
   */
  EtsFit(EtsEstimate estimate, double[] values) {
    this.estimate = estimate;
    this.fitted = new double[values.length];
    this.current = EtsRecursion.run(estimate.parameters(), factors(), values, fitted);
    double squares = 0;
    for (int t = 0; t < values.length; t++) {
      double error = values[t] - fitted[t];
      error /= model().error() == ErrorType.MULTIPLICATIVE ? fitted[t] : 1;
      squares += error * error;
    }
    this.sigma2 = squares / Math.max(1, values.length - (estimate.estimated() - 1));
  }

  private EtsFit(EtsFit before, EtsParameters current) {
    this.estimate = before.estimate;
    this.fitted = before.fitted;
    this.sigma2 = before.sigma2;
    this.current = current;
  }

  private boolean factors() {
    return model().season() == SeasonType.MULTIPLICATIVE;
  }

  /**
   * Returns the model.
   *
   * @return what was fitted
   */
  public EtsModel model() {
    return estimate.model();
  }

  /**
   * Returns the logarithm of the likelihood without the constants of the normal density, as it is
   * usual for these models: −½ n log Σe² for additive errors, and − Σ log|μ| more for
   * multiplicative ones, with the forecasts μ. Source: Hyndman et al. (2008), section 5.1.
   *
   * @return the greatest that was found
   */
  public double logLikelihood() {
    return estimate.logLikelihood();
  }

  /**
   * Returns Akaike's information criterion.
   *
   * @return lower is better; to be compared for models of the same series only
   */
  public double aic() {
    return -2 * logLikelihood() + 2 * estimate.estimated();
  }

  /**
   * Returns Akaike's information criterion, corrected for short series, by which models are chosen.
   *
   * @return lower is better; infinite if there are too few values
   */
  public double aicc() {
    return estimate.aicc(fitted.length);
  }

  /**
   * Returns the Bayesian information criterion.
   *
   * @return lower is better; to be compared for models of the same series only
   */
  public double bic() {
    return -2 * logLikelihood() + StrictMath.log(fitted.length) * estimate.estimated();
  }

  /**
   * Returns the variance of the errors: Σe² over the number of values less that of the parameters.
   *
   * @return in squared units of the series, or as a squared share for multiplicative errors
   */
  public double sigma2() {
    return sigma2;
  }

  /**
   * Returns the model in the notation of the field.
   *
   * @return such as {@code ETS(M,Ad,M)}; {@code Mean} for series too short to estimate a model
   */
  @Override
  public String text() {
    return estimate.parameters().smoothing().alpha() == 0 ? "Mean" : model().text();
  }

  /**
   * Returns the parameters that were estimated.
   *
   * @return those of {@code alpha}, {@code beta}, {@code gamma} and {@code phi} that the model has,
   *     and its state before the first value: level {@code l0}, slope {@code b0} and effects of the
   *     steps of a season {@code s0}, {@code s-1} and so on, the step just before the first value
   *     first
   */
  @Override
  public Map<String, Double> parameters() {
    EtsSmoothing smoothing = estimate.parameters().smoothing();
    EtsState state = estimate.parameters().state();
    boolean trend = model().trend() != EtsModel.TrendType.NONE;
    boolean seasonal = model().season() != SeasonType.NONE;
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("alpha", smoothing.alpha());
    if (trend) {
      parameters.put("beta", smoothing.beta());
    }
    if (seasonal) {
      parameters.put("gamma", smoothing.gamma());
    }
    if (model().trend() == EtsModel.TrendType.DAMPED) {
      parameters.put("phi", smoothing.phi());
    }
    parameters.put("l0", state.level());
    if (trend) {
      parameters.put("b0", state.slope());
    }
    for (int s = 0; seasonal && s < state.period(); s++) {
      parameters.put(s == 0 ? "s0" : "s-" + s, state.effect(state.period() - 1 - s));
    }
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    return EtsForecast.points(current, factors(), Inputs.requireSteps(steps));
  }

  /**
   * Returns the variance of the errors of {@link #forecast} if the model holds; it grows with the
   * steps. Source: Hyndman et al. (2008), chapter 6; with a multiplicative season it is an
   * approximation beyond the first season, good for errors of up to some 20 %.
   *
   * @param steps at least 1
   * @return shape {@code [steps]}, in squared units of the series
   */
  public double[] variance(int steps) {
    return EtsForecast.variances(model(), current, sigma2, Inputs.requireSteps(steps));
  }

  @Override
  public EtsFit after(double... newer) {
    Inputs.requireNewer(newer);
    return new EtsFit(this, EtsRecursion.run(current, factors(), newer, new double[newer.length]));
  }
}
