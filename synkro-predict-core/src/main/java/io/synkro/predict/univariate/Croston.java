package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.DemandEvents;
import io.synkro.predict.univariate.internal.DemandRate;
import io.synkro.predict.univariate.internal.Inputs;
import io.synkro.predict.univariate.internal.SmoothingSearch;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Forecasts intermittent demand by smoothing apart how much is sold and how many steps pass from
 * one sale to the next: demand by step is the one over the other. Source: Croston (1972), <a
 * href="https://doi.org/10.1057/jors.1972.50">doi:10.1057/jors.1972.50</a>, which is too high on
 * average; the approximation of Syntetos &amp; Boylan (2005), <a
 * href="https://doi.org/10.1016/j.ijforecast.2004.10.001">doi:10.1016/j.ijforecast.2004.10.001</a>,
 * multiplies by 1 − α/2 with the α of intervals. Both are smoothed from their first value on, and
 * the first interval counts from the beginning, as R forecast and statsforecast do.
 *
 * <p>There are no trend and no season. A value of zero or less is a step without demand. A series
 * without any sale is forecast as zero, one with a single sale as its size over its interval. The
 * forecast does not fall as long as nothing is sold; {@link Tsb} does.
 */
public final class Croston implements UnivariateMethod {
  private final double alpha;
  private final boolean unbiased;

  private Croston(double alpha, boolean unbiased) {
    this.alpha = alpha;
    this.unbiased = unbiased;
  }

  /**
   * Returns Croston's own method.
   *
   * @param alpha smoothing constant of sizes and intervals, above 0 and below 1; 0.1 is usual
   * @return the method
   */
  public static Croston of(double alpha) {
    return new Croston(Require.between("alpha", alpha, 0, 1, "use 0.1"), false);
  }

  /**
   * Returns Croston's method with a constant for sizes and one for intervals, each with the least
   * squared errors from 0.1 to 0.3.
   *
   * @return the method
   */
  public static Croston optimised() {
    return new Croston(Double.NaN, false);
  }

  /**
   * Returns the approximation of Syntetos &amp; Boylan (SBA).
   *
   * @param alpha smoothing constant of sizes and intervals, above 0 and below 1; 0.1 is usual
   * @return the method
   */
  public static Croston sba(double alpha) {
    return new Croston(of(alpha).alpha, true);
  }

  /**
   * Returns the approximation of Syntetos &amp; Boylan with constants as those of {@link
   * #optimised}.
   *
   * @return the method
   */
  public static Croston optimisedSba() {
    return new Croston(Double.NaN, true);
  }

  @Override
  public String name() {
    return (unbiased ? "Syntetos-Boylan Approximation" : "Croston")
        + (Double.isNaN(alpha) ? " optimised" : "");
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    double ofSizes = alpha;
    double ofIntervals = alpha;
    if (Double.isNaN(alpha)) {
      DemandEvents events = DemandEvents.of(values);
      ofSizes =
          SmoothingSearch.alpha(events.sizes(), SmoothingSearch.LEAST, SmoothingSearch.GREATEST);
      ofIntervals =
          SmoothingSearch.alpha(
              events.intervals(), SmoothingSearch.LEAST, SmoothingSearch.GREATEST);
    }
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("alpha_demand", ofSizes);
    parameters.put("alpha_interval", ofIntervals);
    double factor = unbiased ? 1 - ofIntervals / 2 : 1;
    DemandRate rate = new CrostonRate(ofSizes, ofIntervals, factor);
    return IntermittentFit.of(unbiased ? "SBA" : "Croston", parameters, rate, values);
  }
}
