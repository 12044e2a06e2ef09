package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.EtsSearch;
import io.synkro.predict.univariate.internal.Inputs;
import java.util.List;

/**
 * Exponential smoothing by the state space model, among several, that has the lowest AICc. Source:
 * Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, chapter 7.
 * Models that cannot be estimated from a series, as {@link Ets} says, are no candidates for it; if
 * none is left, the nearest to the first one is fitted.
 *
 * @param candidates the models, at least one; of equally good ones the first is taken
 */
public record AutoEts(List<EtsModel> candidates) implements UnivariateMethod {
  /** {@inheritDoc} */
  public AutoEts {
    candidates = List.copyOf(candidates);
    Require.atLeast("candidates.size", candidates.size(), 1, "use AutoEts.standard()");
  }

  /**
   * Returns the choice among all models.
   *
   * @return the method with {@link EtsModel#all()}
   */
  public static AutoEts standard() {
    return new AutoEts(EtsModel.all());
  }

  @Override
  public String name() {
    return "AutoETS";
  }

  @Override
  public EtsFit fit(double[] values, int season) {
    Inputs.require(values, season);
    EtsSearch search = new EtsSearch(values, season);
    return new EtsFit(search.best(candidates), values);
  }
}
