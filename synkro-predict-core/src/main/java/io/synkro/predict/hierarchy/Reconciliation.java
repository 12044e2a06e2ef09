package io.synkro.predict.hierarchy;

import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.hierarchy.ReconciledForecast.Solution;
import io.synkro.predict.hierarchy.internal.CovarianceMethod;
import io.synkro.predict.hierarchy.internal.HistoricalShares;
import io.synkro.predict.hierarchy.internal.PanelReconciliation;
import io.synkro.predict.hierarchy.internal.ReconciliationMethod;
import io.synkro.predict.hierarchy.internal.ResidualCovariance;
import io.synkro.predict.hierarchy.internal.SplitMethod;
import io.synkro.predict.hierarchy.internal.SummingMatrix;
import io.synkro.predict.hierarchy.internal.WeightedMethod;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeSeries;
import java.util.Arrays;

/**
 * Makes base forecasts of all nodes of a hierarchy agree: every total becomes the sum of its
 * series. With ŷ the base forecasts, S the summing matrix and G what a method does, the result is ỹ
 * = S G ŷ.
 *
 * <ul>
 *   <li>{@link #bottomUp}: the series' forecasts are kept and added up.
 *   <li>{@link #topDown}, {@link #middleOut}: those of one level are kept, split by shares below it
 *       and added up above it. These are biased even if all base forecasts are not.
 *   <li>{@link #ols}, {@link #structural}, {@link #variance}, {@link #shrinkage}: the coherent
 *       forecasts nearest to all base forecasts, G = (S'W⁻¹S)⁻¹S'W⁻¹, where W says how far each is
 *       to be trusted. Unbiased base forecasts stay unbiased, coherent ones stay as they are. With
 *       W the covariance of their errors, no other unbiased choice of G has a smaller total error
 *       variance (MinT: Wickramasuriya, Athanasopoulos &amp; Hyndman 2019, <a
 *       href="https://doi.org/10.1080/01621459.2018.1448825">doi:10.1080/01621459.2018.1448825</a>,
 *       theorem 1).
 * </ul>
 *
 * <p>All but {@link #shrinkage} serve 100,000 nodes and more. One bad forecast never fails the
 * rest: a node whose base forecast holds NaN, infinity or a value beyond {@link
 * TimeSeries#MAX_VALUE} counts as one without a forecast; a total then is what its series add up
 * to, and a series counts as zero in its totals and has no forecast; see {@link
 * ReconciledForecast}. Immutable; safe for use by many threads; equal input gives equal results.
 */
public final class Reconciliation {
  /** Most nodes for which a covariance of all with all is computed. */
  public static final int MOST_DENSE_NODES = 4000;

  private final Hierarchy hierarchy;
  private final ReconciliationMethod method;
  private final String name;
  private final boolean nonNegative;

  private Reconciliation(
      Hierarchy hierarchy, ReconciliationMethod method, String name, boolean nonNegative) {
    this.hierarchy = hierarchy;
    this.method = method;
    this.name = name;
    this.nonNegative = nonNegative;
  }

  private static Reconciliation of(Hierarchy hierarchy, ReconciliationMethod method, String name) {
    return new Reconciliation(hierarchy, method, name, false);
  }

  /**
   * Keeps the series' forecasts and adds them up.
   *
   * @param hierarchy the totals
   * @return the method
   */
  public static Reconciliation bottomUp(Hierarchy hierarchy) {
    SummingMatrix sums = hierarchy.sums();
    return of(hierarchy, SplitMethod.byForecasts(sums, sums.levels()), "bottom-up");
  }

  /**
   * Keeps the forecasts of the first level and splits them by history; see {@link #middleOut}.
   *
   * @param hierarchy the totals
   * @param history of its series, as for {@link Hierarchy#aggregate}
   * @param proportions how shares come from history
   * @return the method
   */
  public static Reconciliation topDown(
      Hierarchy hierarchy, SeriesPanel history, HistoricalProportions proportions) {
    return middleOut(hierarchy, 0, history, proportions);
  }

  /**
   * Keeps the forecasts of the first level and splits them by forecasts; see {@link
   * #middleOut(Hierarchy, int)}.
   *
   * @param hierarchy the totals; each level must refine the one before
   * @return the method
   * @throws io.synkro.predict.InvalidInputException if levels cross
   */
  public static Reconciliation topDown(Hierarchy hierarchy) {
    return middleOut(hierarchy, 0);
  }

  /**
   * Keeps the forecasts of one level and splits them by the series' shares in history, the same for
   * every step of the horizon. Levels may cross.
   *
   * @param hierarchy the totals
   * @param level whose forecasts are kept, from 0 for the first grouping
   * @param history of the series, as for {@link Hierarchy#aggregate}
   * @param proportions how shares come from history
   * @return the method
   */
  public static Reconciliation middleOut(
      Hierarchy hierarchy, int level, SeriesPanel history, HistoricalProportions proportions) {
    SummingMatrix sums = hierarchy.sums();
    Require.index("level", level, sums.levels());
    double[] shares =
        new HistoricalShares(sums, level).of(history, hierarchy.positionsIn(history), proportions);
    return of(hierarchy, SplitMethod.fixed(sums, level, shares), split(hierarchy, level));
  }

  /**
   * Keeps the forecasts of one level and splits them, level by level, by the shares of the
   * forecasts of its parts; equally where those add up to zero. A part without a forecast, and all
   * below it, get none. Not linear in the forecasts. Source: Athanasopoulos, Ahmed &amp; Hyndman
   * (2009), <a
   * href="https://doi.org/10.1016/j.ijforecast.2008.07.004">doi:10.1016/j.ijforecast.2008.07.004</a>,
   * equation 6.
   *
   * @param hierarchy the totals; from {@code level} on each level must refine the one before
   * @param level whose forecasts are kept, from 0 for the first grouping
   * @return the method
   * @throws io.synkro.predict.InvalidInputException if levels from {@code level} on cross
   */
  public static Reconciliation middleOut(Hierarchy hierarchy, int level) {
    SummingMatrix sums = hierarchy.sums();
    Require.index("level", level, sums.levels());
    for (int upper = level; upper < sums.levels(); upper++) {
      Require.that(
          sums.isRefinedAfter(upper),
          "level after " + hierarchy.groupings().get(upper),
          hierarchy,
          "must not cross it",
          "split by history, or order the groupings from wide to narrow");
    }
    return of(hierarchy, SplitMethod.byForecasts(sums, level), split(hierarchy, level));
  }

  private static String split(Hierarchy hierarchy, int level) {
    return (level == 0 ? "top-down from " : "middle-out from ") + hierarchy.groupings().get(level);
  }

  /**
   * Trusts all base forecasts alike: W = I. Source: Hyndman, Ahmed, Athanasopoulos &amp; Shang
   * (2011), <a
   * href="https://doi.org/10.1016/j.csda.2011.03.006">doi:10.1016/j.csda.2011.03.006</a>.
   *
   * @param hierarchy the totals
   * @return the method
   */
  public static Reconciliation ols(Hierarchy hierarchy) {
    double[] ones = new double[hierarchy.size()];
    Arrays.fill(ones, 1);
    return of(hierarchy, new WeightedMethod(hierarchy.sums(), ones), "OLS");
  }

  /**
   * Takes errors of totals to grow with the number of their series: W = diag(S1). Needs no history
   * of errors; the default choice without one. Source: Athanasopoulos, Hyndman, Kourentzes &amp;
   * Petropoulos (2017), <a
   * href="https://doi.org/10.1016/j.ejor.2017.02.046">doi:10.1016/j.ejor.2017.02.046</a>.
   *
   * @param hierarchy the totals
   * @return the method
   */
  public static Reconciliation structural(Hierarchy hierarchy) {
    double[] ones = new double[hierarchy.sums().series()];
    Arrays.fill(ones, 1);
    double[] sizes = hierarchy.sum(ones);
    return of(hierarchy, new WeightedMethod(hierarchy.sums(), sizes), "WLS (structural)");
  }

  /**
   * Trusts each base forecast by its mean squared error: W = diag(Σe²/T). A node with fewer than
   * two residuals is taken to be like the mean of its level. Source: Wickramasuriya et al. (2019),
   * section 2.4; Hyndman, Lee &amp; Wang (2016), <a
   * href="https://doi.org/10.1016/j.csda.2015.11.007">doi:10.1016/j.csda.2015.11.007</a>.
   *
   * @param hierarchy the totals
   * @param residuals errors of one-step or backtest forecasts, shape {@code [nodes][T]}, T at least
   *     2; NaN where missing
   * @return the method
   * @throws io.synkro.predict.InvalidInputException if the shape is another, or a residual is
   *     beyond {@link TimeSeries#MAX_VALUE}
   */
  public static Reconciliation variance(Hierarchy hierarchy, double[][] residuals) {
    requireResiduals(hierarchy, residuals);
    double[] variances = ResidualCovariance.variances(hierarchy.sums(), residuals);
    return of(hierarchy, new WeightedMethod(hierarchy.sums(), variances), "WLS (variance)");
  }

  /**
   * Trusts base forecasts by the covariance of their errors, its correlations shrunk towards zero
   * as far as their own uncertainty demands: MinT with W = λ diag(V) + (1 − λ) V, V = Σee'/T. The
   * most accurate of these methods where errors are known for some dozens of steps. Source: Schäfer
   * &amp; Strimmer (2005), <a
   * href="https://doi.org/10.2202/1544-6115.1175">doi:10.2202/1544-6115.1175</a>; Wickramasuriya et
   * al. (2019), section 2.4.
   *
   * @param hierarchy the totals; at most {@link #MOST_DENSE_NODES} nodes. Time grows with the cube
   *     of the number of totals, memory with the square of that of nodes
   * @param residuals as for {@link #variance}, of the same steps for all nodes
   * @return the method
   * @throws io.synkro.predict.InvalidInputException as {@link #variance}, or if there are too many
   *     nodes
   */
  public static Reconciliation shrinkage(Hierarchy hierarchy, double[][] residuals) {
    requireDense(hierarchy);
    requireResiduals(hierarchy, residuals);
    double[] variances = ResidualCovariance.variances(hierarchy.sums(), residuals);
    ResidualCovariance shrunken = ResidualCovariance.shrink(residuals, variances);
    return of(
        hierarchy,
        new CovarianceMethod(hierarchy.sums(), shrunken.covariance()),
        "MinT (shrinkage %.3f)".formatted(shrunken.intensity()));
  }

  private static void requireResiduals(Hierarchy hierarchy, double[][] residuals) {
    requireRows("residuals", hierarchy, residuals, 2);
    for (int node = 0; node < residuals.length; node++) {
      for (double residual : residuals[node]) {
        if (Math.abs(residual) > TimeSeries.MAX_VALUE) {
          Require.that(
              false,
              "residual of " + hierarchy.nodes().get(node),
              residual,
              "must be at most 1e15 in size, or NaN where it is missing",
              "");
        }
      }
    }
  }

  private static void requireRows(String what, Hierarchy hierarchy, double[][] rows, int least) {
    Require.that(
        rows.length == hierarchy.size(),
        what + ".length",
        rows.length,
        "must be the number of nodes, " + hierarchy.size(),
        "give one row a node, in the order of nodes()");
    Require.atLeast("length of the rows of " + what, rows[0].length, least, "");
    for (double[] row : rows) {
      Require.that(
          row.length == rows[0].length,
          "length of a row of " + what,
          row.length,
          "must be that of the first, " + rows[0].length,
          "");
    }
  }

  private static void requireDense(Hierarchy hierarchy) {
    Require.that(
        hierarchy.size() <= MOST_DENSE_NODES,
        "nodes",
        hierarchy.size(),
        "must be at most " + MOST_DENSE_NODES,
        "use variance(…) or structural(…), or reconcile parts of the assortment");
  }

  /**
   * Returns this method with no forecast below zero. Least squares find the nearest forecasts that
   * are coherent and not negative, an optimum of the constrained problem rather than a correction
   * of the free one (Wickramasuriya, Turlach &amp; Hyndman 2020, <a
   * href="https://doi.org/10.1007/s11222-020-09930-0">doi:10.1007/s11222-020-09930-0</a>); the
   * other methods take negative base forecasts as zero. The search is bounded: a step for which it
   * does not end is {@link Solution#FEASIBLE}.
   *
   * @return the bounded method
   */
  public Reconciliation nonNegative() {
    return new Reconciliation(hierarchy, method, name + ", not negative", true);
  }

  /**
   * Returns the hierarchy.
   *
   * @return what is reconciled
   */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /**
   * Reconciles base forecasts. Columns are independent of one another, so they may be steps of a
   * horizon or joint samples of all nodes: reconciled samples are samples of the reconciled
   * distribution (Panagiotelis, Gamakumara, Athanasopoulos &amp; Hyndman 2023, <a
   * href="https://doi.org/10.1016/j.ejor.2022.07.040">doi:10.1016/j.ejor.2022.07.040</a>, theorem
   * 3.1).
   *
   * @param base forecasts, shape {@code [nodes][steps]}, in the order of {@link Hierarchy#nodes};
   *     at least one step
   * @return coherent forecasts of the same shape
   * @throws io.synkro.predict.InvalidInputException if the shape is another
   */
  public ReconciledForecast reconcile(double[][] base) {
    requireRows("base", hierarchy, base, 1);
    boolean[] absent = new boolean[base.length];
    for (int node = 0; node < base.length; node++) {
      for (double value : base[node]) {
        absent[node] |= !(Math.abs(value) <= TimeSeries.MAX_VALUE);
      }
    }
    ReconciliationMethod.Step step = method.prepare(absent);
    int steps = base[0].length;
    double[][] values = new double[base.length][steps];
    Solution[] solutions = new Solution[steps];
    double[] column = new double[base.length];
    double[] series = new double[hierarchy.sums().series()];
    for (int h = 0; h < steps; h++) {
      for (int node = 0; node < column.length; node++) {
        column[node] = base[node][h];
      }
      boolean optimal = step.solve(column, nonNegative, series);
      solutions[h] = optimal ? Solution.OPTIMAL : Solution.FEASIBLE;
      hierarchy.sums().addUpKnown(series, column);
      for (int node = 0; node < column.length; node++) {
        values[node][h] = column[node];
      }
    }
    return new ReconciledForecast(values, solutions);
  }

  /**
   * Reconciles the forecasts of all nodes, such as those of a forecaster that was fitted on {@link
   * Hierarchy#aggregate}. Means are reconciled and never negative. Each node keeps the shape of its
   * own distribution: around the new mean ỹ, a quantile q becomes ỹ + f (q − ŷ), at least zero, and
   * a quantile of zero stays zero; the standard deviation becomes f times as large. f is ỹ / ŷ
   * between 0.5 and 2, times, for {@link #shrinkage}, the root of the ratio of the diagonals of
   * S(S'W⁻¹S)⁻¹S' and W, by which reconciliation reduces errors if they are normal.
   *
   * @param base outcomes by node; all forecasts of one horizon and the same quantile levels
   * @return one outcome a node, in the order of {@link Hierarchy#nodes}. A node that was not
   *     forecast stays so, and a series then counts as zero in its totals
   * @throws io.synkro.predict.InvalidInputException if forecasts differ in horizon, start or levels
   */
  public PanelForecast reconcile(PanelForecast base) {
    double[] narrowing = new double[hierarchy.size()];
    Arrays.fill(narrowing, 1);
    if (method instanceof CovarianceMethod mint) {
      narrowing = mint.narrowing();
    }
    PanelReconciliation panel = new PanelReconciliation(hierarchy.nodes(), base);
    return panel.isEmpty()
        ? panel.none()
        : panel.with(nonNegative().reconcile(panel.means()), narrowing);
  }

  /**
   * Returns the covariance of the reconciled forecasts' errors, S G Σ G'S', from that of the base
   * forecasts; with normal errors it gives their whole distribution. Source: Wickramasuriya et al.
   * (2019), lemma 1.
   *
   * @param covariance Σ, symmetric, shape {@code [nodes][nodes]}, finite; at most {@link
   *     #MOST_DENSE_NODES} nodes
   * @return a matrix of the same shape; that of this method without {@link #nonNegative}
   * @throws io.synkro.predict.InvalidInputException if the shape is another, or the method splits
   *     by forecasts, which is not linear
   */
  public double[][] covariance(double[][] covariance) {
    requireDense(hierarchy);
    Require.that(
        method.isLinear(),
        "method",
        name,
        "must be linear in the forecasts",
        "split by history, or use least squares");
    Reconciliation free = new Reconciliation(hierarchy, method, name, false);
    double[][] half = transposed(free.reconcile(covariance));
    return transposed(free.reconcile(half));
  }

  private static double[][] transposed(ReconciledForecast rows) {
    double[][] columns = new double[rows.steps()][rows.nodes()];
    for (int i = 0; i < rows.nodes(); i++) {
      for (int j = 0; j < rows.steps(); j++) {
        columns[j][i] = rows.value(i, j);
      }
    }
    return columns;
  }

  /** Returns the name, such as {@code MinT (shrinkage 0.123), not negative}. */
  @Override
  public String toString() {
    return name;
  }
}
