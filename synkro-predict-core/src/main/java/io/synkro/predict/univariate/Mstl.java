package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.Inputs;
import io.synkro.predict.univariate.internal.StlSuperSmoother;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Splits off one or more seasons by STL, shorter ones first, in two rounds, and forecasts what is
 * left by another method; the seasons go on as they were last. The season given to {@link #fit} is
 * one of them. Those that are not shorter than half the series are left out. Agrees with {@code
 * mstl} of the R package forecast. Source: Bandara, Hyndman &amp; Bergmeir (2021), <a
 * href="https://arxiv.org/abs/2107.13462">arXiv:2107.13462</a>. Immutable; safe for use by many
 * threads if the other method is.
 */
public final class Mstl implements UnivariateMethod {
  private static final int ROUNDS = 2;

  private final UnivariateMethod adjusted;
  private final int[] seasons;

  private Mstl(UnivariateMethod adjusted, int[] seasons) {
    this.adjusted = adjusted;
    this.seasons = seasons;
  }

  /**
   * Creates the method.
   *
   * @param adjusted forecasts the series without its seasons, such as {@link Theta#standard()}
   * @param seasons steps of further seasons, each at least 2, such as 168 for hours of a week
   * @return the method
   */
  public static Mstl of(UnivariateMethod adjusted, int... seasons) {
    for (int season : seasons) {
      Require.atLeast("season", season, 2, "");
    }
    return new Mstl(adjusted, seasons.clone());
  }

  /** {@inheritDoc} */
  @Override
  public String name() {
    return "MSTL with " + adjusted.name();
  }

  /** {@inheritDoc} */
  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    SeasonalDecomposition parts =
        decompose(values, IntStream.concat(Arrays.stream(seasons), IntStream.of(season)).toArray());
    UnivariateFit rest = adjusted.fit(MstlFit.bounded(parts.adjusted()), 1);
    return parts.seasons().length == 0 ? rest : new MstlFit(rest, parts);
  }

  /**
   * Splits a series.
   *
   * @param values one value a step, the oldest first, all finite and of at most 1e15
   * @param seasons steps of seasons, each at least 1; those that are 1 or not below half of the
   *     values are left out
   * @return the parts; without a season the trend is that of Friedman's super smoother
   * @throws io.synkro.predict.InvalidInputException if a limit is exceeded
   */
  public static SeasonalDecomposition decompose(double[] values, int... seasons) {
    int n = values.length;
    Inputs.require(values, Arrays.stream(seasons).min().orElse(1));
    int[] usable =
        Arrays.stream(seasons).filter(s -> s > 1 && s < n / 2.0).sorted().distinct().toArray();
    double[][] seasonals = new double[usable.length][n];
    double[] rest = values.clone();
    double[] trend = usable.length == 0 ? StlSuperSmoother.smooth(values) : rest;
    for (int round = 0; round < (usable.length > 1 ? ROUNDS : 1); round++) {
      for (int k = 0; k < usable.length; k++) {
        add(rest, seasonals[k], 1);
        SeasonalDecomposition part = Stl.of(11 + 4 * k).split(rest, usable[k]);
        seasonals[k] = part.seasonal(usable[k]);
        add(rest, seasonals[k], -1);
        trend = part.trend();
      }
    }
    return new SeasonalDecomposition(values, trend, usable, seasonals);
  }

  private static void add(double[] to, double[] part, int sign) {
    for (int t = 0; t < to.length; t++) {
      to[t] += sign * part[t];
    }
  }
}
