package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.Inputs;
import io.synkro.predict.univariate.internal.NelderMead;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Forecasts intermittent demand as the smoothed probability of a sale, updated every step, times
 * the smoothed size of a sale, so that the forecast falls while nothing is sold: right for items
 * that die. Source: Teunter, Syntetos &amp; Babai (2011), <a
 * href="https://doi.org/10.1016/j.ejor.2011.05.018">doi:10.1016/j.ejor.2011.05.018</a>. Both are
 * smoothed from their first value on, as statsforecast does: the probability is 0 or 1 after the
 * first step.
 *
 * <p>There are no trend and no season. A value of zero or less is a step without demand. A series
 * without any sale is forecast as zero.
 */
public final class Tsb implements UnivariateMethod {
  private static final double LEAST = 0.01;
  private static final double GREATEST = 0.3;
  private static final double[] GRID = {0.1, 0.02, 0.05, 0.2, 0.3}; // usual one first: it wins ties
  private static final NelderMead.Options SEARCH = new NelderMead.Options(-0.2, 0.1, 200, 1e-12);

  private final double alphaDemand;
  private final double alphaProbability;

  private Tsb(double alphaDemand, double alphaProbability) {
    this.alphaDemand = alphaDemand;
    this.alphaProbability = alphaProbability;
  }

  /**
   * Returns the method with given constants.
   *
   * @param alphaDemand smoothing constant of sizes, above 0 and below 1
   * @param alphaProbability smoothing constant of the probability, above 0 and below 1
   * @return the method
   */
  public static Tsb of(double alphaDemand, double alphaProbability) {
    return new Tsb(
        Require.between("alphaDemand", alphaDemand, 0, 1, "use 0.1"),
        Require.between("alphaProbability", alphaProbability, 0, 1, "use 0.1"));
  }

  /**
   * Returns the method with the two constants from 0.01 to 0.3 that have the least squared errors
   * of demand one step ahead.
   *
   * @return the method
   */
  public static Tsb optimised() {
    return new Tsb(Double.NaN, Double.NaN);
  }

  @Override
  public String name() {
    return Double.isNaN(alphaDemand)
        ? "Teunter-Syntetos-Babai optimised"
        : "Teunter-Syntetos-Babai";
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    double[] alpha =
        Double.isNaN(alphaDemand) ? best(values) : new double[] {alphaDemand, alphaProbability};
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("alpha_demand", alpha[0]);
    parameters.put("alpha_probability", alpha[1]);
    return IntermittentFit.of("TSB", parameters, new TsbRate(alpha[0], alpha[1]), values);
  }

  /** The simplex starts at the best point of a grid, since there can be several minima. */
  private static double[] best(double[] values) {
    double[] best = {GRID[0], GRID[0]};
    double least = Double.POSITIVE_INFINITY;
    for (double ofDemand : GRID) {
      for (double ofProbability : GRID) {
        double error = squaredError(values, ofDemand, ofProbability);
        if (error < least) {
          least = error;
          best = new double[] {ofDemand, ofProbability};
        }
      }
    }
    if (least > 0 && Double.isFinite(least)) {
      double unit = least;
      new NelderMead(2, SEARCH)
          .minimise(
              point -> squaredError(values, point[0], point[1]) / unit,
              best,
              new double[] {LEAST, LEAST},
              new double[] {GREATEST, GREATEST});
    }
    return best;
  }

  private static double squaredError(double[] values, double ofDemand, double ofProbability) {
    TsbRate rate = new TsbRate(ofDemand, ofProbability);
    double sum = 0;
    for (int t = 0; t < values.length; t++) {
      double value = Math.max(0, values[t]);
      double error = t == 0 ? 0 : value - rate.forecast();
      sum += error * error;
      rate.add(value);
    }
    return sum;
  }
}
