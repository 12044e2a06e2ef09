package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.AggregateLevels;
import io.synkro.predict.univariate.internal.DemandEvents;
import io.synkro.predict.univariate.internal.Inputs;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Forecasts intermittent demand from its sums over as many steps as lie between two sales on
 * average, which are hardly intermittent any more: they are smoothed, and the level is spread
 * evenly over the steps. Source: Nikolopoulos, Syntetos, Boylan, Petropoulos &amp; Assimakopoulos
 * (2011), <a href="https://doi.org/10.1057/jors.2010.32">doi:10.1057/jors.2010.32</a>. As in
 * statsforecast the number of steps is the mean interval, rounded half to even, sums are cut from
 * the end of the series, and smoothing begins with the first sum.
 *
 * <p>There are no trend and no season. A value of zero or less is a step without demand. A series
 * without any sale is forecast as zero.
 */
public final class Adida implements UnivariateMethod {
  private final double alpha;

  private Adida(double alpha) {
    this.alpha = alpha;
  }

  /**
   * Returns the method with a given constant.
   *
   * @param alpha smoothing constant of the sums, above 0 and below 1
   * @return the method
   */
  public static Adida of(double alpha) {
    return new Adida(Require.between("alpha", alpha, 0, 1, "use 0.1"));
  }

  /**
   * Returns the method with the constant from 0.1 to 0.3 that has the least squared errors of sums.
   *
   * @return the method
   */
  public static Adida optimised() {
    return new Adida(Double.NaN);
  }

  @Override
  public String name() {
    return "ADIDA";
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    int steps = DemandEvents.of(values).meanInterval();
    double chosen = Imapa.alpha(values, steps, alpha);
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("alpha", chosen);
    parameters.put("aggregation_level", (double) steps);
    AggregateLevels levels = new AggregateLevels(new int[] {steps}, new double[] {chosen});
    return IntermittentFit.of("ADIDA(%d)".formatted(steps), parameters, levels, values);
  }
}
