package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.internal.Inputs;
import io.synkro.predict.univariate.internal.StlLoess;
import io.synkro.predict.univariate.internal.StlProcedure;

/**
 * Splits a series into trend, season and remainder by repeated loess. Agrees with {@code stl} of R,
 * whose defaults it has. Source: Cleveland et al. (1990), "STL: A seasonal-trend decomposition
 * procedure based on loess", Journal of Official Statistics 6, pages 3 to 73. Immutable; safe for
 * use by many threads.
 */
public final class Stl {
  private static final int PERIODIC = 0;

  private final int seasonalWindow;
  private final boolean robust;

  private Stl(int seasonalWindow, boolean robust) {
    this.seasonalWindow = seasonalWindow;
    this.robust = robust;
  }

  /**
   * Returns a decomposition whose season changes with time.
   *
   * @param seasonalWindow over how many seasons a step of the season is smoothed, odd, at least 3;
   *     the more, the less the season changes
   * @return the decomposition
   */
  public static Stl of(int seasonalWindow) {
    Require.atLeast("seasonalWindow", seasonalWindow, 3, "7 or more lets noise out of the season");
    Require.that(seasonalWindow % 2 == 1, "seasonalWindow", seasonalWindow, "must be odd", "add 1");
    return new Stl(seasonalWindow, false);
  }

  /**
   * Returns a decomposition whose season is the same all the time.
   *
   * @return the decomposition
   */
  public static Stl periodic() {
    return new Stl(PERIODIC, false);
  }

  /**
   * Returns a decomposition that outliers do not bend: they end up in the remainder. Takes some
   * eight times as long. Agrees with {@code STL} of statsmodels; {@code stl} of R takes another
   * order statistic than the median now and then.
   *
   * @return a copy
   */
  public Stl robust() {
    return new Stl(seasonalWindow, true);
  }

  /**
   * Splits a series.
   *
   * @param values one value a step, the oldest first, more than two seasons, all finite and of at
   *     most 1e15
   * @param season steps of a season, at least 2
   * @return the parts
   * @throws io.synkro.predict.InvalidInputException if a limit is exceeded
   */
  public SeasonalDecomposition decompose(double[] values, int season) {
    Inputs.require(values, season);
    Require.atLeast("season", season, 2, "");
    int n = values.length;
    Require.that(
        season < n / 2.0, "season", season, "must be below half of %d values".formatted(n), "");
    return split(values, season);
  }

  /** Splits without limits on the values: those of MSTL are sums of what is within them. */
  SeasonalDecomposition split(double[] values, int season) {
    boolean periodic = seasonalWindow == PERIODIC;
    StlLoess seasonal = periodic ? loess(10 * values.length + 1, 0) : loess(seasonalWindow, 0);
    double ratio = 1.5 * season / (1 - 1.5 / seasonal.window());
    StlLoess trend = loess(odd((int) Math.ceil(ratio)), 1);
    StlProcedure procedure =
        new StlProcedure(
            values, season, new StlProcedure.Smoothers(seasonal, trend, loess(odd(season), 1)));
    procedure.run(robust ? 1 : 2, robust ? 15 : 0);
    if (periodic) {
      makePeriodic(procedure.seasonal(), season);
    }
    return new SeasonalDecomposition(
        values, procedure.trend(), new int[] {season}, new double[][] {procedure.seasonal()});
  }

  private static StlLoess loess(int window, int degree) {
    return new StlLoess(window, degree, (window + 9) / 10);
  }

  private static int odd(int window) {
    return window % 2 == 0 ? window + 1 : window;
  }

  private static void makePeriodic(double[] seasonal, int season) {
    for (int k = 0; k < season; k++) {
      double sum = 0;
      int count = 0;
      for (int t = k; t < seasonal.length; t += season) {
        sum += seasonal[t];
        count++;
      }
      for (int t = k; t < seasonal.length; t += season) {
        seasonal[t] = sum / count;
      }
    }
  }
}
