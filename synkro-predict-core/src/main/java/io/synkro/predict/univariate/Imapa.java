package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.AggregateLevels;
import io.synkro.predict.univariate.internal.DemandEvents;
import io.synkro.predict.univariate.internal.Inputs;
import io.synkro.predict.univariate.internal.SmoothingSearch;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Forecasts intermittent demand as the mean of what {@link Adida} forecasts with sums over one
 * step, two steps, and so on up to the mean number of steps between two sales. Source: Petropoulos
 * &amp; Kourentzes (2015), <a
 * href="https://doi.org/10.1057/jors.2014.62">doi:10.1057/jors.2014.62</a>, with simple exponential
 * smoothing at every level as in statsforecast. At most {@value #MOST} levels are used, since a
 * state holds a number for each way to cut the sums of each level.
 *
 * <p>There are no trend and no season. A value of zero or less is a step without demand. A series
 * without any sale is forecast as zero.
 */
public final class Imapa implements UnivariateMethod {
  /** Most levels. */
  static final int MOST = 100;

  private final double alpha;

  private Imapa(double alpha) {
    this.alpha = alpha;
  }

  /**
   * Returns the method with a given constant.
   *
   * @param alpha smoothing constant of the sums at every level, above 0 and below 1
   * @return the method
   */
  public static Imapa of(double alpha) {
    return new Imapa(Require.between("alpha", alpha, 0, 1, "use 0.1"));
  }

  /**
   * Returns the method with the constant from 0.1 to 0.3, at each level, that has the least squared
   * errors of sums.
   *
   * @return the method
   */
  public static Imapa optimised() {
    return new Imapa(Double.NaN);
  }

  @Override
  public String name() {
    return "IMAPA";
  }

  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    int[] sizes = new int[Math.min(MOST, DemandEvents.of(values).meanInterval())];
    double[] alphas = new double[sizes.length];
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = i + 1;
      alphas[i] = alpha(values, sizes[i], alpha);
      parameters.put("alpha_" + sizes[i], alphas[i]);
    }
    AggregateLevels levels = new AggregateLevels(sizes, alphas);
    return IntermittentFit.of("IMAPA(1-%d)".formatted(sizes.length), parameters, levels, values);
  }

  /** The given constant, or the best one for sums over some steps. */
  static double alpha(double[] values, int steps, double given) {
    if (!Double.isNaN(given)) {
      return given;
    }
    double[] demand = Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
    double[] sums = AggregateLevels.sums(demand, steps);
    return SmoothingSearch.alpha(sums, SmoothingSearch.LEAST, SmoothingSearch.GREATEST);
  }
}
