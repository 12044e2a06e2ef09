package io.synkro.predict.univariate;

import io.synkro.predict.univariate.EtsModel.ErrorType;
import io.synkro.predict.univariate.EtsModel.SeasonType;
import io.synkro.predict.univariate.EtsModel.TrendType;
import io.synkro.predict.univariate.internal.EtsSearch;
import io.synkro.predict.univariate.internal.Inputs;

/**
 * Exponential smoothing by one state space model, whose smoothing parameters and initial states are
 * estimated together by maximum likelihood. Source: Hyndman, Koehler, Ord &amp; Snyder (2008),
 * Forecasting with Exponential Smoothing, chapters 2 and 5, <a
 * href="https://doi.org/10.1007/978-3-540-71918-2">doi:10.1007/978-3-540-71918-2</a>.
 *
 * <p>Smoothing parameters are from 0.0001 to 0.9999, beta at most alpha, gamma at most 1 − alpha,
 * phi from 0.8 to 0.98, and the model is admissible (chapter 10).
 *
 * <p>A series that a model cannot be estimated from is fitted without the season if it does not
 * cover two of them or they have more than 24 steps; with additive errors and season in place of
 * multiplicative ones if a value is not positive; and without a trend, the season and at last any
 * smoothing if there are fewer than three values more than parameters.
 *
 * @param model the model
 */
public record Ets(EtsModel model) implements UnivariateMethod {
  /**
   * Returns simple exponential smoothing, ETS(A,N,N).
   *
   * @return the method
   */
  public static Ets simple() {
    return of(ErrorType.ADDITIVE, TrendType.NONE, SeasonType.NONE);
  }

  /**
   * Returns Holt's linear method, ETS(A,A,N).
   *
   * @return the method
   */
  public static Ets holt() {
    return of(ErrorType.ADDITIVE, TrendType.ADDITIVE, SeasonType.NONE);
  }

  /**
   * Returns Holt's method with a damped trend, ETS(A,Ad,N).
   *
   * @return the method
   */
  public static Ets dampedHolt() {
    return of(ErrorType.ADDITIVE, TrendType.DAMPED, SeasonType.NONE);
  }

  /**
   * Returns the method of Holt and Winters: ETS(A,A,A), or ETS(M,A,M) with a multiplicative season.
   *
   * @param season how the season acts on the level; with none it is Holt's method
   * @return the method
   */
  public static Ets holtWinters(SeasonType season) {
    boolean factors = season == SeasonType.MULTIPLICATIVE;
    ErrorType error = factors ? ErrorType.MULTIPLICATIVE : ErrorType.ADDITIVE;
    return of(error, TrendType.ADDITIVE, season);
  }

  private static Ets of(ErrorType error, TrendType trend, SeasonType season) {
    return new Ets(new EtsModel(error, trend, season));
  }

  @Override
  public String name() {
    return model.text();
  }

  @Override
  public EtsFit fit(double[] values, int season) {
    Inputs.require(values, season);
    EtsSearch search = new EtsSearch(values, season);
    return new EtsFit(search.estimate(search.nearest(model)), values);
  }
}
